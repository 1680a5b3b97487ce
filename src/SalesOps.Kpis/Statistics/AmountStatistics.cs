using System.Buffers;

namespace SalesOps.Kpis.Statistics;

/// <summary>Summaries of amounts, in decimal arithmetic.</summary>
internal static class AmountStatistics
{
    /// <summary>Summarises amounts in 1/10,000 of the unit, all in one currency.</summary>
    public static AmountSummary Summarize(in ValueBag units, Currency currency)
    {
        int count = checked((int)units.Count);
        long[] rented = ArrayPool<long>.Shared.Rent(count);
        try
        {
            units.CopyTo(rented);
            return Summarize(rented.AsSpan(0, count), currency);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private static AmountSummary Summarize(Span<long> units, Currency currency)
    {
        int n = units.Length;
        if (n == 0)
            return default;
        ExactSum sum = default;
        foreach (long value in units)
            sum.Add(value);
        Span<int> ranks = [0, .. Neighbours(n, 1, 4), .. Neighbours(n, 2, 4), .. Neighbours(n, 3, 4), .. Neighbours(n, 9, 10), n - 1];
        Span<long> at = stackalloc long[ranks.Length];
        OrderStatistics.Select(units, ranks, at);
        var total = Money.FromUnits(sum.Total, currency);
        return new AmountSummary
        {
            Count = n,
            Total = total,
            Mean = new Money(total.Amount / n, currency),
            Min = Money.FromUnits(at[0], currency),
            P25 = Quantile(n, 1, 4, at[1], at[2], currency),
            Median = Quantile(n, 2, 4, at[3], at[4], currency),
            P75 = Quantile(n, 3, 4, at[5], at[6], currency),
            P90 = Quantile(n, 9, 10, at[7], at[8], currency),
            Max = Money.FromUnits(at[9], currency),
        };
    }

    // The ranks that the quantile part/of lies between.
    private static ReadOnlySpan<int> Neighbours(int n, int part, int of)
    {
        int low = (int)((long)(n - 1) * part / of);
        return new[] { low, Math.Min(n - 1, low + 1) };
    }

    private static Money Quantile(int n, int part, int of, long low, long high, Currency currency)
    {
        decimal share = (long)(n - 1) * part % of / (decimal)of;
        return new Money((low + ((decimal)high - low) * share) / Money.UnitsPerOne, currency);
    }
}

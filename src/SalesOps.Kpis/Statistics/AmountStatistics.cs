namespace SalesOps.Kpis.Statistics;

/// <summary>Summaries of amounts, in decimal arithmetic.</summary>
internal static class AmountStatistics
{
    /// <summary>Summarises amounts in 1/10,000 of the unit, all in one currency.</summary>
    public static AmountSummary Summarize(in ValueBag units, Currency currency)
    {
        using var copy = new Rented<long>(checked((int)units.Count));
        units.CopyTo(copy.Span);
        return Summarize(copy.Span, currency);
    }

    private static AmountSummary Summarize(Span<long> units, Currency currency)
    {
        int n = units.Length;
        if (n == 0)
            return default;
        ExactSum sum = default;
        foreach (long value in units)
            sum.Add(value);
        Span<int> ranks =
        [
            0, .. OrderStatistics.Neighbours(n, 25), .. OrderStatistics.Neighbours(n, 50), .. OrderStatistics.Neighbours(n, 75),
            .. OrderStatistics.Neighbours(n, 90), n - 1,
        ];
        Span<long> at = stackalloc long[ranks.Length];
        OrderStatistics.Select(units, ranks, at);
        var total = Money.FromUnits(sum.Total, currency);
        return new AmountSummary
        {
            Count = n,
            Total = total,
            Mean = new Money(total.Amount / n, currency),
            Min = Money.FromUnits(at[0], currency),
            P25 = Percentile(n, 25, at[1], at[2], currency),
            Median = Percentile(n, 50, at[3], at[4], currency),
            P75 = Percentile(n, 75, at[5], at[6], currency),
            P90 = Percentile(n, 90, at[7], at[8], currency),
            Max = Money.FromUnits(at[9], currency),
        };
    }

    private static Money Percentile(int n, int percent, long low, long high, Currency currency)
    {
        decimal share = (n - 1L) * percent % 100 / 100m;
        return new Money((low + ((decimal)high - low) * share) / Money.UnitsPerOne, currency);
    }
}

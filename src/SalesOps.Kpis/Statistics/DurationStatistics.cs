namespace SalesOps.Kpis.Statistics;

/// <summary>Summaries of durations, from whole ticks.</summary>
internal static class DurationStatistics
{
    private const double TrimmedShare = 0.1;

    /// <summary>Summarises the ticks in a bag, in days of a length.</summary>
    public static DurationSummary Summarize(in ValueBag ticks, long ticksPerDay = NodaConstants.TicksPerDay)
    {
        using var copy = new Rented<long>(checked((int)ticks.Count));
        ticks.CopyTo(copy.Span);
        return Summarize(copy.Span, ticksPerDay);
    }

    /// <summary>Summarises ticks, in days of a length; reorders them.</summary>
    public static DurationSummary Summarize(Span<long> ticks, long ticksPerDay = NodaConstants.TicksPerDay)
    {
        if (ticks.IsEmpty)
            return default;
        int n = ticks.Length, trimmed = (int)(n * TrimmedShare);
        WholeNumbers.Range(ticks, out long least, out long most);
        Int128 sum = WholeNumbers.Sum(ticks);
        double? deviation = StandardDeviation(ticks, sum, least, most, ticksPerDay);
        var quantiles = new Ranks(n, 0.25, 0.5, 0.75, 0.9);
        Span<int> ranks = [trimmed, n - 1 - trimmed, .. quantiles.Wanted];
        Span<long> found = stackalloc long[ranks.Length];
        SelectUnordered(ticks, least, most, ranks, found);
        Int128 kept = trimmed == 0 ? sum : WholeNumbers.SumBetween(ticks, found[0], found[1], trimmed);
        ReadOnlySpan<long> at = found[2..];
        return new DurationSummary
        {
            Count = n,
            MeanDays = Days(sum, n, ticksPerDay),
            MinDays = Days(least, 1, ticksPerDay),
            MaxDays = Days(most, 1, ticksPerDay),
            P25Days = quantiles.Value(0, at) / ticksPerDay,
            MedianDays = quantiles.Value(1, at) / ticksPerDay,
            P75Days = quantiles.Value(2, at) / ticksPerDay,
            P90Days = quantiles.Value(3, at) / ticksPerDay,
            StandardDeviationDays = deviation,
            TrimmedMeanDays = Days(kept, n - 2 * trimmed, ticksPerDay),
        };
    }

    private static void SelectUnordered(Span<long> values, long least, long most, Span<int> ranks, Span<long> found)
    {
        Span<int> order = stackalloc int[ranks.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        ranks.Sort(order);
        Span<long> sorted = stackalloc long[ranks.Length];
        OrderStatistics.Select(values, least, most, ranks, sorted);
        for (int i = 0; i < order.Length; i++)
            found[order[i]] = sorted[i];
    }

    // Around the whole mean, so that the squares are small, and exact until the variance.
    private static double? StandardDeviation(ReadOnlySpan<long> ticks, Int128 sum, long least, long most, long ticksPerDay)
    {
        int n = ticks.Length;
        if (n < 2)
            return null;
        long mean = (long)(sum / n);
        double squares = WholeNumbers.SumOfSquares(ticks, mean, Math.Max(most - mean, mean - least));
        double deviations = (double)(sum - (Int128)mean * n);
        double variance = (squares - deviations * deviations / n) / (n - 1);
        return Math.Sqrt(Math.Max(0, variance)) / ticksPerDay;
    }

    /// <summary>The quotient in days, rounded once at the end.</summary>
    private static double Days(Int128 ticks, long count, long ticksPerDay)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(ticks, (Int128)ticksPerDay * count);
        return (double)whole + (double)rest / ((double)ticksPerDay * count);
    }

    /// <summary>The ranks that quantiles of type 7 lie between.</summary>
    private readonly ref struct Ranks
    {
        private readonly ReadOnlySpan<double> _shares;
        private readonly int _last;

        public Ranks(int count, params ReadOnlySpan<double> shares)
        {
            _shares = shares.ToArray();
            _last = count - 1;
            var wanted = new int[2 * shares.Length];
            for (int i = 0; i < shares.Length; i++)
            {
                wanted[2 * i] = (int)(shares[i] * _last);
                wanted[2 * i + 1] = Math.Min(_last, wanted[2 * i] + 1);
            }

            Wanted = wanted;
        }

        public ReadOnlySpan<int> Wanted { get; }

        public double Value(int quantile, ReadOnlySpan<long> found)
        {
            long low = found[2 * quantile], high = found[2 * quantile + 1];
            double at = _shares[quantile] * _last;
            return low + (at - (int)at) * (high - low);
        }
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>Mean and quantiles of ticks in minutes, each divided once from whole numbers; null for no values.</summary>
internal readonly struct MinuteStatistics
{
    /// <summary>Reorders the ticks.</summary>
    public MinuteStatistics(Span<long> ticks)
    {
        if (ticks.IsEmpty)
            return;
        int n = ticks.Length;
        Span<int> ranks = [0, .. OrderStatistics.Neighbours(n, 50), .. OrderStatistics.Neighbours(n, 90), .. OrderStatistics.Neighbours(n, 95), n - 1];
        Span<long> at = stackalloc long[ranks.Length];
        Mean = Minutes(WholeNumbers.Sum(ticks), n);
        OrderStatistics.Select(ticks, ranks, at);
        Min = Minutes(at[0], 1);
        Median = Percentile(n, 50, at[1], at[2]);
        P90 = Percentile(n, 90, at[3], at[4]);
        P95 = Percentile(n, 95, at[5], at[6]);
        Max = Minutes(at[7], 1);
    }

    public double? Mean { get; }

    public double? Median { get; }

    public double? P90 { get; }

    public double? P95 { get; }

    public double? Min { get; }

    public double? Max { get; }

    private static double Percentile(int n, int percent, long low, long high)
    {
        long hundredths = (n - 1L) * percent % 100;
        return Minutes((Int128)low * 100 + ((Int128)high - low) * hundredths, 100);
    }

    private static double Minutes(Int128 ticks, int of) => ExactQuotient.Nearest(ticks, (Int128)NodaConstants.TicksPerMinute * of);
}

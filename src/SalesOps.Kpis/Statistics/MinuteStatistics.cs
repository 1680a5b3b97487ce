namespace SalesOps.Kpis.Statistics;

/// <summary>Mean and quantiles of ticks in minutes, each divided once from whole numbers; null for no values.</summary>
internal readonly struct MinuteStatistics
{
    /// <summary>Reorders the ticks.</summary>
    public MinuteStatistics(Span<long> ticks)
    {
        if (ticks.IsEmpty)
            return;
        int last = ticks.Length - 1;
        Span<int> ranks = [0, .. Neighbours(last, 50), .. Neighbours(last, 90), .. Neighbours(last, 95), last];
        Span<long> at = stackalloc long[ranks.Length];
        ExactSum sum = default;
        foreach (long value in ticks)
            sum.Add(value);
        OrderStatistics.Select(ticks, ranks, at);
        Mean = Minutes(sum.Total, ticks.Length);
        Min = Minutes(at[0], 1);
        Median = Percentile(last, 50, at[1], at[2]);
        P90 = Percentile(last, 90, at[3], at[4]);
        P95 = Percentile(last, 95, at[5], at[6]);
        Max = Minutes(at[7], 1);
    }

    public double? Mean { get; }

    public double? Median { get; }

    public double? P90 { get; }

    public double? P95 { get; }

    public double? Min { get; }

    public double? Max { get; }

    // The ranks that a percentile lies between.
    private static ReadOnlySpan<int> Neighbours(int last, int percent)
    {
        int low = (int)((long)last * percent / 100);
        return new[] { low, Math.Min(last, low + 1) };
    }

    private static double Percentile(int last, int percent, long low, long high)
    {
        long hundredths = (long)last * percent % 100;
        return Minutes((Int128)low * 100 + ((Int128)high - low) * hundredths, 100);
    }

    private static double Minutes(Int128 ticks, int of) => ExactQuotient.Nearest(ticks, (Int128)NodaConstants.TicksPerMinute * of);
}

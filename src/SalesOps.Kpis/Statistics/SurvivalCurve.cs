namespace SalesOps.Kpis.Statistics;

/// <summary>The share without the event over time, estimated by <see cref="KaplanMeier"/>: a staircase from 1 downwards.</summary>
public sealed class SurvivalCurve
{
    // A product of ratios that is meant to be a half can miss it by rounding.
    private const double Fuzz = 1e-12;

    private readonly SurvivalPoint[] _points;

    internal SurvivalCurve(SurvivalPoint[] points, int count) => (_points, Count) = (points, count);

    /// <summary>How many durations the curve was estimated from.</summary>
    public int Count { get; }

    /// <summary>The curve at each distinct time at which a duration ends, in order.</summary>
    public IReadOnlyList<SurvivalPoint> Points => _points;

    /// <summary>
    /// The time by which half had the event; null when fewer had. Where exactly half is left for a while, the middle of that while.
    /// </summary>
    public double? Median => TimeOf(0.5);

    /// <summary>
    /// The share without the event after <paramref name="time"/>; null when nobody was observed so long, and some were left.
    /// </summary>
    public double? SurvivalAt(double time)
    {
        int at = LastAt(time);
        if (at < 0)
            return _points.Length == 0 || double.IsNaN(time) ? null : 1;
        SurvivalPoint point = _points[at];
        return time > _points[^1].Time && point.Survival > 0 ? null : point.Survival;
    }

    /// <summary>
    /// The time by which <paramref name="share"/> had the event, with an interval from where the bands around the curve come down to
    /// it.
    /// </summary>
    /// <remarks>
    /// Where exactly the share has had the event for a while, the middle of that while, as in R, so that without censoring the median
    /// is the usual one.
    /// R. Brookmeyer and J. Crowley, A confidence interval for the median survival time, Biometrics 38 (1982).
    /// </remarks>
    /// <param name="share">The share that had the event, above 0 and below 1.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <param name="method">On which scale the bands are symmetric.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share or the level isn't between 0 and 1, or the method is unknown.</exception>
    public SurvivalQuantile Quantile(double share, double level = 0.95, SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog)
    {
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share with a time lies between 0 and 1.");
        Require.Level(level);
        double? lower = null, upper = null;
        foreach (SurvivalPoint point in _points)
        {
            if (point.ConfidenceInterval(level, method) is not { } band)
                continue;
            if (band.Lower <= 1 - share)
                lower ??= point.Time;
            if (band.Upper <= 1 - share)
                upper ??= point.Time;
        }

        return new() { Share = share, Time = TimeOf(share), Lower = lower, Upper = upper, Level = level };
    }

    /// <summary>
    /// The mean time without the event up to <paramref name="horizon"/>; null when nobody was observed so long, and some were left.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> isn't a number above 0.</exception>
    public RestrictedMean? RestrictedMean(double horizon)
    {
        if (horizon is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a number above 0.");
        if (SurvivalAt(horizon) is null)
            return null;
        double area = 0, variance = 0, end = horizon;
        for (int i = LastAt(horizon); i >= 0; i--)
        {
            SurvivalPoint point = _points[i];
            area += point.Survival * (end - point.Time);
            end = point.Time;
            if (point.Events < point.AtRisk)
                variance += area * area * point.Events / ((double)point.AtRisk * (point.AtRisk - point.Events));
        }

        return new() { Horizon = horizon, Mean = area + end, StandardError = Math.Sqrt(variance) };
    }

    private double? TimeOf(double share)
    {
        double left = 1 - share;
        int reached = Array.FindIndex(_points, point => point.Survival <= left * (1 + Fuzz));
        if (reached < 0)
            return null;
        double time = _points[reached].Time;
        if (_points[reached].Survival < left * (1 - Fuzz))
            return time;
        int next = Array.FindIndex(_points, reached + 1, point => point.Events > 0);
        return time + (_points[next < 0 ? ^1 : next].Time - time) / 2;
    }

    // The last point at or before a time, or -1.
    private int LastAt(double time)
    {
        int low = 0, high = _points.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_points[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}

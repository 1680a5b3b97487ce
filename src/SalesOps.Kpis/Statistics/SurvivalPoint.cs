namespace SalesOps.Kpis.Statistics;

/// <summary>A survival curve at a time at which something happened or was last seen.</summary>
public readonly record struct SurvivalPoint
{
    /// <summary>The time, in the unit of the durations.</summary>
    public required double Time { get; init; }

    /// <summary>How many had entered before this time, and were still under observation until it.</summary>
    public required int AtRisk { get; init; }

    /// <summary>How many had the event at this time.</summary>
    public required int Events { get; init; }

    /// <summary>How many were last seen, without the event, at this time.</summary>
    public required int Censored { get; init; }

    /// <summary>The estimated share without the event after this time, 0..1.</summary>
    public required double Survival { get; init; }

    /// <summary>The standard error of <see cref="Survival"/> by Greenwood's formula, S √(Σ d / (n(n-d))); null once it is 0.</summary>
    public double? StandardError => Survival == 0 ? null : Survival * Math.Sqrt(LogVariance);

    /// <summary>The variance of the logarithm of the survival.</summary>
    internal double LogVariance { get; init; }

    /// <summary>
    /// The pointwise interval of <see cref="Survival"/>; null before the first event and once the survival is 0, where the formulas
    /// have none.
    /// </summary>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <param name="method">On which scale it is symmetric.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1, or the method is unknown.</exception>
    public ConfidenceInterval? ConfidenceInterval(double level = 0.95, SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog)
    {
        Require.Level(level);
        if (Survival is 0 or 1)
            return null;
        double width = Normal.Quantile(0.5 + level / 2) * Math.Sqrt(LogVariance);
        return method switch
        {
            SurvivalIntervalMethod.LogLog => Between(Power(width), Power(-width), level),
            SurvivalIntervalMethod.Log => Between(Survival * Math.Exp(-width), Survival * Math.Exp(width), level),
            SurvivalIntervalMethod.Plain => Between(Survival * (1 - width), Survival * (1 + width), level),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method."),
        };
    }

    private double Power(double width) => Math.Pow(Survival, Math.Exp(-width / Math.Log(Survival)));

    private static ConfidenceInterval Between(double lower, double upper, double level) =>
        new() { Lower = Math.Max(0, lower), Upper = Math.Min(1, upper), Level = level };
}

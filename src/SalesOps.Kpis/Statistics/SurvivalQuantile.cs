namespace SalesOps.Kpis.Statistics;

/// <summary>The time by which a share had the event, with its interval. A time that the curve doesn't reach is null.</summary>
public readonly record struct SurvivalQuantile
{
    /// <summary>The share that had the event: 0.5 for the median.</summary>
    public required double Share { get; init; }

    /// <summary>The time, in the unit of the durations; null where fewer than the share had the event.</summary>
    public double? Time { get; init; }

    /// <summary>The lower end of the interval; null where the lower band doesn't come down to the share.</summary>
    public double? Lower { get; init; }

    /// <summary>
    /// The upper end of the interval; null where the upper band doesn't come down to the share: the time may be any later one.
    /// </summary>
    public double? Upper { get; init; }

    /// <summary>The confidence, a fraction such as 0.95.</summary>
    public required double Level { get; init; }
}

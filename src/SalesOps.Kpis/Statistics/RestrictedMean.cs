namespace SalesOps.Kpis.Statistics;

/// <summary>The mean time without the event up to a horizon: the area under the survival curve.</summary>
public readonly record struct RestrictedMean
{
    /// <summary>Up to when, in the unit of the durations.</summary>
    public required double Horizon { get; init; }

    /// <summary>The mean, in the unit of the durations.</summary>
    public required double Mean { get; init; }

    /// <summary>
    /// The standard error of the mean, from Greenwood's variances: √(Σ A² d / (n(n-d))), with A the area from the event to the horizon.
    /// </summary>
    public required double StandardError { get; init; }
}

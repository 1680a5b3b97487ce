namespace SalesOps.Kpis.Statistics;

/// <summary>Exact confidence intervals of counts without an upper limit, such as losses over a span, and of their rates.</summary>
/// <remarks>
/// From the α/2 quantile of Gamma(k) to the 1 - α/2 quantile of Gamma(k + 1); the lower end is 0 at no events.
/// F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
/// </remarks>
public static class PoissonIntervals
{
    /// <summary>The interval of the expected count.</summary>
    /// <param name="events">How many were counted.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="events"/> is negative, or <paramref name="level"/> isn't between 0 and 1.
    /// </exception>
    public static ConfidenceInterval Exact(long events, double level = 0.95) => ExactRate(events, 1, level);

    /// <summary>The interval of the rate: events per unit of exposure, such as customer-months.</summary>
    /// <param name="events">How many were counted.</param>
    /// <param name="exposure">How much time or volume they were counted over, above 0.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="events"/> is negative, <paramref name="exposure"/> isn't a number above 0, or <paramref name="level"/> isn't
    /// between 0 and 1.
    /// </exception>
    public static ConfidenceInterval ExactRate(long events, double exposure, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        if (exposure is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "An exposure is a number above 0.");
        Require.Level(level);
        double tail = (1 - level) / 2;
        return new()
        {
            Lower = events == 0 ? 0 : GammaDistribution.Quantile(tail, events) / exposure,
            Upper = GammaDistribution.UpperQuantile(tail, events + 1.0) / exposure,
            Level = level,
        };
    }
}

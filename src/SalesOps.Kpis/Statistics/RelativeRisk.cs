namespace SalesOps.Kpis.Statistics;

/// <summary>How many times the rate of one group is that of another: (x₁ / n₁) / (x₂ / n₂).</summary>
public static class RelativeRisk
{
    /// <summary>The ratio with Katz's interval; where that has none, with Koopman's.</summary>
    /// <remarks>
    /// exp(ln(p₁ / p₂) ± z √(1/x₁ - 1/n₁ + 1/x₂ - 1/n₂)).
    /// D. Katz et al., Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics 34 (1978).
    /// That has no value when a group has no hits, and no width when all of both hit; <see cref="Koopman"/> has both, and is used then.
    /// The ratio of two groups without hits, or one of which is empty, is undefined.
    /// </remarks>
    /// <param name="group">Hits of the group that is compared.</param>
    /// <param name="reference">Hits of the group that it is compared with.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static RatioEstimate Of(Proportion group, Proportion reference, double level = 0.95)
    {
        Require.Level(level);
        double x1 = group.Numerator, n1 = group.Denominator, x2 = reference.Numerator, n2 = reference.Denominator;
        if (x1 == 0 || x2 == 0 || (x1 == n1 && x2 == n2))
            return Koopman(group, reference, level);
        double variance = (n1 - x1) / (n1 * x1) + (n2 - x2) / (n2 * x2);
        return RatioEstimate.OfLogarithm(x1 / n1 / (x2 / n2), Math.Sqrt(variance), level);
    }

    /// <summary>
    /// The ratio with Koopman's score interval, which needs no exceptions: where one group has no hits, it is bounded on one side.
    /// </summary>
    /// <remarks>
    /// The bounds are the ratios at which Pearson's χ², with the rates that fit best at that ratio, is z².
    /// P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions, Biometrics 40 (1984).
    /// </remarks>
    /// <param name="group">Hits of the group that is compared.</param>
    /// <param name="reference">Hits of the group that it is compared with.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static RatioEstimate Koopman(Proportion group, Proportion reference, double level = 0.95)
    {
        Require.Level(level);
        double x1 = group.Numerator, n1 = group.Denominator, x2 = reference.Numerator, n2 = reference.Denominator;
        if (n1 == 0 || n2 == 0 || (x1 == 0 && x2 == 0))
            return new() { Level = level };
        double z = Normal.Quantile(0.5 + level / 2);
        return new()
        {
            Value = x2 == 0 ? null : x1 / n1 / (x2 / n2),
            Lower = x1 == 0 ? 0 : new RatioScore(x1, n1, x2, n2).LowerBound(z),
            Upper = x2 == 0 ? null : 1 / new RatioScore(x2, n2, x1, n1).LowerBound(z),
            Level = level,
            Method = RatioIntervalMethod.Score,
        };
    }
}

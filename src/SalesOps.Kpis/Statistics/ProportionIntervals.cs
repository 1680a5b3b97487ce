namespace SalesOps.Kpis.Statistics;

/// <summary>Confidence intervals of a proportion, and of the difference of two. Nothing to divide by has none, which is null.</summary>
/// <remarks>
/// Wilson is the one to show; Clopper-Pearson where the stated confidence must be reached for certain, at the price of width;
/// Jeffreys where rates are ranked by a cautious lower end.
/// </remarks>
public static class ProportionIntervals
{
    /// <summary>The Wilson score interval, without continuity correction.</summary>
    /// <remarks>
    /// (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    /// </remarks>
    /// <param name="proportion">So many of so many.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static ConfidenceInterval? Wilson(Proportion proportion, double level = 0.95)
    {
        Require.Level(level);
        if (proportion.Denominator == 0)
            return null;
        double z = Normal.Quantile(0.5 + level / 2), n = proportion.Denominator, p = proportion.Numerator / n, z2 = z * z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return Within(proportion, centre - half, centre + half, level);
    }

    /// <summary>The exact interval: it holds the true proportion at least as often as stated.</summary>
    /// <remarks>
    /// From the α/2 quantile of Beta(x, n - x + 1) to the 1 - α/2 quantile of Beta(x + 1, n - x), with 0 at x = 0 and 1 at x = n.
    /// C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits, Biometrika 26 (1934).
    /// </remarks>
    /// <param name="proportion">So many of so many.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static ConfidenceInterval? ClopperPearson(Proportion proportion, double level = 0.95)
    {
        Require.Level(level);
        if (proportion.Denominator == 0)
            return null;
        double hits = proportion.Numerator, misses = proportion.Denominator - proportion.Numerator, tail = (1 - level) / 2;
        double lower = hits == 0 ? 0 : BetaDistribution.Quantile(tail, hits, misses + 1);
        double upper = misses == 0 ? 1 : BetaDistribution.Quantile(1 - tail, hits + 1, misses);
        return Within(proportion, lower, upper, level);
    }

    /// <summary>The equal-tailed interval of the posterior from Jeffreys' prior, Beta(½, ½), with 0 at x = 0 and 1 at x = n.</summary>
    /// <remarks>
    /// The quantiles of Beta(x + ½, n - x + ½).
    /// L. D. Brown, T. T. Cai and A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001).
    /// </remarks>
    /// <param name="proportion">So many of so many.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static ConfidenceInterval? Jeffreys(Proportion proportion, double level = 0.95)
    {
        Require.Level(level);
        if (proportion.Denominator == 0)
            return null;
        double a = proportion.Numerator + 0.5, b = proportion.Denominator - proportion.Numerator + 0.5, tail = (1 - level) / 2;
        return Within(proportion, BetaDistribution.Quantile(tail, a, b), BetaDistribution.Quantile(1 - tail, a, b), level);
    }

    /// <summary>
    /// The interval of <paramref name="first"/> minus <paramref name="second"/>, within -1..1, from the Wilson intervals of both.
    /// </summary>
    /// <remarks>
    /// Lower: d - √((p₁-l₁)² + (u₂-p₂)²); upper: d + √((u₁-p₁)² + (p₂-l₂)²). Method 10 of
    /// R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998).
    /// </remarks>
    /// <param name="first">The proportion that is compared.</param>
    /// <param name="second">The proportion that is taken away.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static ConfidenceInterval? NewcombeDifference(Proportion first, Proportion second, double level = 0.95)
    {
        if (Wilson(first, level) is not { } one || Wilson(second, level) is not { } other)
            return null;
        double p1 = first.Value!.Value, p2 = second.Value!.Value;
        return new()
        {
            Lower = Math.Max(-1, p1 - p2 - double.Hypot(p1 - one.Lower, other.Upper - p2)),
            Upper = Math.Min(1, p1 - p2 + double.Hypot(one.Upper - p1, p2 - other.Lower)),
            Level = level,
        };
    }

    // At the ends a formula gives 0 and 1 but for rounding, or by convention; and rounding never puts the proportion outside.
    private static ConfidenceInterval Within(Proportion proportion, double lower, double upper, double level)
    {
        double p = proportion.Value!.Value;
        return new()
        {
            Lower = proportion.Numerator == 0 ? 0 : Math.Clamp(lower, 0, p),
            Upper = proportion.Numerator == proportion.Denominator ? 1 : Math.Clamp(upper, p, 1),
            Level = level,
        };
    }
}

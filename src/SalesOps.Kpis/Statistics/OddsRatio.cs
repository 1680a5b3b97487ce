namespace SalesOps.Kpis.Statistics;

/// <summary>
/// How many times the odds of one group are those of another: (a / b) / (c / d), with a hits and b misses against c and d.
/// </summary>
public static class OddsRatio
{
    /// <summary>The odds ratio with Woolf's interval; where a count is 0, with an exact bound on the side that has one.</summary>
    /// <remarks>
    /// exp(ln(ad / bc) ± z √(1/a + 1/b + 1/c + 1/d)).
    /// B. Woolf, On estimating the relation between blood group and disease, Annals of Human Genetics 19 (1955).
    /// That has no value when a count is 0; nothing is added to the counts then, but the interval is that of <see cref="Exact"/>,
    /// which is bounded on one side. The ratio of two groups that all hit, that all missed, or one of which is empty is undefined.
    /// </remarks>
    /// <param name="group">Hits of the group that is compared.</param>
    /// <param name="reference">Hits of the group that it is compared with.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static RatioEstimate Of(Proportion group, Proportion reference, double level = 0.95)
    {
        Require.Level(level);
        double a = group.Numerator, b = group.Denominator - group.Numerator;
        double c = reference.Numerator, d = reference.Denominator - reference.Numerator;
        if (a == 0 || b == 0 || c == 0 || d == 0)
            return Exact(group, reference, level);
        return RatioEstimate.OfLogarithm(a / b / (c / d), Math.Sqrt(1 / a + 1 / b + 1 / c + 1 / d), level);
    }

    /// <summary>
    /// The odds ratio with the exact conditional interval, the one that belongs to Fisher's exact test; right for any counts, and
    /// wider.
    /// </summary>
    /// <remarks>
    /// The bounds are the odds ratios at which as many hits of the group or more, or as many or fewer, have probability α/2, given all
    /// totals;
    /// where a count is 0, the bound on that side is 0 or infinite. The ratio itself is ad / bc, not the conditional estimate.
    /// J. Cornfield, A statistical problem arising from retrospective studies, Third Berkeley Symposium 4 (1956).
    /// </remarks>
    /// <param name="group">Hits of the group that is compared.</param>
    /// <param name="reference">Hits of the group that it is compared with.</param>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public static RatioEstimate Exact(Proportion group, Proportion reference, double level = 0.95)
    {
        Require.Level(level);
        double above = (double)group.Numerator * (reference.Denominator - reference.Numerator);
        double below = (double)reference.Numerator * (group.Denominator - group.Numerator);
        if (above == 0 && below == 0)
            return new() { Level = level };
        var hits = new ConditionalHits(group, reference);
        return new()
        {
            Value = below == 0 ? null : above / below,
            Lower = above == 0 ? 0 : hits.Lower((1 - level) / 2),
            Upper = below == 0 ? null : hits.Upper((1 - level) / 2),
            Level = level,
            Method = RatioIntervalMethod.ConditionalExact,
        };
    }
}

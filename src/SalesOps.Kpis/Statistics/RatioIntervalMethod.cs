namespace SalesOps.Kpis.Statistics;

/// <summary>Where the bounds of a <see cref="RatioEstimate"/> come from.</summary>
public enum RatioIntervalMethod
{
    /// <summary>There are no bounds: the counts say nothing about the ratio.</summary>
    None,

    /// <summary>Normal on the logarithm: Woolf's for odds ratios, Katz's for relative risks.</summary>
    Logarithm,

    /// <summary>Exact, given the totals of both rows and both columns: Cornfield's, as in Fisher's exact test. Odds ratios only.</summary>
    ConditionalExact,

    /// <summary>Koopman's score interval. Relative risks only.</summary>
    Score,
}

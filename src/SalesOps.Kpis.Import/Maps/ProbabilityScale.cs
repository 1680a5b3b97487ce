namespace SalesOps.Kpis.Import;

/// <summary>How a file writes probabilities. A text with a percent sign is a percentage on either scale.</summary>
public enum ProbabilityScale
{
    /// <summary>0 to 1.</summary>
    Fraction,

    /// <summary>0 to 100.</summary>
    Percent,
}

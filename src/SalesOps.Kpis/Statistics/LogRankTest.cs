using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>Whether groups differ in survival.</summary>
public sealed record LogRankTest
{
    /// <summary>The statistic.</summary>
    public required double ChiSquared { get; init; }

    /// <summary>The groups with any expected events, less one.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The probability of such a statistic or a larger one if the groups don't differ.</summary>
    public double PValue => GammaDistribution.ChiSquaredUpperTail(ChiSquared, DegreesOfFreedom);

    /// <summary>Each group, by its number.</summary>
    public required IReadOnlyList<LogRankGroup> Groups { get; init; }

    /// <summary>Statistic and probability in the invariant culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"χ² = {ChiSquared:0.###}, df = {DegreesOfFreedom}, p = {PValue:0.####}");
}

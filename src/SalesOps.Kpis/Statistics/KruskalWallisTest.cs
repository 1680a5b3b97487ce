using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>Whether groups differ in the size of their values, by ranks.</summary>
public readonly record struct KruskalWallisTest
{
    /// <summary>How many values there are, n.</summary>
    public required int Count { get; init; }

    /// <summary>How many groups have values, k.</summary>
    public required int Groups { get; init; }

    /// <summary>The statistic, corrected for ties.</summary>
    public required double H { get; init; }

    /// <summary>k - 1.</summary>
    public int DegreesOfFreedom => Groups - 1;

    /// <summary>
    /// The probability of such an H or a larger one if the groups don't differ, by the χ² approximation, which wants five values a
    /// group.
    /// </summary>
    public required double PValue { get; init; }

    /// <summary>
    /// The share of the variance of the ranks that lies between the groups, freed of what chance alone puts there: (H - k + 1) / (n - k).
    /// Below 0 when the groups differ less than by chance; null when each group has one value.
    /// </summary>
    /// <remarks>
    /// M. Tomczak and E. Tomczak, The need to report effect size estimates revisited, Trends in Sport Sciences 21 (2014).
    /// </remarks>
    public double? EtaSquared => Count == Groups ? null : (H - Groups + 1) / (Count - Groups);

    /// <summary>The share of the variance of the ranks that lies between the groups as it stands: H / (n - 1).</summary>
    public double EpsilonSquared => H / (Count - 1);

    /// <summary>Statistic and probability in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"H = {H:0.###}, df = {DegreesOfFreedom}, p = {PValue:0.####}, η² = {EtaSquared:0.###}");
}

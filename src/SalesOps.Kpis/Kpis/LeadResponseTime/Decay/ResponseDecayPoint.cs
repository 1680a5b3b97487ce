using System.Globalization;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>One bucket of a curve: how many of the leads that were answered within it came so far.</summary>
public readonly record struct ResponseDecayPoint
{
    /// <summary>The least response time in the bucket; zero for the first, which also holds what is below.</summary>
    public required Duration From { get; init; }

    /// <summary>The least response time above it; null for the last.</summary>
    public required Duration? Until { get; init; }

    /// <summary>Those that came so far, of the bucket's leads. Its <see cref="Proportion.ConfidenceInterval"/> is Wilson's.</summary>
    public required Proportion Rate { get; init; }

    /// <summary>How many times the odds are those of the first bucket; null for that itself, undefined where the counts don't tell.</summary>
    public required RatioEstimate? OddsToFirst { get; init; }

    /// <summary>Minutes and rate in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResponseBuckets.Text(From, Until)} min: {Rate}");
}

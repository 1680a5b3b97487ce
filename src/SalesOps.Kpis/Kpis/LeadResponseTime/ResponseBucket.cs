using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The leads that were answered within a span of time: half-open, so that 5 minutes belong to 5-15.</summary>
public readonly record struct ResponseBucket
{
    /// <summary>The least response time in it; zero for the first, which also holds what is below.</summary>
    public required Duration From { get; init; }

    /// <summary>The least response time above it; null for the last.</summary>
    public required Duration? Until { get; init; }

    /// <summary>Its leads, of all that were answered.</summary>
    public required Proportion Share { get; init; }

    /// <summary>How many leads it holds.</summary>
    public long Count => Share.Numerator;

    /// <summary>Minutes and share in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResponseBuckets.Text(From, Until)} min: {Share}");
}

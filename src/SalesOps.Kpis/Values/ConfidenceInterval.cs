using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The range that holds the true value with a stated confidence.</summary>
public readonly record struct ConfidenceInterval
{
    /// <summary>The lower end.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper end.</summary>
    public required double Upper { get; init; }

    /// <summary>The confidence, a fraction such as 0.95.</summary>
    public required double Level { get; init; }

    /// <summary>How far the ends are apart.</summary>
    public double Width => Upper - Lower;

    /// <summary>Both ends in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level * 100:0.##} % CI {Lower:0.####} to {Upper:0.####}");
}

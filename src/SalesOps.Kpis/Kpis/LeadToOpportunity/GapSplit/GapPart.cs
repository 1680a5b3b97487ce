using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How much of a gap between two rates one factor makes.</summary>
public readonly record struct GapPart
{
    /// <summary>The factor of which the mix differs, or <c>conversion</c>: how like leads convert.</summary>
    public required string Name { get; init; }

    /// <summary>Its part, in the unit of the rates: 0.05 is 5 points.</summary>
    public required double Gap { get; init; }

    /// <summary>The name and the part in points.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Gap * 100:+0.0;-0.0;0.0} points");
}

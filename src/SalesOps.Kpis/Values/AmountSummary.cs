using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How large amounts are, all in one currency.</summary>
/// <remarks>
/// Quantiles are exact, by linear interpolation (type 7), rounded to 1/10,000. All figures are null for no amounts.
/// <c>default</c> is of no amounts.
/// </remarks>
public readonly record struct AmountSummary
{
    /// <summary>How many there are.</summary>
    public long Count { get; init; }

    /// <summary>The sum.</summary>
    public Money? Sum { get; init; }

    /// <summary>The arithmetic mean.</summary>
    public Money? Mean { get; init; }

    /// <summary>The median.</summary>
    public Money? Median { get; init; }

    /// <summary>The 90th percentile.</summary>
    public Money? P90 { get; init; }

    /// <summary>The largest.</summary>
    public Money? Max { get; init; }

    /// <summary>Sum, mean and median in the invariant culture.</summary>
    public override string ToString() => Count == 0 ? "no amounts" : string.Create(CultureInfo.InvariantCulture,
        $"{Sum} (n = {Count:#,0}, mean {Mean}, median {Median})");
}

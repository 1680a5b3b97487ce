using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How large amounts are, in one currency.</summary>
/// <remarks>
/// Means and quantiles are rounded half to even to 1/10,000 of the unit. Quantiles are exact before that, by linear
/// interpolation (type 7, as in spreadsheets, R and SQL's PERCENTILE_CONT). All figures are null for no amounts.
/// <c>default</c> is of no amounts.
/// </remarks>
public readonly record struct AmountSummary
{
    /// <summary>How many there are.</summary>
    public long Count { get; init; }

    /// <summary>Their sum.</summary>
    public Money? Total { get; init; }

    /// <summary>The arithmetic mean.</summary>
    public Money? Mean { get; init; }

    /// <summary>The median.</summary>
    public Money? Median { get; init; }

    /// <summary>The lower quartile.</summary>
    public Money? P25 { get; init; }

    /// <summary>The upper quartile.</summary>
    public Money? P75 { get; init; }

    /// <summary>The 90th percentile.</summary>
    public Money? P90 { get; init; }

    /// <summary>The smallest.</summary>
    public Money? Min { get; init; }

    /// <summary>The largest.</summary>
    public Money? Max { get; init; }

    /// <summary>Median, mean and the largest in the invariant culture.</summary>
    public override string ToString() => Count == 0 ? "no amounts" : string.Create(CultureInfo.InvariantCulture,
        $"median {Median}, mean {Mean}, largest {Max} (n = {Count:#,0})");
}

using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>An amount spread over a count. Carries both, so that unit costs re-aggregate as a ratio of sums.</summary>
/// <remarks><c>default</c> is nothing over 0 units, which is undefined.</remarks>
public readonly record struct UnitCost
{
    /// <summary>A unit cost from a total and a count.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is negative.</exception>
    public UnitCost(Money total, long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        (Total, Units) = (total, units);
    }

    /// <summary>What was spent.</summary>
    public Money Total { get; }

    /// <summary>What it was spent on.</summary>
    public long Units { get; }

    /// <summary>The amount per unit, rounded half to even to 1/10,000; null where there are no units.</summary>
    public Money? PerUnit => Units == 0 ? null : new Money(Total.Amount / Units, Total.Currency);

    /// <summary>The amount per unit and both sides in the invariant culture, or <c>undefined</c> with the total.</summary>
    public override string ToString() => PerUnit is { } perUnit
        ? string.Create(CultureInfo.InvariantCulture, $"{perUnit} ({Total} over {Units:#,0})")
        : $"undefined ({Total} over 0)";
}

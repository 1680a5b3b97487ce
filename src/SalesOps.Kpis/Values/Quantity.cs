using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>
/// The optional quantity of one row in 8 bytes, kept in whole 1/10,000: <c>default</c> means absent. Converts implicitly
/// from <see cref="decimal"/>.
/// </summary>
public readonly record struct Quantity
{
    private readonly long _raw;             // as in Amount

    private Quantity(long raw) => _raw = raw;

    /// <summary>Whether there is a quantity; 0 is one.</summary>
    public bool HasValue => _raw != 0;

    /// <summary>The quantity, or null where it is absent.</summary>
    public decimal? ToDecimal() => _raw == 0 ? null : (_raw ^ long.MinValue) / Money.UnitsPerOne;

    /// <summary>The quantity, rounded half to even to 1/10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is beyond ±922,337,203,685,477.5807.</exception>
    public static implicit operator Quantity(decimal quantity) => new(Amount.ToRaw(quantity));

    /// <summary>The quantity; absent for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is beyond ±922,337,203,685,477.5807.</exception>
    public static implicit operator Quantity(decimal? quantity) => quantity is { } q ? q : default(Quantity);

    /// <summary>The quantity; absent for null. For languages without implicit conversions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is beyond ±922,337,203,685,477.5807.</exception>
    public static Quantity FromDecimal(decimal? quantity) => quantity;

    /// <summary>The quantity in the invariant culture, or an empty text.</summary>
    public override string ToString() => ToDecimal()?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}

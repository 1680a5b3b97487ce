using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>
/// The optional win probability of one row, kept in whole 1/10,000: <c>default</c> means absent. Converts implicitly from
/// a fraction 0..1.
/// </summary>
public readonly record struct Probability
{
    internal const int UnitsPerOne = 10_000;

    private readonly short _raw;            // the units plus one, so that 0 is free to mean absent

    private Probability(short raw) => _raw = raw;

    /// <summary>Whether there is a probability; 0 is one.</summary>
    public bool HasValue => _raw != 0;

    internal short Raw => _raw;

    internal static Probability FromRaw(short raw) => new(raw);

    /// <summary>Whole 1/10,000; 0 where absent, so that an absent probability weighs nothing.</summary>
    internal int Units => unchecked(_raw - 1 & ~(_raw - 1 >> 31));         // no branch, which random data would defeat

    /// <summary>A fraction 0..1, or null where it is absent.</summary>
    public double? ToDouble() => _raw == 0 ? null : Units / (double)UnitsPerOne;

    /// <summary>The probability of a fraction, rounded half to even to 1/10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is below 0, above 1 or not a number.</exception>
    public static implicit operator Probability(double fraction) => fraction is >= 0 and <= 1
        ? new((short)(Math.Round(fraction * UnitsPerOne, MidpointRounding.ToEven) + 1))
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A probability is a fraction from 0 to 1, not a percentage.");

    /// <summary>The probability of a fraction; absent for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is below 0, above 1 or not a number.</exception>
    public static implicit operator Probability(double? fraction) => fraction is { } f ? f : default(Probability);

    /// <summary>The probability of a fraction; absent for null. For languages without implicit conversions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is below 0, above 1 or not a number.</exception>
    public static Probability FromDouble(double? fraction) => fraction;

    /// <summary>The fraction in the invariant culture, or an empty text.</summary>
    public override string ToString() => ToDouble()?.ToString(CultureInfo.InvariantCulture) ?? "";
}

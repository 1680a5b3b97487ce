using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// An optional UTC time in 8 bytes, as row facts carry it: <c>default</c> means absent. Converts implicitly from
/// <see cref="Instant"/>, <see cref="DateTimeOffset"/> and their nullable forms.
/// </summary>
/// <remarks>
/// The resolution is 100 ns: finer parts are dropped. Times before year 1 are kept as the first moment of year 1.
/// Ordered in time; absent comes before every time.
/// </remarks>
public readonly record struct Moment : IComparable<Moment>
{
    // Ticks of 100 ns since year 1, plus one, so that 0 is free to mean absent and loops need no branch.
    private Moment(long value) => Value = value;

    internal long Value { get; }

    /// <summary>Whether there is a time.</summary>
    public bool HasValue => Value != 0;

    /// <summary>The time, or null where it is absent.</summary>
    public Instant? ToInstant() => Value == 0 ? null : NodaConstants.BclEpoch.PlusTicks(Value - 1);

    /// <summary>The moment of an instant.</summary>
    public static implicit operator Moment(Instant instant) =>
        new(Math.Max(1, (instant - NodaConstants.BclEpoch).BclCompatibleTicks + 1));

    /// <summary>The moment of an instant; absent for null.</summary>
    public static implicit operator Moment(Instant? instant) => instant is { } i ? i : default(Moment);

    /// <summary>The moment of a time with its offset.</summary>
    public static implicit operator Moment(DateTimeOffset time) => new(time.UtcTicks + 1);

    /// <summary>The moment of a time with its offset; absent for null.</summary>
    public static implicit operator Moment(DateTimeOffset? time) => time is { } t ? t : default(Moment);

    /// <summary>The moment of an instant; absent for null. For languages without implicit conversions.</summary>
    public static Moment FromInstant(Instant? instant) => instant;

    /// <summary>The moment of a time with its offset; absent for null. For languages without implicit conversions.</summary>
    public static Moment FromDateTimeOffset(DateTimeOffset? time) => time;

    /// <inheritdoc/>
    public int CompareTo(Moment other) => Value.CompareTo(other.Value);

    /// <summary>Whether <paramref name="left"/> is earlier than <paramref name="right"/>.</summary>
    public static bool operator <(Moment left, Moment right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> is earlier than or equal to <paramref name="right"/>.</summary>
    public static bool operator <=(Moment left, Moment right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is later than <paramref name="right"/>.</summary>
    public static bool operator >(Moment left, Moment right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is later than or equal to <paramref name="right"/>.</summary>
    public static bool operator >=(Moment left, Moment right) => left.Value >= right.Value;

    /// <summary>The time in ISO 8601, or an empty text.</summary>
    public override string ToString() => ToInstant() is { } instant ? NodaTime.Text.InstantPattern.ExtendedIso.Format(instant) : "";

    internal static Moment FromValue(long value) => new(value);

    /// <summary>The earlier of two; absent comes last, unlike in the order of moments.</summary>
    internal static Moment Earlier(Moment a, Moment b) => new(Earlier(a.Value, b.Value));

    /// <summary>The same of their values; without a branch on which is absent, which looks random to a processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Earlier(long a, long b)
    {
        unchecked
        {
            long x = a - 1 & long.MaxValue, y = b - 1 & long.MaxValue, apart = x - y;       // absent is the largest now
            return y + (apart & apart >> 63) + 1 & long.MaxValue;
        }
    }
}

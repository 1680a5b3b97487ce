using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>An hour of the local week, such as Monday 09:00 to 10:00. Ordered from Monday 00:00.</summary>
/// <remarks><c>default</c> is Monday 00:00.</remarks>
public readonly record struct HourOfWeek : IComparable<HourOfWeek>, IComparable
{
    /// <summary>How many there are.</summary>
    public const int Count = NodaConstants.HoursPerDay * NodaConstants.DaysPerWeek;

    /// <summary>An hour of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="hour">The hour, 0 to 23.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day or hour.</exception>
    public HourOfWeek(IsoDayOfWeek day, int hour)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(day), day, "A day is Monday to Sunday.");
        if (hour is < 0 or >= NodaConstants.HoursPerDay)
            throw new ArgumentOutOfRangeException(nameof(hour), hour, "An hour is 0 to 23.");
        Number = ((int)day - 1) * NodaConstants.HoursPerDay + hour;
    }

    private HourOfWeek(int number) => Number = number;

    /// <summary>The day.</summary>
    public IsoDayOfWeek Day => (IsoDayOfWeek)(Number / NodaConstants.HoursPerDay + 1);

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => Number % NodaConstants.HoursPerDay;

    /// <summary>Its place in the week, 0 to 167.</summary>
    public int Number { get; }

    /// <inheritdoc/>
    public int CompareTo(HourOfWeek other) => Number.CompareTo(other.Number);

    /// <summary>Whether <paramref name="left"/> comes earlier in the week than <paramref name="right"/>.</summary>
    public static bool operator <(HourOfWeek left, HourOfWeek right) => left.Number < right.Number;

    /// <summary>Whether <paramref name="left"/> comes earlier in the week than <paramref name="right"/>, or is the same.</summary>
    public static bool operator <=(HourOfWeek left, HourOfWeek right) => left.Number <= right.Number;

    /// <summary>Whether <paramref name="left"/> comes later in the week than <paramref name="right"/>.</summary>
    public static bool operator >(HourOfWeek left, HourOfWeek right) => left.Number > right.Number;

    /// <summary>Whether <paramref name="left"/> comes later in the week than <paramref name="right"/>, or is the same.</summary>
    public static bool operator >=(HourOfWeek left, HourOfWeek right) => left.Number >= right.Number;

    /// <summary>Day and hour, such as <c>Monday 09:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day} {Hour:00}:00");

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        HourOfWeek other => CompareTo(other),
        _ => throw new ArgumentException($"Not an {nameof(HourOfWeek)}.", nameof(obj)),
    };

    internal static HourOfWeek Of(int number) => new(number);
}

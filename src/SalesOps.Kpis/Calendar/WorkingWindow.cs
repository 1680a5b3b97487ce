using NodaTime.Text;

namespace SalesOps.Kpis;

/// <summary>A span of wall time in each week in which work is done, such as Monday 09:00 to 17:00.</summary>
/// <remarks>
/// Half-open: the moment of the opening belongs to it, that of the close doesn't. A window that closes at or before the time
/// at which it opens closes on the next day: 21:00 to 02:00 runs over midnight, 00:00 to 00:00 is the whole day. Times are told
/// apart to 100 ns. <c>default</c> names no day and is refused by <see cref="WorkingHours"/>.
/// </remarks>
public readonly record struct WorkingWindow
{
    private static readonly LocalTimePattern WholeMinutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A window of a day of the week.</summary>
    /// <param name="day">The day on which it opens.</param>
    /// <param name="opens">The wall time from which work is done.</param>
    /// <param name="closes">The wall time from which it isn't any more; at or before <paramref name="opens"/>: on the next day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> isn't one of Monday to Sunday.</exception>
    public WorkingWindow(IsoDayOfWeek day, LocalTime opens, LocalTime closes)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(day), day, "A window opens on a day from Monday to Sunday.");
        (Day, Opens, Closes) = (day, opens, closes);
    }

    /// <summary>The day on which it opens.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>The wall time from which work is done.</summary>
    public LocalTime Opens { get; }

    /// <summary>The wall time from which it isn't any more; at or before <see cref="Opens"/>: on the next day.</summary>
    public LocalTime Closes { get; }

    /// <summary>Day and times, such as <c>Monday 09:00-17:00</c>.</summary>
    public override string ToString() => $"{Day} {Text(Opens)}-{Text(Closes)}";

    /// <summary>The wall time that it lasts, in ticks: above 0, at most a day.</summary>
    internal long Ticks
    {
        get
        {
            long ticks = Closes.TickOfDay - Opens.TickOfDay;
            return ticks > 0 ? ticks : ticks + NodaConstants.TicksPerDay;
        }
    }

    /// <summary>The opening, in ticks since Monday 00:00.</summary>
    internal long Start => ((int)Day - 1) * NodaConstants.TicksPerDay + Opens.TickOfDay;

    /// <summary>Whether it is open at a time of the week, in ticks since Monday 00:00.</summary>
    internal bool IsOpen(long time) => (time - Start + NodaConstants.TicksPerWeek) % NodaConstants.TicksPerWeek < Ticks;

    private static string Text(LocalTime time) =>
        (time.Second == 0 && time.NanosecondOfSecond == 0 ? WholeMinutes : LocalTimePattern.ExtendedIso).Format(time);
}

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>When work is done: weekly windows of wall time in a zone, less holidays.</summary>
/// <remarks>
/// <para>
/// An instant is worked when its local date and time lie in a window and the date is no holiday. What counts is the time that
/// really passes: where the clocks are set forward within a window, that day's window is shorter, where they are set back,
/// longer. A holiday is a whole local day, from midnight to midnight: a window that opens the evening before stops there, and
/// one that opens on the holiday itself starts at the midnight after it.
/// </para>
/// <para>
/// A span of ten years costs what a span of a day costs. Times are told apart to 100 ns, as in <see cref="Moment"/>, and times
/// before year 1 count as its start. Immutable and safe to share between threads. Two are equal when they have the same zone,
/// windows, holidays and changes.
/// </para>
/// </remarks>
public sealed class WorkingHours : IEquatable<WorkingHours>
{
    private readonly WorkingClock _clock;
    private readonly WorkingHours? _earlier;
    private readonly Moment _since;

    /// <summary>Working hours without holidays.</summary>
    /// <inheritdoc cref="WorkingHours(DateTimeZone, IEnumerable{WorkingWindow}, IEnumerable{LocalDate})" path="/*[not(self::summary)]"/>
    public WorkingHours(DateTimeZone zone, IEnumerable<WorkingWindow> windows)
        : this(zone, windows, [])
    {
    }

    /// <summary>Working hours with holidays.</summary>
    /// <param name="zone">The zone of the windows and the holidays.</param>
    /// <param name="windows">
    /// The windows of a week in any order, at least one; several a day are allowed. They may touch and not overlap.
    /// </param>
    /// <param name="holidays">
    /// Local dates without work, in any order; repeated ones count once. A <see cref="DateInterval"/> is a run of dates.
    /// </param>
    /// <exception cref="ArgumentException">There are no windows, one names no day, or two overlap.</exception>
    public WorkingHours(DateTimeZone zone, IEnumerable<WorkingWindow> windows, IEnumerable<LocalDate> holidays)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(holidays);
        WorkingWindow[] week = [.. windows];
        RequireDisjoint(week, nameof(windows));
        LocalDate[] days = [.. holidays.Select(day => day.WithCalendar(CalendarSystem.Iso)).Distinct().Order()];
        Array.Sort(week, (a, b) => a.Start.CompareTo(b.Start));
        (Zone, Windows, Holidays) = (zone, Array.AsReadOnly(week), Array.AsReadOnly(days));
        _clock = new WorkingClock(zone, new WorkingWeek(week, days));
    }

    private WorkingHours(WorkingHours last, WorkingHours earlier, Moment since)
    {
        (Zone, Windows, Holidays, _clock) = (last.Zone, last.Windows, last.Holidays, last._clock);
        (_earlier, _since) = (earlier, since);
    }

    /// <summary>The same window from Monday to Friday, without holidays.</summary>
    /// <param name="zone">The zone of the times.</param>
    /// <param name="opens">The wall time from which work is done.</param>
    /// <param name="closes">The wall time from which it isn't any more; at or before <paramref name="opens"/>: on the next day.</param>
    public static WorkingHours MondayToFriday(DateTimeZone zone, LocalTime opens, LocalTime closes) =>
        new(zone, Enumerable.Range(1, 5).Select(day => new WorkingWindow((IsoDayOfWeek)day, opens, closes)));

    /// <summary>The zone of the windows and the holidays; after changes, that of the last ones.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The windows of a week, from Monday; after changes, the last ones.</summary>
    public IReadOnlyList<WorkingWindow> Windows { get; }

    /// <summary>The local dates without work, in order; after changes, the last ones.</summary>
    public IReadOnlyList<LocalDate> Holidays { get; }

    /// <summary>
    /// The length of a working day: the wall time of a week's windows over the number of days on which one opens. A week without
    /// holidays has as many of these as it has working days, however uneven they are. After changes, that of the last hours.
    /// </summary>
    public Duration StandardDay => Duration.FromTicks(Windows.Sum(w => w.Ticks)) / Windows.Select(w => w.Day).Distinct().Count();

    /// <summary>The same hours with more holidays. Where they changed in the past, each of them has these holidays too.</summary>
    /// <param name="holidays">Local dates without work.</param>
    public WorkingHours WithHolidays(IEnumerable<LocalDate> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        LocalDate[] days = [.. holidays];
        var last = new WorkingHours(Zone, Windows, Holidays.Concat(days));
        return _earlier is null ? last : new WorkingHours(last, _earlier.WithHolidays(days), _since);
    }

    /// <summary>Hours that change on a date, as when a person moves, or goes part-time.</summary>
    /// <param name="next">The hours from then on, which may change later in their turn.</param>
    /// <param name="from">The first local date of <paramref name="next"/>, which starts in its zone.</param>
    public WorkingHours ChangedTo(WorkingHours next, LocalDate from)
    {
        ArgumentNullException.ThrowIfNull(next);
        Moment since = new ReportingCalendar(next.Zone).StartOfDay(from);
        return next._earlier is null || since >= next._since
            ? new WorkingHours(next, this, since)
            : new WorkingHours(next, ChangedTo(next._earlier, from), next._since);
    }

    /// <summary>Whether an instant is worked.</summary>
    public bool Contains(Instant instant)
    {
        Moment moment = instant;
        return ElapsedTicks(moment, Later(moment, 1)) > 0;
    }

    /// <summary>The working time that passes from one instant to another.</summary>
    /// <returns>
    /// Never more than the time between them. Below zero where <paramref name="end"/> is the earlier one: the same span, negated.
    /// </returns>
    public Duration Elapsed(Instant start, Instant end) => Duration.FromTicks(ElapsedTicks(start, end));

    /// <summary>The working time that passes from one time to another; null where either is absent.</summary>
    /// <inheritdoc cref="Elapsed(Instant, Instant)" path="/returns"/>
    public Duration? Elapsed(Moment start, Moment end) =>
        start.HasValue && end.HasValue ? Duration.FromTicks(ElapsedTicks(start, end)) : null;

    /// <summary>The working times of many spans.</summary>
    /// <param name="starts">Where each span starts.</param>
    /// <param name="ends">Where it ends; as many.</param>
    /// <param name="elapsed">Receives the working time of each span, null where its start or end is absent; at least as many.</param>
    /// <exception cref="ArgumentException">The lengths differ, or <paramref name="elapsed"/> is shorter.</exception>
    public void Elapsed(ReadOnlySpan<Moment> starts, ReadOnlySpan<Moment> ends, Span<Duration?> elapsed)
    {
        if (starts.Length != ends.Length)
            throw new ArgumentException($"There are {starts.Length} starts and {ends.Length} ends.", nameof(ends));
        if (elapsed.Length < starts.Length)
            throw new ArgumentException($"{elapsed.Length} places don't hold {starts.Length} results.", nameof(elapsed));
        for (int i = 0; i < starts.Length; i++)
            elapsed[i] = Elapsed(starts[i], ends[i]);
    }

    /// <summary>The first instant at which an amount of working time has passed since a start.</summary>
    /// <param name="start">Where the count starts; outside working hours it waits for the next opening.</param>
    /// <param name="working">
    /// The working time; 0 gives <paramref name="start"/> itself. What ends with a window is due at its close, not at the next opening.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="working"/> is negative, or so long that it ends after year 9999.
    /// </exception>
    public Instant Deadline(Instant start, Duration working)
    {
        if (working < Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(working), working, "A deadline doesn't lie before its start.");
        if (working > Instant.MaxValue - start)
            throw TooLong(working);
        long ticks = working.BclCompatibleTicks;
        return ticks == 0 ? start : FirstAfter(start, ticks) ?? throw TooLong(working);
    }

    /// <inheritdoc/>
    public bool Equals(WorkingHours? other) => other is not null
        && Zone.Equals(other.Zone) && Windows.SequenceEqual(other.Windows) && Holidays.SequenceEqual(other.Holidays)
        && _since == other._since && Equals(_earlier, other._earlier);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingHours);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone, Windows.Count, Windows[0], Holidays.Count, _since);

    /// <summary>Zone and windows, such as <c>Europe/London: Monday 09:00-17:00, ...</c>.</summary>
    public override string ToString() => $"{Zone.Id}: {string.Join(", ", Windows)}";

    /// <summary>The working ticks from one moment to another, both of which must be present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long ElapsedTicks(Moment start, Moment end) =>
        _earlier is null ? _clock.Elapsed(start, end) : ElapsedAcrossChange(start, end);

    /// <summary>The same without a method call, or false where it takes one: after a change of hours, or far from our time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryElapsedTicks(Moment start, Moment end, out long ticks) => _clock.TryElapsed(start, end, out ticks) & _earlier is null;

    private long ElapsedAcrossChange(Moment start, Moment end) =>
        _earlier!.ElapsedTicks(Lesser(start, _since), Lesser(end, _since)) + _clock.Elapsed(Greater(start, _since), Greater(end, _since));

    // Two bounds close in on the deadline, until all time between them is worked.
    private Instant? FirstAfter(Moment start, long ticks)
    {
        Moment last = Instant.MaxValue;
        Moment low = start, high = Lesser(Later(start, ticks), last);
        long atLow = 0, atHigh = ElapsedTicks(start, high);
        for (long step = ticks; atHigh < ticks && high < last; step *= 2)
        {
            (low, atLow) = (high, atHigh);
            high = Lesser(Later(high, step), last);
            atHigh = ElapsedTicks(start, high);
        }

        if (atHigh < ticks)
            return null;
        while (atHigh - atLow < high.Value - low.Value)
        {
            Moment middle = Later(low, (high.Value - low.Value) / 2);
            long atMiddle = ElapsedTicks(start, middle);
            if (atMiddle < ticks)
                (low, atLow) = (middle, atMiddle);
            else
                (high, atHigh) = (middle, atMiddle);
        }

        return Later(low, ticks - atLow).ToInstant();
    }

    private static ArgumentOutOfRangeException TooLong(Duration working) =>
        new(nameof(working), working, "The deadline lies after year 9999.");

    private static Moment Later(Moment moment, long ticks) => Moment.FromValue(moment.Value + ticks);

    private static Moment Lesser(Moment a, Moment b) => a < b ? a : b;

    private static Moment Greater(Moment a, Moment b) => a > b ? a : b;

    private static void RequireDisjoint(WorkingWindow[] week, string name)
    {
        if (week.Length == 0)
            throw new ArgumentException("A week has at least one window.", name);
        for (int i = 0; i < week.Length; i++)
        {
            if (week[i].Day == IsoDayOfWeek.None)
                throw new ArgumentException($"Window {i} names no day.", name);
            for (int j = 0; j < i; j++)
            {
                if (Overlap(week[i], week[j]))
                    throw new ArgumentException($"Window {i}, {week[i]}, overlaps window {j}, {week[j]}.", name);
            }
        }
    }

    private static bool Overlap(WorkingWindow a, WorkingWindow b) => StartsWithin(a, b) || StartsWithin(b, a);

    // Around the week: a window of Sunday night reaches into Monday.
    private static bool StartsWithin(WorkingWindow a, WorkingWindow b) =>
        (a.Start - b.Start + NodaConstants.TicksPerWeek) % NodaConstants.TicksPerWeek < b.Ticks;
}

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// The local dates of moments in one zone, as days since 1970-01-01. The zone's offsets are tabulated for the years in which
/// rows usually lie; other moments ask the zone.
/// </summary>
internal sealed class LocalDays
{
    private const int OutsideTable = int.MaxValue;
    private const long EpochDay = 719_162;                  // 1970-01-01, counted from 0001-01-01

    private static readonly ConditionalWeakTable<DateTimeZone, LocalDays> ByZone = [];
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int FirstDay = Period.DaysBetween(Epoch, LocalDate.MinIsoValue);
    private static readonly int LastDay = Period.DaysBetween(Epoch, LocalDate.MaxIsoValue);

    private readonly TickLookup _offsetSeconds;

    private LocalDays(DateTimeZone zone)
    {
        Zone = zone;
        var table = new Interval(Instant.FromUtc(1950, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));
        List<long> edges = [];
        List<int> offsets = [OutsideTable];
        foreach (NodaTime.TimeZones.ZoneInterval span in zone.GetZoneIntervals(table))
        {
            edges.Add(((Moment)Instant.Max(table.Start, span.HasStart ? span.Start : table.Start)).Value);
            offsets.Add(span.WallOffset.Seconds);
        }

        edges.Add(((Moment)table.End).Value);
        offsets.Add(OutsideTable);
        _offsetSeconds = new TickLookup([.. edges], [.. offsets], absent: 0);
    }

    public DateTimeZone Zone { get; }

    /// <summary>The local days of a zone, made once for each.</summary>
    public static LocalDays Of(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return ByZone.GetValue(zone, static z => new LocalDays(z));
    }

    /// <summary>The number of a date.</summary>
    public static int DayNumber(LocalDate date) => Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso));

    /// <summary>The date of a number; the nearest one that there is for numbers beyond the years -9998 to 9999.</summary>
    public static LocalDate Date(int dayNumber) => Epoch.PlusDays(Math.Clamp(dayNumber, FirstDay, LastDay));

    /// <summary>The number of the local date of a moment, which must be present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DayNumber(Moment moment)
    {
        unchecked
        {
            // The day that was added is taken off again.
            return (int)((long)((ulong)LocalTicks(moment) / NodaConstants.TicksPerDay) - 1 - EpochDay);
        }
    }

    /// <summary>The number of the hour of the local week of a moment, which must be present; Monday 00:00 is 0.</summary>
    public int HourOfWeekNumber(Moment moment)
    {
        // 0001-01-01 was a Monday, and the day that was added makes it a Tuesday.
        ulong hours = (ulong)LocalTicks(moment) / NodaConstants.TicksPerHour;
        return (int)((hours + HourOfWeek.Count - NodaConstants.HoursPerDay) % HourOfWeek.Count);
    }

    /// <summary>The days from the local date of one moment to that of another, both given by their values and present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DaysBetween(long start, long end) => DayNumber(Moment.FromValue(end)) - DayNumber(Moment.FromValue(start));

    // Of the wall time since 0001-01-01, and a day more, so that a division never sees a negative number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long LocalTicks(Moment moment)
    {
        unchecked
        {
            int seconds = _offsetSeconds.ValueOf(moment);
            if (seconds == OutsideTable)
                seconds = OffsetSeconds(moment);
            return moment.Value - 1 + seconds * NodaConstants.TicksPerSecond + NodaConstants.TicksPerDay;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OffsetSeconds(Moment moment) => Zone.GetUtcOffset(moment.ToInstant()!.Value).Seconds;
}

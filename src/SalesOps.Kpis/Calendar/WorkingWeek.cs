using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// How much wall time is working time: a week that repeats, less holidays. Wall times are ticks since the Monday one week
/// before 0001-01-01 (itself a Monday), so that no offset leads below 0.
/// </summary>
internal sealed class WorkingWeek
{
    private const int FirstDay = -719_162 - 7;                  // of the count, as LocalDays numbers days
    private const int WidestShift = 42;                         // 5 days
    private const int MostBuckets = 1 << 14;                   // windows a minute apart still have one each

    private readonly Bend[] _bends;                             // of the week, the first at its start
    private readonly long _weekTicks;
    private readonly Bend[] _buckets;                           // of 2^shift ticks: the bend in each, or the last one before it
    private readonly int _shift;
    private readonly TickLookup _holidays;                      // 2k + 1 in the k-th holiday, 2k before it
    private readonly long[] _lost;                              // to the holidays before the k-th

    public WorkingWeek(IReadOnlyList<WorkingWindow> windows, IReadOnlyList<LocalDate> holidays)
    {
        _bends = Bends(windows);
        _weekTicks = _bends[^1].Reading(NodaConstants.TicksPerWeek);
        _shift = WidestShift;
        while (!Fits(_shift) && NodaConstants.TicksPerWeek >> _shift < MostBuckets)
            _shift--;
        _buckets = [.. Enumerable.Range(0, (int)(NodaConstants.TicksPerWeek >> _shift) + 1).Select(b => LastBefore(((b + 1L) << _shift) - 1))];

        _lost = new long[holidays.Count + 1];
        for (int i = 0; i < holidays.Count; i++)
            _lost[i + 1] = _lost[i] + TicksOf(holidays[i].DayOfWeek);
        if (holidays.Count > 0)
            _holidays = new TickLookup([.. holidays.SelectMany(Edges)], [.. Enumerable.Range(0, 2 * holidays.Count + 1)], absent: 0);
        IsQuick = Fits(_shift) && (holidays.Count == 0 || !_holidays.IsCrowded);
    }

    /// <summary>
    /// Whether <see cref="Between"/> may be asked: not where windows seconds apart, or holidays centuries apart, have to be
    /// searched for.
    /// </summary>
    public bool IsQuick { get; }

    /// <summary>The working ticks from one wall time to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Between(long start, long end)
    {
        unchecked
        {
            long lost = 0;
            if (_lost.Length > 1)
            {
                lost = LostBefore(_holidays.UncrowdedValueOf(Moment.FromValue(end)), ref end)
                    - LostBefore(_holidays.UncrowdedValueOf(Moment.FromValue(start)), ref start);
            }

            long first = WeekOf(start), last = WeekOf(end);
            return (last - first) * _weekTicks - lost
                + ReadingOfWeek(end - last * NodaConstants.TicksPerWeek) - ReadingOfWeek(start - first * NodaConstants.TicksPerWeek);
        }
    }

    /// <summary>The working ticks before a wall time, since the count's start; of any week.</summary>
    public long Before(long wall)
    {
        long lost = _lost.Length > 1 ? LostBefore(_holidays.ValueOf(Moment.FromValue(wall)), ref wall) : 0;
        long week = WeekOf(wall), time = wall - week * NodaConstants.TicksPerWeek;
        return week * _weekTicks - lost + LastBefore(time).Reading(time);
    }

    // A holiday reads as its start.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long LostBefore(int place, ref long wall)
    {
        if ((place & 1) != 0)
            wall -= unchecked((long)((ulong)wall % NodaConstants.TicksPerDay));
        return _lost[place >> 1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadingOfWeek(long time) => _buckets[unchecked((int)(time >> _shift))].Reading(time);

    private static long WeekOf(long wall) => unchecked((long)((ulong)wall / NodaConstants.TicksPerWeek));

    private Bend LastBefore(long time)
    {
        int last = _bends.Length - 1;
        while (_bends[last].At > time)
            last--;
        return _bends[last];
    }

    private bool Fits(int shift) => _bends.Zip(_bends.Skip(1)).All(pair => pair.First.At >> shift < pair.Second.At >> shift);

    private long TicksOf(IsoDayOfWeek weekday)
    {
        long start = ((int)weekday - 1) * NodaConstants.TicksPerDay, end = start + NodaConstants.TicksPerDay;
        return LastBefore(end).Reading(end) - LastBefore(start).Reading(start);
    }

    private static Bend[] Bends(IReadOnlyList<WorkingWindow> windows)
    {
        IEnumerable<long> edges = windows.SelectMany(window => new[] { window.Start, (window.Start + window.Ticks) % NodaConstants.TicksPerWeek });
        var bends = new List<Bend>();
        foreach (long edge in edges.Append(0).Distinct().Order())
        {
            bool isOpen = windows.Any(window => window.IsOpen(edge));
            long reading = bends.Count == 0 ? 0 : bends[^1].Reading(edge);
            bends.Add(new Bend(edge, reading, bends.Count == 0 ? 0 : bends[^1].After, isOpen ? -1 : 0));
        }

        return [.. bends];
    }

    private static long[] Edges(LocalDate day)
    {
        long start = (LocalDays.DayNumber(day) - (long)FirstDay) * NodaConstants.TicksPerDay;
        return [start, start + NodaConstants.TicksPerDay];
    }

    /// <summary>A time of the week at which work starts or ends: the working ticks before it, and masks that let time pass before and after it or not.</summary>
    private readonly struct Bend(long at, long worked, long before, long after)
    {
        private readonly long _worked = worked, _change = before ^ after;

        public readonly long At = at;
        public readonly long After = after;

        // Arithmetic, since random times defeat a branch.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long Reading(long time)
        {
            unchecked
            {
                long since = time - At;
                return _worked + (since & (After ^ _change & since >> 63));
            }
        }
    }
}

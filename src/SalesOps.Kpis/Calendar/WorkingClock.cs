using System.Runtime.CompilerServices;
using NodaTime.TimeZones;

namespace SalesOps.Kpis;

/// <summary>
/// A clock that runs while the wall time of a zone is working time. Time is cut into stretches of one offset: within each the
/// reading is that of the <see cref="WorkingWeek"/>, plus what makes it continue the stretch before.
/// </summary>
internal sealed class WorkingClock
{
    private const int OutsideTable = -1;

    private static readonly Interval Tabulated = new(Instant.FromUtc(1950, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));
    private static readonly Interval AllOfTime = new(NodaConstants.BclEpoch, Instant.MaxValue);

    private readonly WorkingWeek _week;
    private readonly Stretch[] _stretches;
    private readonly TickLookup _stretchOf;
    private readonly Lazy<Stretch[]> _all;        // 16,000 where the clocks change for ever: made when rows lie outside the table

    public WorkingClock(DateTimeZone zone, WorkingWeek week)
    {
        _week = week;
        _stretches = Stretches(zone, Tabulated);
        long[] edges = [.. _stretches.Select(stretch => stretch.Start), ((Moment)Tabulated.End).Value];
        _stretchOf = new TickLookup(edges, [OutsideTable, .. Enumerable.Range(0, _stretches.Length), OutsideTable], absent: OutsideTable);
        _all = new(() => Stretches(zone, AllOfTime));
    }

    /// <summary>The working ticks from one moment to another, both present; below 0 where the second is the earlier one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Elapsed(Moment start, Moment end) => TryElapsed(start, end, out long ticks) ? ticks : ElapsedSlowly(start, end);

    /// <summary>The same, or false outside the table and where the week isn't quick: even when never made, a call in a loop costs it registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryElapsed(Moment start, Moment end, out long ticks)
    {
        unchecked
        {
            ticks = 0;
            int first = _stretchOf.UncrowdedValueOf(start);
            if (first < 0 || !_week.IsQuick)
                return false;
            ref readonly Stretch from = ref _stretches[first], until = ref from;
            if (!from.Holds(end))                           // seldom: most spans are short
            {
                int last = _stretchOf.UncrowdedValueOf(end);
                if (last < 0)
                    return false;
                until = ref _stretches[last];
            }

            ticks = until.Base - from.Base + _week.Between(start.Value + from.ToWallTime, end.Value + until.ToWallTime);
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ElapsedSlowly(Moment start, Moment end)
    {
        int first = _stretchOf.ValueOf(start), last = _stretchOf.ValueOf(end);
        return (first | last) < 0
            ? Reading(in FindInAllOfTime(end), end) - Reading(in FindInAllOfTime(start), start)
            : Reading(in _stretches[last], end) - Reading(in _stretches[first], start);
    }

    private long Reading(in Stretch stretch, Moment moment) => unchecked(stretch.Base + _week.Before(moment.Value + stretch.ToWallTime));

    private ref readonly Stretch FindInAllOfTime(Moment moment)
    {
        Stretch[] stretches = _all.Value;
        int low = 0, high = stretches.Length - 1;           // the last that has begun
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (stretches[middle].Start <= moment.Value)
                low = middle;
            else
                high = middle - 1;
        }

        return ref stretches[low];
    }

    private Stretch[] Stretches(DateTimeZone zone, Interval range)
    {
        List<Stretch> stretches = [];
        foreach (ZoneInterval interval in zone.GetZoneIntervals(range))
        {
            long start = ((Moment)Instant.Max(range.Start, interval.HasStart ? interval.Start : range.Start)).Value;
            long end = ((Moment)Instant.Min(range.End, interval.HasEnd ? interval.End : range.End)).Value;
            // Off again: the 1 by which a moment's value lies above its ticks.
            long toWallTime = interval.WallOffset.Ticks + NodaConstants.TicksPerWeek - 1;
            long reading = stretches.Count == 0 ? 0 : Reading(stretches[^1], Moment.FromValue(start));
            stretches.Add(new Stretch(start, end - start, toWallTime, reading - _week.Before(start + toWallTime)));
        }

        return [.. stretches];
    }

    private readonly record struct Stretch(long Start, long Length, long ToWallTime, long Base)
    {
        public bool Holds(Moment moment) => unchecked((ulong)(moment.Value - Start) < (ulong)Length);
    }
}

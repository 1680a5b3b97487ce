using System.Runtime.CompilerServices;
using NodaTime.TimeZones;

namespace SalesOps.Kpis;

/// <summary>
/// A clock that runs while the wall time of a zone is working time. Time is cut into spans of one offset: within each the
/// reading is that of the <see cref="WorkingWeek"/>, plus what makes it continue the span before.
/// </summary>
internal sealed class WorkingClock
{
    private const int OutsideTable = -1;

    private static readonly Interval Tabulated = new(Instant.FromUtc(1950, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));
    private static readonly Interval AllOfTime = new(NodaConstants.BclEpoch, Instant.MaxValue);

    private readonly WorkingWeek _week;
    private readonly Span[] _spans;
    private readonly TickLookup _spanOf;
    private readonly Lazy<Span[]> _allSpans;        // 16,000 where the clocks change for ever: made when rows lie outside the table

    public WorkingClock(DateTimeZone zone, WorkingWeek week)
    {
        _week = week;
        _spans = Spans(zone, Tabulated);
        long[] edges = [.. _spans.Select(span => span.Start), ((Moment)Tabulated.End).Value];
        _spanOf = new TickLookup(edges, [OutsideTable, .. Enumerable.Range(0, _spans.Length), OutsideTable], absent: OutsideTable);
        _allSpans = new(() => Spans(zone, AllOfTime));
    }

    /// <summary>The working ticks from one moment to another, both present; below 0 where the second is the earlier one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Elapsed(Moment start, Moment end)
    {
        unchecked
        {
            int first = _spanOf.ValueOf(start), last = _spanOf.ValueOf(end);
            return (first | last) < 0
                ? ElapsedInAllOfTime(start, end)
                : Reading(in _spans[last], end) - Reading(in _spans[first], start);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long ElapsedInAllOfTime(Moment start, Moment end) => Reading(in Find(end), end) - Reading(in Find(start), start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Reading(in Span span, Moment moment) => unchecked(span.Base + _week.Before(moment.Value + span.ToWallTime));

    private ref readonly Span Find(Moment moment)
    {
        Span[] spans = _allSpans.Value;
        int low = 0, high = spans.Length - 1;           // the last span that has begun
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (spans[middle].Start <= moment.Value)
                low = middle;
            else
                high = middle - 1;
        }

        return ref spans[low];
    }

    private Span[] Spans(DateTimeZone zone, Interval range)
    {
        List<Span> spans = [];
        foreach (ZoneInterval interval in zone.GetZoneIntervals(range))
        {
            long start = ((Moment)Instant.Max(range.Start, interval.HasStart ? interval.Start : range.Start)).Value;
            // Off again: the 1 by which a moment's value lies above its ticks.
            long toWallTime = interval.WallOffset.Ticks + NodaConstants.TicksPerWeek - 1;
            long reading = spans.Count == 0 ? 0 : Reading(spans[^1], Moment.FromValue(start));
            spans.Add(new Span(start, toWallTime, reading - _week.Before(start + toWallTime)));
        }

        return [.. spans];
    }

    private readonly record struct Span(long Start, long ToWallTime, long Base);
}

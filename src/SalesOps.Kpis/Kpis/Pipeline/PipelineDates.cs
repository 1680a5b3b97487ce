using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The ascending dates at which stocks are taken, and where a moment lies among them.</summary>
internal sealed class PipelineDates
{
    private readonly TickLookup _firstFrom;

    public PipelineDates(IReadOnlyList<Instant> dates)
    {
        Count = dates.Count;
        // What happened at a date has happened by it, so a part begins one tick after its date.
        _firstFrom = new TickLookup([.. dates.Select(date => ((Moment)date).Value + 1)], [.. Enumerable.Range(0, Count + 1)], Absent);
    }

    public int Count { get; }

    /// <summary>The place of a deal of unknown creation, which exists at all dates, and of one that isn't closed at any.</summary>
    public int Absent => Count + 1;

    /// <summary>How many places there are.</summary>
    public int Stride => Count + 2;

    /// <summary>The first date by which something has happened; the number of dates where it is none of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstFrom(Moment moment) => _firstFrom.ValueOf(moment);

    /// <summary>The dates as steps of time, whose values are those of <see cref="FirstFrom"/>.</summary>
    public TickLookup Steps => _firstFrom;

    public bool ExistsAt(int date, int from) => from <= date || from == Absent;
}

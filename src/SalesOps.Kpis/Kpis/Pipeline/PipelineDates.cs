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

    /// <summary>The place of a date that is missing: a deal of unknown creation exists at all dates, a closed one without a date is in no stock.</summary>
    public int Absent => Count + 1;

    /// <summary>The place of the close of an open deal.</summary>
    public int NotClosed => Count + 2;

    /// <summary>How many places there are.</summary>
    public int Stride => Count + 3;

    /// <summary>The first date by which something has happened; the number of dates where it is none of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstFrom(Moment moment) => _firstFrom.ValueOf(moment);

    /// <summary>The dates as steps of time, whose values are those of <see cref="FirstFrom"/>.</summary>
    public TickLookup Steps => _firstFrom;

    public bool IsOpenAt(int date, int until) => until > date && until != Absent;

    public bool ExistsAt(int date, int from) => from <= date || from == Absent;
}

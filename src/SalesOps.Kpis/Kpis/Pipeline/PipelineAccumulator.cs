using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// Deals by the first date at which they exist and the first at which they are closed. The stock at a date is what exists
/// by then and closes later: a sum of cells, so that a deal is added once, however many dates there are.
/// </summary>
public struct PipelineAccumulator : IAccumulator<PipelineAccumulator, IDealRow>
{
    private readonly PipelineDates _dates;
    private readonly TickLookup _firstFrom;     // a copy at hand for every row
    private readonly int _notClosed, _stride;
    private readonly PipelineCell[] _cells;
    private long _merged;

    internal PipelineAccumulator(PipelineDates dates)
    {
        (_dates, _firstFrom, _notClosed, _stride) = (dates, dates.Steps, dates.NotClosed, dates.Stride);
        _cells = new PipelineCell[_stride * _stride];
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (!TryAdd(ref this, in row))
            AddOdd(row);                                    // by value: a row whose address is taken leaves the registers
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IAccumulator<PipelineAccumulator, IDealRow>.TryAdd<TRow>(ref PipelineAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in PipelineAccumulator other)
    {
        for (int i = 0; i < _cells.Length; i++)
            _cells[i].Merge(in other._cells[i]);
        _merged += other._merged;
    }

    /// <summary>The deals that exist by a date and are not closed by then.</summary>
    internal readonly PipelineCell StockAt(int date) => Sum((dates, from, until) => dates.ExistsAt(date, from) && dates.IsOpenAt(date, until));

    /// <summary>Those of them that have closed since.</summary>
    internal readonly long ClosedSince(int date) =>
        Sum((dates, from, until) => dates.ExistsAt(date, from) && dates.IsOpenAt(date, until) && until != dates.NotClosed).Rows;

    /// <summary>Those of them whose creation is unknown.</summary>
    internal readonly long CreationUnknown(int date) => Sum((dates, from, until) => from == dates.Absent && dates.IsOpenAt(date, until)).Rows;

    /// <summary>The deals that are not in the stock at a date.</summary>
    internal readonly LeftOutDeals LeftOutAt(int date) => new()
    {
        Merged = _merged,
        CloseDateMissing = Sum((dates, _, until) => until == dates.Absent).Rows,
        CreatedLater = Sum((dates, from, until) => !dates.ExistsAt(date, from) && until != dates.Absent).Rows,
        Closed = Sum((dates, from, until) => dates.ExistsAt(date, from) && until <= date).Rows,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref PipelineAccumulator state, scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            int isOpen = (int)row.Outcome - 1 >> 31;        // all ones or nothing
            int from = state._firstFrom.UncrowdedValueOf(row.CreatedAt), until = state._firstFrom.UncrowdedValueOf(row.ClosedAt);
            if ((from | until) < 0 || row.MergedIntoId is not null)
                return false;
            until += state._notClosed - until & isOpen;     // an open deal's close is not used, whatever it says
            return state._cells[from * state._stride + until].TryAdd(row.Amount, row.Probability);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (row.MergedIntoId is not null)
        {
            _merged++;
            return;
        }

        int from = _dates.FirstFrom(row.CreatedAt), until = row.Outcome == DealOutcome.Open ? _notClosed : _dates.FirstFrom(row.ClosedAt);
        _cells[from * _stride + until].Add(row.Amount, row.Probability);
    }

    private readonly PipelineCell Sum(Func<PipelineDates, int, int, bool> isPart)
    {
        PipelineCell sum = default;
        for (int i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].Rows != 0 && isPart(_dates, i / _dates.Stride, i % _dates.Stride))
                sum.Merge(in _cells[i]);
        }

        return sum;
    }
}

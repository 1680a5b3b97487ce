using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// Deals by the first date at which they exist and the first at which they are closed. The stock at a date is what exists
/// by then and closes later: a sum of cells, so that a deal is added once, however many dates there are.
/// </summary>
public struct PipelineAccumulator : IAccumulator<PipelineAccumulator, IDealRow>
{
    private readonly PipelineDates _dates;
    private readonly PipelineCell[] _cells;

    internal PipelineAccumulator(PipelineDates dates) => (_dates, _cells) = (dates, new PipelineCell[dates.Stride * dates.Stride]);

    internal long Merged { get; private set; }

    internal long CloseDateMissing { get; private set; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            Moment closed = row.ClosedAt;
            int isOpen = (int)row.Outcome - 1 >> 31;                    // all ones or nothing
            if (row.MergedIntoId is not null)
            {
                Merged++;
            }
            else if ((isOpen | (int)(-closed.Value >> 63)) == 0)
            {
                CloseDateMissing++;
            }
            else
            {
                // An open deal's close is not used, whatever it says.
                int from = _dates.FirstFrom(row.CreatedAt), until = _dates.FirstFrom(closed);
                until += _dates.Absent - until & isOpen;
                Amount amount = row.Amount;
                _cells[from * _dates.Stride + until].Add(in amount, row.Probability);
            }
        }
    }

    /// <inheritdoc/>
    public void Merge(in PipelineAccumulator other)
    {
        for (int i = 0; i < _cells.Length; i++)
            _cells[i].Merge(in other._cells[i]);
        Merged += other.Merged;
        CloseDateMissing += other.CloseDateMissing;
    }

    /// <summary>The deals that exist by a date and are not closed by then.</summary>
    internal readonly PipelineCell StockAt(int date) => Sum((dates, from, until) => dates.ExistsAt(date, from) && until > date);

    /// <summary>Those of them that have closed since.</summary>
    internal readonly long ClosedSince(int date) =>
        Sum((dates, from, until) => dates.ExistsAt(date, from) && until > date && until != dates.Absent).Rows;

    /// <summary>Those of them whose creation is unknown.</summary>
    internal readonly long CreationUnknown(int date) => Sum((dates, from, until) => from == dates.Absent && until > date).Rows;

    /// <summary>The deals that are created after a date.</summary>
    internal readonly long CreatedAfter(int date) => Sum((dates, from, _) => !dates.ExistsAt(date, from)).Rows;

    /// <summary>The deals that exist by a date and are closed by then.</summary>
    internal readonly long ClosedBy(int date) => Sum((dates, from, until) => dates.ExistsAt(date, from) && until <= date).Rows;

    private readonly PipelineCell Sum(Func<PipelineDates, int, int, bool> isPart)
    {
        PipelineCell sum = default;
        for (int i = 0; i < _cells.Length; i++)
        {
            if (isPart(_dates, i / _dates.Stride, i % _dates.Stride))
                sum.Merge(in _cells[i]);
        }

        return sum;
    }
}

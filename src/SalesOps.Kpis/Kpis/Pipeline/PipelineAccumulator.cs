using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The deals that enter and leave the stock between the dates of a pipeline.</summary>
public struct PipelineAccumulator : IAccumulator<PipelineAccumulator, IDealRow>
{
    private readonly long[] _dates;
    private readonly PipelineFlow[] _entered, _left;        // by the first date at which it shows; the last is after all dates
    private CurrencyTally _currencies;

    internal PipelineAccumulator(long[] dates)
    {
        _dates = dates;
        _entered = new PipelineFlow[dates.Length + 1];
        _left = new PipelineFlow[dates.Length + 1];
    }

    internal long Merged { get; private set; }

    internal long CloseDateMissing { get; private set; }

    internal readonly CurrencyTally Currencies => _currencies;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        bool isOpen = row.Outcome == DealOutcome.Open;
        if (row.MergedIntoId is not null)
        {
            Merged++;
        }
        else if (!isOpen && !row.ClosedAt.HasValue)
        {
            CloseDateMissing++;
        }
        else
        {
            int enters = FirstDateFrom(row.CreatedAt.Value), leaves = isOpen ? _dates.Length : FirstDateFrom(row.ClosedAt.Value);
            _entered[enters].Created++;
            if (enters < leaves)
            {
                Add(ref _entered[enters], in row, isOpen);
                Add(ref _left[leaves], in row, isOpen);
                _currencies.Meet(row.Amount);
            }
        }
    }

    /// <inheritdoc/>
    public void Merge(in PipelineAccumulator other)
    {
        for (int i = 0; i < _entered.Length; i++)
        {
            _entered[i].Merge(in other._entered[i]);
            _left[i].Merge(in other._left[i]);
        }

        _currencies.Merge(in other._currencies);
        Merged += other.Merged;
        CloseDateMissing += other.CloseDateMissing;
    }

    /// <summary>What had entered, or left, by a date.</summary>
    internal readonly PipelineFlow EnteredBy(int date) => Sum(_entered, date);

    internal readonly PipelineFlow LeftBy(int date) => Sum(_left, date);

    internal readonly long All => Sum(_entered, _dates.Length).Created;

    private static PipelineFlow Sum(PipelineFlow[] flows, int last)
    {
        PipelineFlow sum = default;
        for (int i = 0; i <= last; i++)
            sum.Merge(in flows[i]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TRow>(ref PipelineFlow flow, scoped in TRow row, bool isOpen) where TRow : struct, IDealRow, allows ref struct
    {
        Amount amount = row.Amount;
        Probability probability = row.Probability;
        flow.Amounts.Add(in amount);
        if (amount.HasValue)
            flow.Weighted += (Int128)amount.Units * probability.Units;
        flow.ProbabilityMissing += probability.HasValue ? 0 : 1;
        flow.CreationUnknown += row.CreatedAt.HasValue ? 0 : 1;
        flow.ClosedSince += isOpen ? 0 : 1;
    }

    // What happened at a date has happened by it. An absent creation is before all dates.
    private readonly int FirstDateFrom(long moment)
    {
        int at = Array.BinarySearch(_dates, moment);
        return at < 0 ? ~at : at;
    }
}

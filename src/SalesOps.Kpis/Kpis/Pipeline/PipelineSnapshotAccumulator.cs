using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>The deals that are open at one instant: sums, and each one's age and amount for quantiles.</summary>
/// <remarks>Rents about 16 bytes per open deal; dispose it.</remarks>
public struct PipelineSnapshotAccumulator
    : IAccumulator<PipelineSnapshotAccumulator, IDealRow>, ISharesScratch<PipelineSnapshotAccumulator>, IDisposable
{
    private readonly PipelineInstant _at;
    private PipelineCell _open;
    private PipelineCell _overdue;
    private ValueBag _ageTicks;
    private ValueBag _amountUnits;
    private Counts _counts;
    private LeftOutDeals _leftOut;

    internal enum Count
    {
        // Of the deals in the stock, in spite of something.
        CreationUnknown, ClosedSince, OpenWithCloseDate, ExpectedCloseMissing, RateMissing,
        Length,
    }

    internal PipelineSnapshotAccumulator(PipelineInstant at, ValueArena arena) =>
        (_at, _ageTicks, _amountUnits) = (at, new(arena), new(arena));

    internal readonly PipelineCell Open => _open;

    internal readonly PipelineCell Overdue => _overdue;

    internal readonly CurrencyTally Currencies => _open.Currencies;

    internal readonly DurationSummary Ages => DurationStatistics.Summarize(in _ageTicks);

    internal readonly AmountSummary Amounts => Currencies.IsMixed ? default : AmountStatistics.Summarize(in _amountUnits, Currencies.Single);

    internal readonly LeftOutDeals LeftOut => _leftOut;

    internal readonly long this[Count count] => _counts[(int)count];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        DealState state = _at.StateOf(in row);
        if (state == DealState.Open)
            AddOpen(row);                                   // by value: a row whose address is taken leaves the registers
        else
            _leftOut.Add(state);
    }

    /// <inheritdoc/>
    public void Merge(in PipelineSnapshotAccumulator other)
    {
        _open.Merge(in other._open);
        _overdue.Merge(in other._overdue);
        _ageTicks.Merge(in other._ageTicks);
        _amountUnits.Merge(in other._amountUnits);
        _leftOut.Merge(in other._leftOut);
        for (int i = 0; i < (int)Count.Length; i++)
            _counts[i] += other._counts[i];
    }

    /// <summary>Gives the rented memory back.</summary>
    public readonly void Dispose() => _ageTicks.Dispose();

    PipelineSnapshotAccumulator ISharesScratch<PipelineSnapshotAccumulator>.Beside()
    {
        PipelineSnapshotAccumulator other = this;
        (other._open, other._overdue, other._counts, other._leftOut) = (default, default, default, default);
        (other._ageTicks, other._amountUnits) = (_ageTicks.Beside(), _amountUnits.Beside());
        return other;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOpen<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        Moment created = row.CreatedAt;
        if (created.HasValue)
            _ageTicks.Add(_at.Moment.Value - created.Value);
        else
            _counts[(int)Count.CreationUnknown]++;
        if (row.Outcome != DealOutcome.Open)
            _counts[(int)Count.ClosedSince]++;
        else if (row.ClosedAt.HasValue)
            _counts[(int)Count.OpenWithCloseDate]++;
        Amount amount = Use(row.Amount);
        _open.Add(in amount, row.Probability);
        if (row.ExpectedCloseOn is not { } expected)
            _counts[(int)Count.ExpectedCloseMissing]++;
        else if (_at.IsOverdue(expected))
            _overdue.Add(in amount, row.Probability);
    }

    private Amount Use(Amount amount)
    {
        if (!amount.HasValue)
            return default;
        if (!_at.TryConvert(amount, out Amount used))
        {
            _counts[(int)Count.RateMissing]++;
            return default;
        }

        _amountUnits.Add(used.Units);
        return used;
    }

    [InlineArray((int)Count.Length)]
    private struct Counts
    {
        private long _first;
    }
}

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>What is won in a target's period and what is open at an instant, by when it is expected to close.</summary>
internal struct CoverageAccumulator : IAccumulator<CoverageAccumulator, IDealRow>
{
    private readonly CoverageCalculator _definition;
    private Parts _parts;
    private Counts _counts;
    private LeftOutDeals _leftOut;

    public enum Part
    {
        Won, ExpectedInPeriod, Overdue, WithoutExpectedClose, ExpectedInOtherPeriods, Length,
    }

    public enum Count
    {
        // Counted, in spite of something.
        CreationUnknown, ClosedSince, RateMissing,
        Length,
    }

    public CoverageAccumulator(CoverageCalculator definition) => _definition = definition;

    public readonly PipelineCell this[Part part] => _parts[(int)part];

    public readonly long this[Count count] => _counts[(int)count];

    public readonly LeftOutDeals LeftOut => _leftOut;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        DealState state = _definition.At.StateOf(in row);
        if (state == DealState.Open)
            AddOpen(row);
        else if (state == DealState.Closed && row.Outcome == DealOutcome.Won && _definition.IsInPeriod(row.ClosedAt))
            AddTo(Part.Won, row.Amount, row.ClosedAt, row.Probability);
        else
            _leftOut.Add(state);
    }

    public void Merge(in CoverageAccumulator other)
    {
        for (int i = 0; i < (int)Part.Length; i++)
            _parts[i].Merge(in other._parts[i]);
        for (int i = 0; i < (int)Count.Length; i++)
            _counts[i] += other._counts[i];
        _leftOut.Merge(in other._leftOut);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOpen<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (!row.CreatedAt.HasValue)
            _counts[(int)Count.CreationUnknown]++;
        if (row.Outcome != DealOutcome.Open)
            _counts[(int)Count.ClosedSince]++;
        AddTo(_definition.PartOf(row.ExpectedCloseOn), row.Amount, _definition.At.Moment, row.Probability);
    }

    private void AddTo(Part part, Amount amount, Moment eventTime, Probability probability)
    {
        if (amount.HasValue && !_definition.At.TryConvert(amount, eventTime, out amount))
            _counts[(int)Count.RateMissing]++;
        _parts[(int)part].Add(in amount, probability);
    }

    [InlineArray((int)Part.Length)]
    private struct Parts
    {
        private PipelineCell _first;
    }

    [InlineArray((int)Count.Length)]
    private struct Counts
    {
        private long _first;
    }
}

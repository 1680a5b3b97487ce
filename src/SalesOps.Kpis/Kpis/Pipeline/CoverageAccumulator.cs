using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>What is won in a target's period and what is open at an instant, by when it is expected to close.</summary>
internal struct CoverageAccumulator : IAccumulator<CoverageAccumulator, IDealRow>
{
    private readonly CoverageCalculator _definition;
    private CurrencyTally _currencies;
    private Parts _parts;
    private Counts _counts;

    public enum Part
    {
        Won, ExpectedInPeriod, Overdue, WithoutExpectedClose, ExpectedInOtherPeriods, Length,
    }

    public enum Count
    {
        // Left out.
        Merged, CloseDateMissing, CreatedAfterAsOf, AlreadyClosed,
        // Counted, in spite of something.
        CreationUnknown, ClosedSince, RateMissing,
        Length,
    }

    public CoverageAccumulator(CoverageCalculator definition) => _definition = definition;

    public readonly PipelineCell this[Part part] => _parts[(int)part];

    public readonly long this[Count count] => _counts[(int)count];

    public readonly CurrencyTally Currencies => _currencies;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        Moment closed = row.ClosedAt, asOf = _definition.At.Moment;
        bool isOpen = row.Outcome == DealOutcome.Open, isClosed = !isOpen && closed.Value <= asOf.Value;
        if (row.MergedIntoId is not null)
            _counts[(int)Count.Merged]++;
        else if (!isOpen && !closed.HasValue)
            _counts[(int)Count.CloseDateMissing]++;
        else if (row.CreatedAt.Value > asOf.Value)
            _counts[(int)Count.CreatedAfterAsOf]++;
        else if (!isClosed)
            AddOpen(row);
        else if (row.Outcome == DealOutcome.Won && _definition.IsInPeriod(closed))
            AddTo(Part.Won, row.Amount, closed, row.Probability);
        else
            _counts[(int)Count.AlreadyClosed]++;
    }

    public void Merge(in CoverageAccumulator other)
    {
        for (int i = 0; i < (int)Part.Length; i++)
            _parts[i].Merge(in other._parts[i]);
        for (int i = 0; i < (int)Count.Length; i++)
            _counts[i] += other._counts[i];
        _currencies.Merge(in other._currencies);
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
        _currencies.Meet(in amount);
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

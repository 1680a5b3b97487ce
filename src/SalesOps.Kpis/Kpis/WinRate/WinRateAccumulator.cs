using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>Counts and exact amounts per outcome. One cell is picked by index, so no branch depends on the data.</summary>
/// <remarks>Allocates only where customers are counted or currencies are mixed.</remarks>
public struct WinRateAccumulator : IAccumulator<WinRateAccumulator, IDealRow>
{
    private readonly WinRateCalculator _definition;
    private readonly long _asOf;
    private readonly int _kindsLeftOut;     // a bit per kind
    private readonly bool _isPlain;         // no option is on that needs more than the outcome
    private CurrencyTally _currencies;
    private CustomerOutcomes? _customers;
    private Cells _cells;
    private LeftOutCounts _leftOut;

    internal WinRateAccumulator(WinRateCalculator definition)
    {
        _definition = definition;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _kindsLeftOut = ~(int)definition.Kinds;
        _isPlain = definition.AsOf is null && definition.CountBy == WinRateCount.Deal;
        _customers = definition.CountBy == WinRateCount.Customer ? new() : null;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (row.MergedIntoId is not null)
        {
            _leftOut[(int)LeftOut.Merged]++;
        }
        else if (_isPlain)
        {
            // Deals of kinds that are left out go four cells after their outcome.
            int cell = (int)row.Outcome | _kindsLeftOut >> (int)row.Kind << 2 & OutcomeCount;
            Amount amount = row.Amount;
            _cells[cell].Add(in amount);
            if (_currencies.IsNew(in amount) && cell < OutcomeCount && IsCounted((DealOutcome)cell))
                _currencies.Meet(in amount);
        }
        else
        {
            AddWithOptions(row);                            // by value: a row whose address is taken leaves the registers
        }
    }

    /// <inheritdoc/>
    public void Merge(in WinRateAccumulator other)
    {
        for (int i = 0; i < CellCount; i++)
            _cells[i].Merge(in other._cells[i]);
        for (int i = 0; i < (int)LeftOut.Count; i++)
            _leftOut[i] += other._leftOut[i];
        _currencies.Merge(in other._currencies);
        _customers?.Merge(other._customers!);
    }

    private const int OutcomeCount = 4, CellCount = 2 * OutcomeCount;

    internal enum LeftOut
    {
        Merged, CreatedAfterAsOf, ClosedAfterAsOf, CustomerMissing, CloseDateMissing, BothMissing, Count,
    }

    internal readonly AmountCell this[DealOutcome outcome] => _cells[(int)outcome];

    internal readonly long this[LeftOut reason] => _leftOut[(int)reason];

    internal readonly CurrencyTally Currencies => _currencies;

    internal readonly CustomerOutcomes? Customers => _customers;

    internal readonly long KindLeftOut
    {
        get
        {
            long rows = 0;
            for (int i = OutcomeCount; i < CellCount; i++)
                rows += _cells[i].Rows;
            return rows;
        }
    }

    // Lost deals of 0 count as without an amount in the rate by amount.
    internal readonly long LostZeros => _cells[(int)DealOutcome.Lost].Zeros;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddWithOptions<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        DealOutcome outcome = row.Outcome;
        Moment closed = row.ClosedAt;
        bool isClosedSince = outcome != DealOutcome.Open && closed.Value > _asOf;
        if (isClosedSince)
            outcome = DealOutcome.Open;
        bool isCounted = IsCounted(outcome);
        if ((_kindsLeftOut >> (int)row.Kind & 1) != 0)
        {
            _cells[OutcomeCount].Add(default);
        }
        else if (row.CreatedAt.Value > _asOf)
        {
            _leftOut[(int)LeftOut.CreatedAfterAsOf]++;
        }
        else if (isClosedSince && !isCounted)
        {
            _leftOut[(int)LeftOut.ClosedAfterAsOf]++;
        }
        else if (_customers is not null && row.CustomerId is null && isCounted)
        {
            _leftOut[(int)LeftOut.CustomerMissing]++;
        }
        else
        {
            Amount amount = row.Amount;
            _cells[(int)outcome].Add(in amount);
            if (!isCounted)
                return;
            _customers?.Add(row.CustomerId!, outcome);
            _currencies.Meet(in amount);
            if (_asOf != long.MaxValue && outcome != DealOutcome.Open && !closed.HasValue)
                _leftOut[(int)(amount.HasValue ? LeftOut.CloseDateMissing : LeftOut.BothMissing)]++;
        }
    }

    private readonly bool IsCounted(DealOutcome outcome) => _definition.Counts(outcome);

    [InlineArray(CellCount)]
    private struct Cells
    {
        private AmountCell _first;
    }

    [InlineArray((int)LeftOut.Count)]
    private struct LeftOutCounts
    {
        private long _first;
    }
}

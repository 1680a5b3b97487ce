using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>Counts and exact amounts per outcome. One cell is picked by index, so no branch depends on the data.</summary>
/// <remarks>
/// Allocates only where customers are counted or currencies are mixed. A few hundred states should stay in the nearest cache,
/// so they are small.
/// </remarks>
public struct WinRateAccumulator : IAccumulator<WinRateAccumulator, IDealRow>
{
    private readonly WinRateCalculator _definition;
    private readonly int _kinds;            // that are counted: a bit each, from the sign bit down
    private readonly int _outcomes;         // likewise
    private readonly bool _isPlain;         // no option is on that needs more than kind and outcome
    private Currency _currency;             // of counted amounts that need no look; matches none where the state isn't plain
    private int _lostZeros;
    private Cells _cells;                   // near what every row asks for
    private LeftOutCounts _leftOut;
    private CurrencyTally _currencies;
    private readonly CustomerOutcomes? _customers;

    internal WinRateAccumulator(WinRateCalculator definition)
    {
        _definition = definition;
        _isPlain = definition is { AsOf: null, CountBy: WinRateCount.Deal, Conversion: null };
        (_kinds, _outcomes, _currency) = _isPlain ? (KindBits(definition), OutcomeBits(definition), default) : (-1, -1, Currency.Unmatched);
        _customers = definition.CountBy == WinRateCount.Customer ? new() : null;
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
    static bool IAccumulator<WinRateAccumulator, IDealRow>.TryAdd<TRow>(ref WinRateAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in WinRateAccumulator other)
    {
        for (int i = 0; i < CellCount; i++)
            _cells[i].Merge(in other._cells[i]);
        _currencies.Merge(in other._currencies);
        for (int i = 0; i < (int)LeftOut.Count; i++)
            _leftOut[i] += other._leftOut[i];
        _lostZeros += other._lostZeros;
        _customers?.Merge(other._customers!);
    }

    // First the deals of kinds that are left out, then a cell per outcome.
    private const int LeftOutCell = 0, CellCount = 5, KindCount = 4;

    internal enum LeftOut
    {
        Merged, CreatedAfterAsOf, ClosedAfterAsOf, CustomerMissing, CloseDateMissing, BothMissing, RateMissing, LostRateMissing, Count,
    }

    internal readonly AmountCell this[DealOutcome outcome] => _cells[(int)outcome + 1];

    internal readonly long this[LeftOut reason] => _leftOut[(int)reason];

    internal readonly CurrencyTally Currencies => _currencies;

    internal readonly CustomerOutcomes? Customers => _customers;

    internal readonly long KindLeftOut => _cells[LeftOutCell].Rows;

    /// <summary>Lost deals of 0, which count as without an amount in the rate by amount.</summary>
    internal readonly long LostZeros => _lostZeros;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref WinRateAccumulator state, scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            Amount amount = row.Amount;
            if (row.MergedIntoId is not null || amount.Units == 0)
                return false;
            // The currency of what doesn't count is of no matter. No branch on the outcome alone, which looks random.
            int outcome = (int)row.Outcome, isOfKind = state._kinds << (int)row.Kind >> 31;     // all ones or nothing
            int isCounted = state._outcomes << outcome >> 31 & isOfKind;
            if ((amount.Currency.Difference(state._currency) & isCounted) != 0 && (amount.HasValue || !state._isPlain))
                return false;
            state._cells[outcome + 1 & isOfKind].Add(in amount);
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        long asOf = _definition.AsOf is { } instant ? ((Moment)instant).Value : long.MaxValue;
        DealOutcome outcome = row.Outcome;
        bool isClosedSince = outcome != DealOutcome.Open && row.ClosedAt.Value > asOf;
        if (isClosedSince)
            outcome = DealOutcome.Open;
        bool isCounted = _definition.Counts(outcome);
        if (row.MergedIntoId is not null)
            Count(LeftOut.Merged);
        else if (((int)_definition.Kinds >> (int)row.Kind & 1) == 0)
            _cells[LeftOutCell].Add(default);
        else if (row.CreatedAt.Value > asOf)
            Count(LeftOut.CreatedAfterAsOf);
        else if (isClosedSince && !isCounted)
            Count(LeftOut.ClosedAfterAsOf);
        else if (!isCounted)
            _cells[(int)outcome + 1].Add(default);
        else if (_customers is not null && row.CustomerId is null)
            Count(LeftOut.CustomerMissing);
        else
            AddCounted(row, outcome);
    }

    private void AddCounted<TRow>(scoped TRow row, DealOutcome outcome) where TRow : struct, IDealRow, allows ref struct
    {
        Moment closed = row.ClosedAt;
        Amount amount = row.Amount;
        if (_definition.Conversion is { } conversion && amount.HasValue)
        {
            Moment eventTime = outcome != DealOutcome.Open ? closed : _definition.AsOf is { } asOf ? asOf : row.CreatedAt;
            if (!conversion.TryConvert(amount, eventTime, out amount))
                Count(outcome == DealOutcome.Lost ? LeftOut.LostRateMissing : LeftOut.RateMissing);
        }

        _cells[(int)outcome + 1].Add(in amount);
        if (amount.Units == 0 && outcome == DealOutcome.Lost)
            _lostZeros++;
        _customers?.Add(row.CustomerId!, outcome);
        _currencies.Meet(in amount);
        if (_isPlain)
            _currency = _currencies.First;
        if (_definition.AsOf is not null && outcome != DealOutcome.Open && !closed.HasValue)
            Count(amount.HasValue ? LeftOut.CloseDateMissing : LeftOut.BothMissing);
    }

    private void Count(LeftOut reason) => _leftOut[(int)reason]++;

    private static int KindBits(WinRateCalculator definition)
    {
        int bits = 0;
        for (int kind = 0; kind < KindCount; kind++)
            bits |= ((int)definition.Kinds >> kind & 1) << 31 - kind;
        return bits;
    }

    private static int OutcomeBits(WinRateCalculator definition)
    {
        int bits = 0;
        for (int outcome = 0; outcome < CellCount - 1; outcome++)
            bits |= (definition.Counts((DealOutcome)outcome) ? 1 : 0) << 31 - outcome;
        return bits;
    }

    [InlineArray(CellCount)]
    private struct Cells
    {
        private AmountCell _first;
    }

    [InlineArray((int)LeftOut.Count)]
    private struct LeftOutCounts
    {
        private int _first;
    }
}

using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>The durations themselves, for exact quantiles, and what became of the other rows.</summary>
/// <remarks>Rents about 8 bytes per measured deal; dispose it.</remarks>
public struct SalesCycleAccumulator : IAccumulator<SalesCycleAccumulator, IDealRow>, ISharesScratch<SalesCycleAccumulator>, IDisposable
{
    private const int OutcomeCount = 4;

    private readonly LocalDays? _days;
    private readonly WorkingHours? _hours;
    private readonly long _asOf;
    private readonly int _measuredOutcomes;                                     // a bit each, from the sign bit down
    private readonly bool _isPlain;                                             // time as it is, without an as-of
    private readonly Starts _starts;
    private ValueBag _ticks;
    private OutcomeCounts _rows;                                                // but those that were left out
    private FallbackCounts _fallbacks;
    private LeftOutCounts _leftOut;

    /// <summary>Why a deal is left out, in the order of the ledger.</summary>
    internal enum LeftOut
    {
        Merged, CreatedAfterAsOf, ClosedAfterAsOf, CloseDateMissing, StartMissing, NegativeDuration, Count,
    }

    internal SalesCycleAccumulator(SalesCycleCalculator definition, ValueArena arena)
    {
        _days = definition.DayCount == DayCount.LocalDates ? LocalDays.Of(definition.Zone) : null;
        _hours = definition.DayCount == DayCount.Working ? definition.Hours : null;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _isPlain = definition is { DayCount: DayCount.Elapsed, AsOf: null };
        _starts = new(definition.From);
        _measuredOutcomes = Bit(DealOutcome.Won) | (definition.Until == CycleEnd.Closed ? Bit(DealOutcome.Lost) : 0);
        _ticks = new(arena);
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
    static bool IAccumulator<SalesCycleAccumulator, IDealRow>.TryAdd<TRow>(ref SalesCycleAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in SalesCycleAccumulator other)
    {
        _ticks.Merge(in other._ticks);
        for (int outcome = 0; outcome < OutcomeCount; outcome++)
            _rows[outcome] += other._rows[outcome];
        _fallbacks[0] += other._fallbacks[0];
        _fallbacks[1] += other._fallbacks[1];
        for (int i = 0; i < (int)LeftOut.Count; i++)
            _leftOut[i] += other._leftOut[i];
    }

    /// <inheritdoc/>
    public readonly void Dispose() => _ticks.Dispose();

    internal readonly long this[LeftOut reason] => _leftOut[(int)reason];

    internal readonly long Measured => _ticks.Count;

    internal readonly long StillOpen => _rows[(int)DealOutcome.Open];

    internal readonly long NotWon
    {
        get
        {
            long closed = 0;
            for (int outcome = 0; outcome < OutcomeCount; outcome++)
                closed += outcome == (int)DealOutcome.Open ? 0 : _rows[outcome];
            return closed - Measured;
        }
    }

    internal readonly long StartedAtLeadReceipt => _fallbacks[0] & _starts.FirstContact;

    internal readonly long StartedAtCreation => _fallbacks[1] & _starts.FirstContact;

    /// <summary>The durations in ticks.</summary>
    internal readonly ValueBag Ticks => _ticks;

    internal readonly DurationSummary Summary =>
        DurationStatistics.Summarize(in _ticks, _hours?.StandardDay.BclCompatibleTicks ?? NodaConstants.TicksPerDay);

    SalesCycleAccumulator ISharesScratch<SalesCycleAccumulator>.Beside()
    {
        SalesCycleAccumulator other = this;
        other._ticks = _ticks.Beside();
        (other._rows, other._fallbacks, other._leftOut) = (default, default, default);
        return other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref SalesCycleAccumulator state, scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (!state._isPlain || state._ticks.IsFull || row.MergedIntoId is not null)
            return false;
        return state._starts.IsAny
            ? state.TryMeasure(in row, Starts.Any, days: null, hours: null)         // the masks are constants here
            : state.TryMeasure(in row, state._starts, days: null, hours: null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        bool isClosed = row.Outcome != DealOutcome.Open;
        if (row.MergedIntoId is not null)
            Count(LeftOut.Merged);
        else if (row.CreatedAt.Value > _asOf)
            Count(LeftOut.CreatedAfterAsOf);
        else if (isClosed && row.ClosedAt.Value > _asOf)
            Count(LeftOut.ClosedAfterAsOf);
        else
            AddStarted(row);
    }

    private void AddStarted<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        _ticks.MakeRoom();
        if (TryMeasure(in row, _starts, _days, _hours))
            return;
        Count(!row.ClosedAt.HasValue ? LeftOut.CloseDateMissing
            : StartOf(in row, _starts, out _, out _) == 0 ? LeftOut.StartMissing
            : LeftOut.NegativeDuration);
    }

    private void Count(LeftOut reason) => _leftOut[(int)reason]++;

    /// <summary>Counts the deal and measures it if its outcome asks for that; returns false where its dates don't let it.</summary>
    /// <remarks>Masks in place of branches: which deals were won, and which dates they lack, looks random to a processor.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryMeasure<TRow>(scoped in TRow row, Starts starts, LocalDays? days, WorkingHours? hours)
        where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            long start = StartOf(in row, starts, out int isLater, out int isCreation), closed = row.ClosedAt.Value, ticks = closed - start;
            if (days is not null && start > 0 && closed > 0)
                ticks = days.DaysBetween(start, closed) * NodaConstants.TicksPerDay;
            if (hours is not null && start > 0 && closed > start)       // a negative cycle stays one, even out of hours
                ticks = hours.ElapsedTicks(Moment.FromValue(start), Moment.FromValue(closed));

            int outcome = (int)row.Outcome, isMeasured = _measuredOutcomes << outcome >> 31;     // all ones or nothing
            if (((ticks | start - 1) & isMeasured) < 0)                                          // without a close it is negative
                return false;
            _rows[outcome]++;
            _ticks.AddWithinRoom(ticks, -isMeasured);
            _fallbacks[isCreation] -= isLater & isMeasured;
            return true;
        }
    }

    /// <summary>The start of the cycle, or 0; whether it is later than the first contact, and whether that is the creation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long StartOf<TRow>(scoped in TRow row, Starts starts, out int isLater, out int isCreation)
        where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            long first = row.FirstContactAt.Value & starts.FirstContact, noFirst = first - 1 >> 63;
            long receipt = row.LeadReceivedAt.Value & starts.LeadReceived & noFirst, neither = (first | receipt) - 1 >> 63;
            (isLater, isCreation) = ((int)noFirst, (int)neither & 1);
            return first | receipt | row.CreatedAt.Value & starts.Created & neither;
        }
    }

    private static int Bit(DealOutcome outcome) => int.MinValue >>> (int)outcome;

    /// <summary>The moments that a cycle may start at, in this order of preference, as masks: all ones or nothing.</summary>
    private readonly struct Starts(CycleStart from)
    {
        public static Starts Any
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => new(CycleStart.FirstContact);
        }

        public readonly sbyte FirstContact = Mask(from == CycleStart.FirstContact);
        public readonly sbyte LeadReceived = Mask(from is CycleStart.FirstContact or CycleStart.LeadReceived);
        public readonly sbyte Created = Mask(from is CycleStart.FirstContact or CycleStart.DealCreated);

        public bool IsAny => FirstContact != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static sbyte Mask(bool isSet) => (sbyte)(isSet ? -1 : 0);
    }

    [InlineArray(OutcomeCount)]
    private struct OutcomeCounts
    {
        private int _first;
    }

    [InlineArray((int)LeftOut.Count)]
    private struct LeftOutCounts
    {
        private int _first;
    }

    // First the starts at the receipt of the lead, then those at the creation.
    [InlineArray(2)]
    private struct FallbackCounts
    {
        private int _first;
    }
}

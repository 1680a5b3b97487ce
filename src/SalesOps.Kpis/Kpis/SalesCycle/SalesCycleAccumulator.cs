using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>The durations themselves, for exact quantiles, and what became of the other rows.</summary>
/// <remarks>Rents about 8 bytes per measured deal; dispose it.</remarks>
public struct SalesCycleAccumulator : IAccumulator<SalesCycleAccumulator, IDealRow>, ISharesScratch<SalesCycleAccumulator>, IDisposable
{
    // A deal's class is its outcome and what is odd about its dates. Deals are counted by class, without a branch on which,
    // and what becomes of a class is told when the counts are read.
    private const int NegativeFlag = 4, StartMissingFlag = 8, CloseDateMissingFlag = 16, ClassCount = 32, OutcomeMask = 3;

    private readonly LocalDays? _days;
    private readonly WorkingHours? _hours;
    private readonly long _asOf;
    private readonly bool _isPlain;                                             // time as it is, without an as-of
    private readonly sbyte _useFirstContact, _useLeadReceived, _useCreated;     // masks: all ones or nothing
    private readonly uint _measuredClasses;                                     // a bit each
    private ValueBag _ticks;
    private ClassCounts _counts;
    private FallbackCounts _fallbacks;
    private int _merged, _createdAfterAsOf, _closedAfterAsOf;

    internal enum Fate
    {
        Measured, NegativeDuration, StartMissing, CloseDateMissing, NotWon, StillOpen, ClosedAfterAsOf, CreatedAfterAsOf, Merged,
        StartedAtLeadReceipt, StartedAtCreation,
    }

    internal SalesCycleAccumulator(SalesCycleCalculator definition, ValueArena arena)
    {
        _days = definition.DayCount == DayCount.LocalDates ? LocalDays.Of(definition.Zone) : null;
        _hours = definition.DayCount == DayCount.Working ? definition.Hours : null;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _isPlain = definition is { DayCount: DayCount.Elapsed, AsOf: null };
        _useFirstContact = Mask(definition.From == CycleStart.FirstContact);
        _useLeadReceived = Mask(definition.From is CycleStart.FirstContact or CycleStart.LeadReceived);
        _useCreated = Mask(definition.From is CycleStart.FirstContact or CycleStart.DealCreated);
        _measuredClasses = 1U << (int)DealOutcome.Won | (definition.Until == CycleEnd.Closed ? 1U << (int)DealOutcome.Lost : 0);
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
        for (int i = 0; i < ClassCount; i++)
            _counts[i] += other._counts[i];
        _fallbacks[0] += other._fallbacks[0];
        _fallbacks[1] += other._fallbacks[1];
        _merged += other._merged;
        _createdAfterAsOf += other._createdAfterAsOf;
        _closedAfterAsOf += other._closedAfterAsOf;
    }

    /// <inheritdoc/>
    public readonly void Dispose() => _ticks.Dispose();

    internal readonly long this[Fate fate] => fate switch
    {
        Fate.Merged => _merged,
        Fate.CreatedAfterAsOf => _createdAfterAsOf,
        Fate.ClosedAfterAsOf => _closedAfterAsOf,
        Fate.StartedAtLeadReceipt => _fallbacks[0],
        Fate.StartedAtCreation => _fallbacks[1],
        _ => Classes(fate),
    };

    /// <summary>The durations in ticks.</summary>
    internal readonly ValueBag Ticks => _ticks;

    internal readonly DurationSummary Summary =>
        DurationStatistics.Summarize(in _ticks, _hours?.StandardDay.BclCompatibleTicks ?? NodaConstants.TicksPerDay);

    SalesCycleAccumulator ISharesScratch<SalesCycleAccumulator>.Beside()
    {
        SalesCycleAccumulator other = this;
        other._ticks = _ticks.Beside();
        other._counts = default;
        other._fallbacks = default;
        (other._merged, other._createdAfterAsOf, other._closedAfterAsOf) = (0, 0, 0);
        return other;
    }

    private readonly long Classes(Fate fate)
    {
        long rows = 0;
        for (int i = 0; i < ClassCount; i++)
            rows += FateOf(i) == fate ? _counts[i] : 0;
        return rows;
    }

    // The first reason that applies, in the order of the ledger.
    private readonly Fate FateOf(int @class) =>
        (@class & OutcomeMask) == (int)DealOutcome.Open ? Fate.StillOpen
        : (_measuredClasses >> (@class & OutcomeMask) & 1) == 0 ? Fate.NotWon
        : (@class & CloseDateMissingFlag) != 0 ? Fate.CloseDateMissing
        : (@class & StartMissingFlag) != 0 ? Fate.StartMissing
        : (@class & NegativeFlag) != 0 ? Fate.NegativeDuration
        : Fate.Measured;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref SalesCycleAccumulator state, scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (!state._isPlain || state._ticks.IsFull || row.MergedIntoId is not null)
            return false;
        state.Measure(in row, days: null, hours: null);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (row.MergedIntoId is not null)
        {
            _merged++;
        }
        else if (row.CreatedAt.Value > _asOf)
        {
            _createdAfterAsOf++;
        }
        else if (row.Outcome != DealOutcome.Open && row.ClosedAt.Value > _asOf)
        {
            _closedAfterAsOf++;
        }
        else
        {
            _ticks.MakeRoom();
            Measure(in row, _days, _hours);
        }
    }

    // Masks in place of branches: which deals were won, and which dates they lack, looks random to a processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Measure<TRow>(scoped in TRow row, LocalDays? days, WorkingHours? hours)
        where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            long closed = row.ClosedAt.Value;
            long first = row.FirstContactAt.Value & _useFirstContact;
            long noFirst = first - 1 >> 63;
            long received = row.LeadReceivedAt.Value & _useLeadReceived & noFirst;
            long noReceived = (first | received) - 1 >> 63;
            long start = first | received | row.CreatedAt.Value & _useCreated & noReceived;
            long ticks = closed - start;
            if (days is not null && start > 0 && closed > 0)
                ticks = days.DaysBetween(start, closed) * NodaConstants.TicksPerDay;
            if (hours is not null && start > 0 && closed > start)       // a negative cycle stays one, even out of hours
                ticks = hours.ElapsedTicks(Moment.FromValue(start), Moment.FromValue(closed));

            int @class = (int)row.Outcome | (int)(ticks >> 63) & NegativeFlag
                | (int)(start - 1 >> 63) & StartMissingFlag | (int)(closed - 1 >> 63) & CloseDateMissingFlag;
            _counts[@class]++;
            int measured = (int)(_measuredClasses >> @class) & 1;
            _ticks.AddWithinRoom(ticks, measured);
            _fallbacks[(int)noReceived & 1] += (int)noFirst & _useFirstContact & measured;
        }
    }

    private static sbyte Mask(bool isSet) => (sbyte)(isSet ? -1 : 0);

    [InlineArray(ClassCount)]
    private struct ClassCounts
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

using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>The durations themselves, for exact quantiles, and what became of the other rows.</summary>
/// <remarks>Rents about 8 bytes per measured deal; dispose it.</remarks>
public struct SalesCycleAccumulator : IAccumulator<SalesCycleAccumulator, IDealRow>, ISharesScratch<SalesCycleAccumulator>, IDisposable
{
    private readonly LocalDays? _days;
    private readonly long _asOf;
    private readonly long _useFirstContact, _useLeadReceived, _useCreated;      // masks: all ones or nothing
    private readonly long _lostToo;                                             // likewise
    private ValueBag _ticks;
    private Counts _counts;

    internal enum Fate
    {
        Measured, NegativeDuration, StartMissing, CloseDateMissing, NotWon, StillOpen, ClosedAfterAsOf, CreatedAfterAsOf, Merged,
        StartedAtLeadReceipt, StartedAtCreation, Count,
    }

    internal SalesCycleAccumulator(SalesCycleCalculator definition, ValueArena arena)
    {
        _days = definition.DayCount == DayCount.LocalDates ? LocalDays.Of(definition.Zone) : null;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _useFirstContact = definition.From == CycleStart.FirstContact ? -1 : 0;
        _useLeadReceived = definition.From is CycleStart.FirstContact or CycleStart.LeadReceived ? -1 : 0;
        _useCreated = definition.From is CycleStart.FirstContact or CycleStart.DealCreated ? -1 : 0;
        _lostToo = definition.Until == CycleEnd.Closed ? -1 : 0;
        _ticks = new(arena);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        unchecked
        {
            // Masks in place of branches: which deals were won, and which dates they lack, looks random to a processor.
            long closed = row.ClosedAt.Value;
            long first = row.FirstContactAt.Value & _useFirstContact;
            long noFirst = first - 1 >> 63;
            long received = row.LeadReceivedAt.Value & _useLeadReceived & noFirst;
            long noReceived = (first | received) - 1 >> 63;
            long created = row.CreatedAt.Value & _useCreated & noReceived;
            long start = first | received | created;
            long ticks = closed - start;
            if (_days is not null && start > 0 && closed > 0)
                ticks = _days.DaysBetween(start, closed) * NodaConstants.TicksPerDay;

            // The last line that applies decides, so the first reason stands last.
            long fate = (long)Fate.NegativeDuration & ticks >> 63;
            fate = Choose(fate, Fate.StartMissing, start - 1 >> 63);
            fate = Choose(fate, Fate.CloseDateMissing, closed - 1 >> 63);
            long outcome = (long)row.Outcome;
            long isWon = (outcome ^ (long)DealOutcome.Won) - 1 >> 63, isLost = (outcome ^ (long)DealOutcome.Lost) - 1 >> 63;
            fate = Choose(fate, Fate.NotWon, ~(isWon | isLost & _lostToo));
            fate = Choose(fate, Fate.StillOpen, outcome - 1 >> 63);
            if (_asOf != long.MaxValue)
            {
                fate = Choose(fate, Fate.ClosedAfterAsOf, _asOf - closed >> 63 & ~(outcome - 1 >> 63));
                fate = Choose(fate, Fate.CreatedAfterAsOf, _asOf - row.CreatedAt.Value >> 63);
            }

            if (row.MergedIntoId is not null)
                fate = (long)Fate.Merged;
            _counts[(int)fate]++;
            int measured = (int)(fate - 1 >> 63) & 1;
            _ticks.Add(ticks, measured);
            long fellBack = noFirst & _useFirstContact & -measured;
            _counts[(int)Fate.StartedAtLeadReceipt] -= fellBack & ~noReceived;
            _counts[(int)Fate.StartedAtCreation] -= fellBack & noReceived;
        }
    }

    /// <inheritdoc/>
    public void Merge(in SalesCycleAccumulator other)
    {
        _ticks.Merge(in other._ticks);
        for (int i = 0; i < (int)Fate.Count; i++)
            _counts[i] += other._counts[i];
    }

    /// <summary>Gives the rented memory back.</summary>
    public readonly void Dispose() => _ticks.Dispose();

    internal readonly long this[Fate fate] => _counts[(int)fate];

    internal readonly DurationSummary Summary => Statistics.Summary.OfDurations(in _ticks);

    SalesCycleAccumulator ISharesScratch<SalesCycleAccumulator>.Beside()
    {
        SalesCycleAccumulator other = this;
        other._ticks = _ticks.Beside();
        other._counts = default;
        return other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Choose(long fate, Fate other, long mask) => unchecked(fate + ((long)other - fate & mask));

    [InlineArray((int)Fate.Count)]
    private struct Counts
    {
        private long _first;
    }
}

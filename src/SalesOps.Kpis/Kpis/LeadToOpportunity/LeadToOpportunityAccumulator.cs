using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>Leads by what became of them, the times that conversions took, and the persons with several leads.</summary>
/// <remarks>Rents about 8 bytes per timed conversion; dispose it. Leads with a person are kept until the person is complete.</remarks>
public struct LeadToOpportunityAccumulator : IAccumulator<LeadToOpportunityAccumulator, ILeadRow>,
    ISharesScratch<LeadToOpportunityAccumulator>, IDisposable
{
    private readonly LeadWindow _window;
    private readonly LeadConversion _conversion;
    private PersonProgress? _persons;
    private ValueBag _ticks;
    private Counts _counts;

    internal enum Count
    {
        // Left out.
        Merged, ReceivedAfterAsOf, SamePerson,
        // By how far they came: the highest rung.
        New, Contacted, Qualified, Opportunity, Won,
        OpportunityWithoutDeal, ContactDated, ReceiptUnknown,
        // Of the converted ones: why there is no time, and whose window can't be judged though it has ended.
        StartMissing, ConversionDateMissing, BeforeReceipt, MatureUndated,
        // By what became of them, and whether their window has ended: a pair for each outcome.
        Outcomes, Length = Outcomes + 2 * LeadWindow.Outcomes,
    }

    internal LeadToOpportunityAccumulator(LeadToOpportunityCalculator definition, ValueArena arena)
    {
        _window = new(definition);
        _conversion = definition.ConvertedWhen;
        _ticks = new(arena);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (!TryAdd(ref this, in row))
            AddOdd(row);                                    // by value: a row whose address is taken leaves the registers
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IAccumulator<LeadToOpportunityAccumulator, ILeadRow>.TryAdd<TRow>(ref LeadToOpportunityAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in LeadToOpportunityAccumulator other)
    {
        for (int i = 0; i < (int)Count.Length; i++)
            _counts[i] += other._counts[i];
        _ticks.Merge(in other._ticks);
        if (other._persons is not null)
            _counts[(int)Count.SamePerson] += (_persons ??= new()).Merge(other._persons);
    }

    /// <summary>Gives the rented memory back.</summary>
    public readonly void Dispose() => _ticks.Dispose();

    internal readonly long this[Count count] => _counts[(int)count];

    internal readonly long this[LeadOutcome outcome] => this[outcome, hasEnded: true] + this[outcome, hasEnded: false];

    internal readonly long this[LeadOutcome outcome, bool hasEnded] => _counts[PlaceOf(outcome, hasEnded)];

    /// <summary>The same state with each person counted as one lead, and the ticks that conversions took.</summary>
    internal readonly LeadToOpportunityAccumulator WithPersons(out long[] ticks)
    {
        LeadToOpportunityAccumulator counted = this;
        IReadOnlyCollection<LeadProgress> persons = _persons?.All ?? [];
        ticks = new long[checked((int)_ticks.Count) + persons.Count];
        _ticks.CopyTo(ticks);
        int length = (int)_ticks.Count;
        foreach (LeadProgress person in persons)
            length += counted.Take(in person, out ticks[length]);
        Array.Resize(ref ticks, length);
        return counted;
    }

    LeadToOpportunityAccumulator ISharesScratch<LeadToOpportunityAccumulator>.Beside()
    {
        LeadToOpportunityAccumulator other = this;
        (other._ticks, other._counts, other._persons) = (_ticks.Beside(), default, null);
        return other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref LeadToOpportunityAccumulator state, scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (row.PersonId is not null || state._ticks.IsFull)
            return false;
        if (row.MergedIntoId is not null || row.ReceivedAt.Value > state._window.AsOf)
        {
            state._counts[(int)(row.MergedIntoId is null ? Count.ReceivedAfterAsOf : Count.Merged)]++;
            return true;
        }

        int kept = state.Take(LeadProgress.Of(in row, state._window.AsOf, state._conversion), out long taken);
        state._ticks.AddWithinRoom(taken, kept);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (row.PersonId is null)
        {
            _ticks.MakeRoom();
            TryAdd(ref this, in row);
        }
        else if (row.MergedIntoId is not null || row.ReceivedAt.Value > _window.AsOf)
        {
            _counts[(int)(row.MergedIntoId is null ? Count.ReceivedAfterAsOf : Count.Merged)]++;
        }
        else
        {
            bool isNew = (_persons ??= new()).Add(row.PersonId, LeadProgress.Of(in row, _window.AsOf, _conversion));
            _counts[(int)Count.SamePerson] += isNew ? 0 : 1;
        }
    }

    /// <summary>Counts a lead; 1 where its conversion took a time. One cell is picked by index: what becomes of leads looks random to a processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Take(in LeadProgress lead, out long taken)
    {
        unchecked
        {
            LeadOutcome outcome = _window.OutcomeOf(in lead, out bool hasEnded);
            _counts[PlaceOf(outcome, hasEnded)]++;
            _counts[(int)Count.New + lead.RungsPassed]++;
            _counts[(int)Count.OpportunityWithoutDeal] += lead.IsOpportunityWithoutDeal;
            _counts[(int)Count.ContactDated] += lead.HasContactDate;
            taken = lead.ConvertedAt - lead.Received;
            int converted = outcome == LeadOutcome.Converted ? 1 : 0;
            int timed = converted & (lead.ConvertedAt != 0 ? 1 : 0) & (lead.Received != 0 ? 1 : 0) & (taken >= 0 ? 1 : 0);
            if (lead.Received == 0 | timed != converted)
                Explain(in lead, converted, hasEnded);
            return timed;
        }
    }

    // The first that applies is why there is no time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Explain(in LeadProgress lead, int converted, bool hasEnded)
    {
        _counts[(int)Count.ReceiptUnknown] += lead.Received == 0 ? 1 : 0;
        _counts[(int)Count.MatureUndated] += lead.ConvertedBy == 0 && hasEnded ? converted : 0;
        Count reason = lead.Received == 0 ? Count.StartMissing : lead.ConvertedAt == 0 ? Count.ConversionDateMissing : Count.BeforeReceipt;
        _counts[(int)reason] += converted;
    }

    private static int PlaceOf(LeadOutcome outcome, bool hasEnded) => unchecked((int)Count.Outcomes + 2 * (int)outcome + (hasEnded ? 1 : 0));

    [InlineArray((int)Count.Length)]
    private struct Counts
    {
        private long _first;
    }
}

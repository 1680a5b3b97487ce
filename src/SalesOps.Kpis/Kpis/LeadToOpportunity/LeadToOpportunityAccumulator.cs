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
        // By what became of them.
        Converted, Late, Disqualified, Pending, Expired,
        // Whose window has ended.
        Mature, MatureConverted, MatureUndated,
        // How far they came.
        Contacted, Qualified, Opportunities, WithoutDeal, Won, ContactDated,
        ReceiptUnknown,
        // Of the converted ones: why there is no time.
        StartMissing, ConversionDateMissing, BeforeReceipt,
        Length,
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
        if (row.MergedIntoId is not null)
            _counts[(int)Count.Merged]++;
        else if (row.ReceivedAt.Value > _window.AsOf)
            _counts[(int)Count.ReceivedAfterAsOf]++;
        else
            AddReceived(row.PersonId, LeadProgress.Of(in row, _window.AsOf, _conversion));
    }

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

    /// <summary>The same state with each person counted as one lead, and the ticks that conversions took.</summary>
    internal readonly LeadToOpportunityAccumulator WithPersons(out long[] ticks)
    {
        LeadToOpportunityAccumulator counted = this;
        var ofPersons = new List<long>();
        foreach (LeadProgress person in _persons?.All ?? [])
        {
            if (counted.TryCount(in person, out long taken))
                ofPersons.Add(taken);
        }

        ticks = new long[checked((int)_ticks.Count) + ofPersons.Count];
        _ticks.CopyTo(ticks);
        ofPersons.CopyTo(ticks, ticks.Length - ofPersons.Count);
        return counted;
    }

    LeadToOpportunityAccumulator ISharesScratch<LeadToOpportunityAccumulator>.Beside()
    {
        LeadToOpportunityAccumulator other = this;
        (other._ticks, other._counts, other._persons) = (_ticks.Beside(), default, null);
        return other;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddReceived(string? personId, LeadProgress lead)
    {
        if (personId is not null)
            _counts[(int)Count.SamePerson] += (_persons ??= new()).Add(personId, in lead) ? 0 : 1;
        else if (TryCount(in lead, out long taken))
            _ticks.Add(taken);
    }

    /// <summary>Counts a lead; whether it has a time that its conversion took.</summary>
    private bool TryCount(in LeadProgress lead, out long taken)
    {
        LeadOutcome outcome = _window.OutcomeOf(in lead);
        bool isConverted = outcome == LeadOutcome.Converted, hasEnded = _window.HasEnded(in lead);
        _counts[(int)Count.Converted + (int)outcome]++;
        CountIf(hasEnded, Count.Mature);
        CountIf(hasEnded & isConverted, Count.MatureConverted);
        CountIf(hasEnded & isConverted & lead.ConvertedBy == 0, Count.MatureUndated);
        CountIf(lead.Has(LeadProgress.Passed.Contacted), Count.Contacted);
        CountIf(lead.Has(LeadProgress.Passed.Qualified), Count.Qualified);
        CountIf(lead.Has(LeadProgress.Passed.Opportunity), Count.Opportunities);
        CountIf(lead.Has(LeadProgress.Passed.Opportunity) & !lead.Has(LeadProgress.Passed.HasDeal), Count.WithoutDeal);
        CountIf(lead.Has(LeadProgress.Passed.Won), Count.Won);
        CountIf(lead.Has(LeadProgress.Passed.HasContactDate), Count.ContactDated);
        CountIf(lead.Received == 0, Count.ReceiptUnknown);
        taken = lead.ConvertedAt - lead.Received;
        if (!isConverted)
            return false;
        CountIf(lead.Received == 0, Count.StartMissing);
        CountIf(lead.Received != 0 & lead.ConvertedAt == 0, Count.ConversionDateMissing);
        bool hasDates = lead.Received != 0 & lead.ConvertedAt != 0;
        CountIf(hasDates & taken < 0, Count.BeforeReceipt);
        return hasDates & taken >= 0;
    }

    private void CountIf(bool applies, Count count) => _counts[(int)count] += applies ? 1 : 0;

    [InlineArray((int)Count.Length)]
    private struct Counts
    {
        private long _first;
    }
}

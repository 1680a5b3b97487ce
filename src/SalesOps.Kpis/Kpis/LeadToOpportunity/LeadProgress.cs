using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>How far a lead, or all leads of one person, had come at the as-of. Times are values of moments, 0 where unknown.</summary>
internal struct LeadProgress
{
    public long Received;           // the first receipt
    public long ConvertedBy;        // the first date by which it had converted: of the conversion or of what implies it
    public long ConvertedAt;        // the conversion, by its own date only
    public Passed Rungs;

    private const int AllRungs = (int)(Passed.Contacted | Passed.Qualified | Passed.Opportunity | Passed.Won);

    [Flags]
    public enum Passed
    {
        Contacted = 1, Qualified = 2, Opportunity = 4, Won = 8,
        HasDeal = 16, HasContactDate = 32,
        NotRejected = 64,           // put so that the leads of a person are told together by "or"
    }

    /// <summary>What had happened by the as-of. A status without its date has happened; one with a later date has not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LeadProgress Of<TRow>(scoped in TRow row, long asOf, LeadConversion conversion) where TRow : struct, ILeadRow, allows ref struct
    {
        LeadStatus status = row.Status;
        DealOutcome? outcome = row.DealOutcome;
        Moment dealCreated = row.DealCreatedAt;
        bool hasDeal = dealCreated.HasValue | outcome is not null | row.DealId is not null;
        var won = new LeadStep(row.WonAt, outcome == DealOutcome.Won, asOf);
        var opportunity = new LeadStep(FirstPresent(dealCreated, row.ConvertedAt), hasDeal | status == LeadStatus.Converted, asOf);
        var qualified = new LeadStep(row.QualifiedAt, status == LeadStatus.Qualified, asOf);
        var contacted = new LeadStep(row.ContactedAt, status == LeadStatus.Contacted, asOf);
        var rejected = new LeadStep(row.DisqualifiedAt, status == LeadStatus.Disqualified, asOf);
        int isOpportunity = opportunity.Done | won.Done, isQualified = qualified.Done | isOpportunity;
        // A conversion is dated by itself alone, but what implies it tells by when it had happened.
        long convertedAt = opportunity.At, convertedBy = Moment.Earlier(opportunity.At, won.At);
        if (conversion == LeadConversion.Won)
            convertedAt = convertedBy = won.At;
        else if (conversion == LeadConversion.Qualified)
            (convertedAt, convertedBy) = (qualified.At, Moment.Earlier(qualified.At, convertedBy));
        return new LeadProgress
        {
            Received = row.ReceivedAt.Value,
            ConvertedAt = convertedAt,
            ConvertedBy = convertedBy,
            // In the order of the flags.
            Rungs = (Passed)((contacted.Done | isQualified) | isQualified << 1 | isOpportunity << 2 | won.Done << 3
                | (hasDeal ? 1 : 0) << 4 | (contacted.At != 0 ? 1 : 0) << 5 | (rejected.Done ^ 1) << 6),
        };
    }

    /// <summary>With another lead of the same person: received when the first was, as far as the furthest.</summary>
    public void Join(in LeadProgress other)
    {
        Received = Moment.Earlier(Received, other.Received);
        ConvertedBy = Moment.Earlier(ConvertedBy, other.ConvertedBy);
        ConvertedAt = Moment.Earlier(ConvertedAt, other.ConvertedAt);
        Rungs |= other.Rungs;
    }

    /// <summary>How many rungs it passed; they are passed one after the other.</summary>
    public readonly int RungsPassed => int.PopCount((int)Rungs & AllRungs);

    public readonly int HasContactDate => (int)Rungs >> 5 & 1;

    public readonly int IsOpportunityWithoutDeal => (int)Rungs >> 2 & ~((int)Rungs >> 4) & 1;

    public readonly bool Has(Passed rung) => (Rungs & rung) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Moment FirstPresent(Moment a, Moment b) => unchecked(Moment.FromValue(a.Value | b.Value & a.Value - 1 >> 63));
}

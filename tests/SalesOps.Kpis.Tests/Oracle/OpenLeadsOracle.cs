namespace SalesOps.Kpis.Tests;

/// <summary>The open leads at an instant as the definition says, over lists.</summary>
internal static class OpenLeadsOracle
{
    public static OpenLeads Of(PipelineCalculator options, Instant at, IReadOnlyList<Lead> leads)
    {
        LeadStatus[] open = [.. leads.Where(lead => ReasonOf(lead, at) is null).Select(lead => StatusAt(lead, at))];
        return new OpenLeads
        {
            At = at,
            New = open.Count(status => status == LeadStatus.Open),
            Contacted = open.Count(status => status == LeadStatus.Contacted),
            Qualified = open.Count(status => status == LeadStatus.Qualified),
            Ledger = Ledgers.Of(leads, lead => ReasonOf(lead, at), Notes),
            Definition = options,
        };
    }

    private static LedgerReason? ReasonOf(Lead lead, Instant at)
    {
        if (lead.MergedIntoId is not null)
            return LedgerReason.Merged;
        if (lead.Status is LeadStatus.Converted or LeadStatus.Disqualified && lead.ConvertedAt is null && lead.DisqualifiedAt is null)
            return LedgerReason.CloseDateMissing;
        if (lead.ReceivedAt > at)
            return LedgerReason.CreatedAfterAsOf;
        return lead.ConvertedAt <= at || lead.DisqualifiedAt <= at ? LedgerReason.AlreadyClosed : null;
    }

    // A status without a date holds at every instant.
    private static LeadStatus StatusAt(Lead lead, Instant at) =>
        lead.QualifiedAt <= at || lead is { Status: LeadStatus.Qualified, QualifiedAt: null } ? LeadStatus.Qualified
        : lead.ContactedAt <= at || lead is { Status: LeadStatus.Contacted, ContactedAt: null } ? LeadStatus.Contacted
        : LeadStatus.Open;

    private static IEnumerable<LedgerReason> Notes(Lead lead)
    {
        if (lead.ReceivedAt is null)
            yield return LedgerReason.CreationUnknown;
        if (lead is { Status: LeadStatus.Qualified, QualifiedAt: null } or { Status: LeadStatus.Contacted, ContactedAt: null })
            yield return LedgerReason.AsOfUsesToday;
    }
}

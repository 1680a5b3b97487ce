using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>The same leads as every kind of rows.</summary>
internal static class LeadSources
{
    public static IEnumerable<Leads> Of(Lead[] leads)
    {
        CrmLead[] foreign = [.. leads.Select(lead => new CrmLead(lead))];
        yield return leads;
        yield return leads.ToList();
        yield return LeadTable.Of(leads);
        yield return Leads.Over(foreign, lead => new CrmLeadRow(lead));
        yield return Leads.Over(leads, lead => lead);
        yield return LeadTable.Of(Leads.Over(foreign, lead => new CrmLeadRow(lead)));
    }

    /// <summary>A lead as another system holds it.</summary>
    private sealed class CrmLead(Lead lead)
    {
        public Lead Lead => lead;

        public DateTimeOffset? In { get; } = lead.ReceivedAt?.ToDateTimeOffset();

        public DateTimeOffset? Out { get; } = lead.FirstRespondedAt?.ToDateTimeOffset();
    }

    private readonly struct CrmLeadRow(CrmLead crm) : ILeadRow
    {
        public string Id => crm.Lead.Id;
        public LeadStatus Status => crm.Lead.Status;
        public Department Department => crm.Lead.Department ?? default;
        public double? Score => crm.Lead.Score;
        public Moment ReceivedAt => crm.In;
        public Moment AssignedAt => crm.Lead.AssignedAt;
        public Moment FirstRespondedAt => crm.Out;
        public Moment ContactedAt => crm.Lead.ContactedAt;
        public Moment QualifiedAt => crm.Lead.QualifiedAt;
        public Moment ConvertedAt => crm.Lead.ConvertedAt;
        public Moment DealCreatedAt => crm.Lead.DealCreatedAt;
        public Moment WonAt => crm.Lead.WonAt;
        public DealOutcome? DealOutcome => crm.Lead.DealOutcome;
        public Moment DisqualifiedAt => crm.Lead.DisqualifiedAt;
        public string? PersonId => crm.Lead.PersonId;
        public string? Source => crm.Lead.Source;
        public string? Channel => crm.Lead.Channel;
        public string? CampaignId => crm.Lead.CampaignId;
        public string? OwnerId => crm.Lead.OwnerId;
        public string? Segment => crm.Lead.Segment;
        public string? ResponderId => crm.Lead.ResponderId;
        public string? RejectReason => crm.Lead.RejectReason;
        public string? DealId => crm.Lead.DealId;
        public string? CustomerId => crm.Lead.CustomerId;
        public string? MergedIntoId => crm.Lead.MergedIntoId;
    }
}

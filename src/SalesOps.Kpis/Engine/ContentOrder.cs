namespace SalesOps.Kpis;

/// <summary>
/// Which of several rows with one id stands for it: the one with the latest event, then the one with the most fields, then
/// the first in the order of the fields. It never depends on the order of the rows.
/// </summary>
internal sealed class ContentOrder<TRecord>(Func<TRecord, object?[]> fieldsOf) : IComparer<TRecord>
{
    public int Compare(TRecord? x, TRecord? y)
    {
        object?[] a = fieldsOf(x!), b = fieldsOf(y!);
        int order = LatestEvent(b).CompareTo(LatestEvent(a));
        if (order == 0)
            order = Filled(b).CompareTo(Filled(a));
        for (int i = 0; i < a.Length && order == 0; i++)
            order = Compare(a[i], b[i]);
        return order;
    }

    private static Instant LatestEvent(object?[] fields) => fields.OfType<Instant>().DefaultIfEmpty(Instant.MinValue).Max();

    private static int Filled(object?[] fields) => fields.Count(field => field is not null);

    private static int Compare(object? x, object? y) => (x, y) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (IComparable a, not null) => a.CompareTo(y),
        _ => (x is null ? 1 : 0) - (y is null ? 1 : 0),
    };
}

internal static class ContentOrder
{
    public static ContentOrder<Deal> OfDeals { get; } = new(deal =>
    [
        deal.Id, deal.Outcome, deal.Kind, deal.Amount?.Amount, deal.Amount?.Currency, deal.ListAmount?.Amount, deal.ListAmount?.Currency,
        deal.Quantity, deal.Probability, deal.CreatedAt, deal.FirstContactAt, deal.LeadReceivedAt, deal.ClosedAt,
        // Days of two calendars can't be compared.
        deal.ExpectedCloseOn?.WithCalendar(CalendarSystem.Iso), deal.ExpectedCloseOn?.Calendar.Id,
        deal.CustomerId, deal.LeadId, deal.OwnerId, deal.ProductId, deal.Source, deal.Channel, deal.CampaignId, deal.Segment,
        deal.PipelineId, deal.Stage, deal.LossReason, deal.MergedIntoId,
    ]);

    public static ContentOrder<Lead> OfLeads { get; } = new(lead =>
    [
        lead.Id, lead.Status, lead.Department, lead.Score, lead.ReceivedAt, lead.AssignedAt, lead.FirstRespondedAt, lead.ContactedAt,
        lead.QualifiedAt, lead.ConvertedAt, lead.DisqualifiedAt, lead.DealCreatedAt, lead.WonAt, lead.DealOutcome, lead.PersonId,
        lead.Source, lead.Channel, lead.CampaignId, lead.OwnerId, lead.Segment, lead.ResponderId, lead.RejectReason, lead.DealId, lead.CustomerId, lead.MergedIntoId,
    ]);
}

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Olist, "Marketing Funnel": 8,000 leads of 2017-06 to 2018-05 and the 842 deals won from them.</summary>
internal static class Olist
{
    public static LeadMap LeadMap { get; } = new() { Id = "mql_id", ReceivedAt = "first_contact_date", CampaignId = "landing_page_id", Source = "origin" };

    public static DealMap DealMap { get; } = new()
    {
        Id = "mql_id", LeadId = "mql_id", CustomerId = "seller_id", OwnerId = "sr_id", ClosedAt = "won_date", Segment = "business_segment",
        Outcome = DealOutcome.Won,
    };

    public static CsvFormat Format { get; } = new() { DatePatterns = ["uuuu-MM-dd", "uuuu-MM-dd HH:mm:ss"], Zone = DateTimeZone.Utc };

    public static Imported<Lead> ReadLeads() => CsvLeads.Read(PathOf("olist_marketing_qualified_leads_dataset.csv"), LeadMap, Format);

    public static Imported<Deal> ReadDeals() => CsvDeals.Read(PathOf("olist_closed_deals_dataset.csv"), DealMap, Format);

    public static Imported<Deal> ReadDealsDayFirst() => CsvDeals.Read(
        PathOf("variants/olist_closed_deals_dataset.dd-MM-yyyy-HHmm.csv"), DealMap, Format with { DatePatterns = ["dd-MM-uuuu HH:mm"] });

    public static Imported<Deal> ReadDealsUsDates() => CsvDeals.Read(
        PathOf("variants/olist_closed_deals_dataset.us-dates-fewer-columns.csv"), DealMap, Format with { DatePatterns = ["M/d/uuuu H:mm"] });

    private static string PathOf(string file) => Path.Combine(DataSets.Folder("olist-marketing-funnel"), file);
}

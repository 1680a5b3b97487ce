namespace SalesOps.Kpis.Data.Tests;

/// <summary>6,000 generated opportunities in the shape of a Salesforce export; open ones carry their expected close date.</summary>
internal static class SalesforceStyle
{
    public static DealMap Map { get; } = new()
    {
        Id = "opportunity_id", CustomerId = "account_name", Segment = "segment", ProductId = "product", Source = "lead_source", OwnerId = "owner",
        CreatedAt = "created_date", ClosedAt = "close_date", Stage = "stage", LossReason = "loss_reason",
        Outcome = "stage", OutcomeWords = new() { ["Closed Won"] = DealOutcome.Won, ["Closed Lost"] = DealOutcome.Lost, Other = DealOutcome.Open },
        Amount = "amount", Currency = Currency.Usd,
    };

    public static CsvFormat Format { get; } = new() { DatePatterns = ["uuuu-MM-dd"], Zone = DateTimeZone.Utc };

    public static Imported<Deal> Read() => Read(Map);

    public static Imported<Deal> Read(DealMap map) =>
        CsvDeals.Read(Path.Combine(DataSets.Folder("salesforce-style-pipeline"), "opportunities.csv"), map, Format);
}

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Maven Analytics, "CRM Sales Opportunities": 8,800 opportunities of 2016-10 to 2017-12, and the same re-saved by others.</summary>
internal static class Maven
{
    public static DealMap Map { get; } = new()
    {
        Id = "opportunity_id", OwnerId = "sales_agent", ProductId = "product", CustomerId = "account",
        Outcome = "deal_stage", Stage = "deal_stage",
        OutcomeWords = new()
        {
            ["Won"] = DealOutcome.Won, ["Lost"] = DealOutcome.Lost, ["Prospecting"] = DealOutcome.Open, ["Engaging"] = DealOutcome.Open,
        },
        CreatedAt = "engage_date", FirstContactAt = "engage_date", ClosedAt = "close_date",
        Amount = "close_value", Currency = Currency.Usd,
    };

    public static CsvFormat Format { get; } = new() { DatePatterns = ["uuuu-MM-dd"], Zone = DateTimeZone.Utc };

    public static Imported<Deal> Read() => Read("sales_pipeline.csv", Format);

    public static Imported<Deal> ReadUsDates() =>
        Read("variants/sales_pipeline.us-dates-lf.csv", Format with { DatePatterns = ["M/d/uuuu"] });

    public static Imported<Deal> ReadDayFirst() =>
        Read("variants/sales_pipeline.dd-MM-yyyy-crlf.csv", Format with { DatePatterns = ["dd-MM-uuuu"] });

    public static Imported<Deal> ReadMinusOneForMissing() =>
        Read("variants/sales_pipeline.soliloquy.csv", Format with { MissingAmounts = [-1] });

    public static Imported<Deal> ReadClosedOnly() => Read("variants/sales_pipeline.closed-only-floats.csv", Format);

    private static Imported<Deal> Read(string file, CsvFormat format) =>
        CsvDeals.Read(Path.Combine(DataSets.Folder("maven-crm-sales"), file), Map, format);
}

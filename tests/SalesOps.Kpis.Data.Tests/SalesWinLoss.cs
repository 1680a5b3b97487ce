namespace SalesOps.Kpis.Data.Tests;

/// <summary>IBM sample data, "Sales Win Loss": 78,025 opportunities with day counts in place of dates.</summary>
internal static class SalesWinLoss
{
    public static DealMap Map { get; } = new()
    {
        Id = "Opportunity Number", ProductId = "Supplies Group", Segment = "Region", Channel = "Route To Market",
        Outcome = "Opportunity Result", OutcomeWords = new() { ["Won"] = DealOutcome.Won, ["Loss"] = DealOutcome.Lost },
        Amount = "Opportunity Amount USD", Currency = Currency.Usd,
    };

    public static DurationMap CycleMap { get; } = new() { Id = "Opportunity Number", Length = "Total Days Identified Through Closing" };

    public static Imported<Deal> Read() => CsvDeals.Read(PathOfFile(), Map, new());

    public static Imported<Duration> ReadCycles() => CsvDurations.Read(PathOfFile(), CycleMap, new());

    private static string PathOfFile() => Path.Combine(DataSets.Folder("ibm-sales-win-loss"), "sales_win_loss.derived.csv");
}

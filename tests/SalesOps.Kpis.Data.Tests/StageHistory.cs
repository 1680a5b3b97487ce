using System.Text.Json;

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Deals with instants and two ways of winning. The expected figures lie beside the file, not here.</summary>
internal static class StageHistory
{
    public static DealMap Map { get; } = new()
    {
        Id = "DEAL_ID", PipelineId = "PIPELINE_ID", Stage = "STAGE_NAME", Source = "DEAL_SOURCE_TYPE", CreatedAt = "CREATED_AT", ClosedAt = "CLOSE_DATE",
        Outcome = "STAGE_NAME",
        OutcomeWords = new()
        {
            ["Closed Won"] = DealOutcome.Won, ["Won - Closed self-serve"] = DealOutcome.Won, ["Closed Lost"] = DealOutcome.Lost, Other = DealOutcome.Open,
        },
        Amount = "AMOUNT_IN_HOME_CURRENCY", Currency = Currency.Usd,
    };

    public static CsvFormat Format { get; } = new() { DatePatterns = ["uuuu-MM-dd'T'HH:mm:ss.FFF'Z'"], Zone = DateTimeZone.Utc };

    public static Imported<Deal> Read() => CsvDeals.Read(PathOf("deals.csv"), Map, Format);

    /// <summary>A figure of the file that lies beside the data.</summary>
    public static double Expected(params ReadOnlySpan<string> path)
    {
        using var figures = JsonDocument.Parse(File.ReadAllText(PathOf("expected.json")));
        JsonElement figure = figures.RootElement;
        foreach (string name in path)
            figure = figure.GetProperty(name);
        return figure.GetDouble();
    }

    private static string PathOf(string file) => Path.Combine(DataSets.Folder("crm-stage-history"), file);
}

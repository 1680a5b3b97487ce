// Win rate, sales cycle and pipeline of a CRM's opportunity export:
//
//     dotnet run docs/samples/crm-export.cs -- --deals FILE [--as-of INSTANT] [--zone ID] [--json]
//
// The file has the columns opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value.
#:project ../../src/SalesOps.Kpis.Import/SalesOps.Kpis.Import.csproj
#:property PublishAot=false

using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using SalesOps.Kpis;
using SalesOps.Kpis.Import;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;

if (Option("--deals") is not { } file)
{
    Console.Error.WriteLine("Usage: dotnet run docs/samples/crm-export.cs -- --deals FILE [--as-of INSTANT] [--zone ID] [--json]");
    return 2;
}

DateTimeZone zone = DateTimeZoneProviders.Tzdb[Option("--zone") ?? "UTC"];
var calendar = new ReportingCalendar(zone);
var map = new DealMap
{
    Id = "opportunity_id", OwnerId = "sales_agent", ProductId = "product", CustomerId = "account", Stage = "deal_stage",
    Outcome = "deal_stage",
    OutcomeWords = new()
    {
        ["Won"] = DealOutcome.Won, ["Lost"] = DealOutcome.Lost, ["Prospecting"] = DealOutcome.Open, ["Engaging"] = DealOutcome.Open,
    },
    CreatedAt = "engage_date", FirstContactAt = "engage_date", ClosedAt = "close_date", Amount = "close_value", Currency = Currency.Usd,
};
Imported<Deal> import = CsvDeals.Read(file, map, new CsvFormat { DatePatterns = ["uuuu-MM-dd"], Zone = zone });

// By default as of the first midnight after the last date of the file.
Instant? given = Option("--as-of") is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
if ((given ?? import.Report.LatestEventAt) is not { } known)
{
    Console.Error.WriteLine("The file has no dates: say --as-of.");
    return 2;
}

Instant asOf = given ?? calendar.StartOfDay(calendar.DayOf(known).PlusDays(1));

Deals deals = import.Rows;
var winRate = Kpi.WinRate with { AsOf = asOf };
var salesCycle = Kpi.SalesCycle with { AsOf = asOf, DayCount = DayCount.LocalDates, Zone = zone };
var byOwner = deals.By(DealDimension.Owner);

WinRate rate = winRate.Calculate(deals);
SalesCycle cycle = salesCycle.Calculate(deals);
Pipeline pipeline = Kpi.Pipeline.Calculate(deals, asOf);
KpiTable<string?, WinRate> owners = winRate.Calculate(byOwner);
Instant[] closes = [.. import.Rows.Where(deal => deal.Outcome != DealOutcome.Open && deal.ClosedAt <= asOf).Select(deal => deal.ClosedAt!.Value)];
KpiSeries<WinRate>? quarters = closes.Length == 0
    ? null
    : winRate.Calculate(deals.Per(calendar.Quarters(calendar.DayOf(closes.Min()), calendar.DayOf(closes.Max()).PlusDays(1)), DealDate.Closed));

if (args.Contains("--json"))
{
    PrintJson();
    return 0;
}

Console.WriteLine($"{import.Report}");
Console.WriteLine($"As of {asOf} in {zone.Id}");
Console.WriteLine();
Console.WriteLine($"Win rate      {rate}");
Console.WriteLine($"  by amount   {rate.ByAmount}");
Console.WriteLine($"  rows        {rate.Ledger}");
Console.WriteLine($"Sales cycle   {cycle}");
Console.WriteLine($"  rows        {cycle.Ledger}");
Console.WriteLine($"Pipeline      {pipeline}");
Console.WriteLine($"  rows        {pipeline.Ledger}");
foreach (Caution caution in rate.Cautions.Concat(cycle.Cautions).Concat(pipeline.Cautions))
    Console.WriteLine($"  ! {caution}");
Console.WriteLine();
Console.WriteLine("Win rate by owner");
Console.WriteLine(owners.Ranked(result => result.ByCount.Value));
Console.WriteLine();
Console.WriteLine("Sales cycle by owner");
Console.WriteLine(salesCycle.Calculate(byOwner).RankedAscending(result => result.Duration.MedianDays));
Console.WriteLine();
Console.WriteLine("Win rate by quarter of the close");
Console.WriteLine(quarters);
return 0;

void PrintJson()
{
    using Stream output = Console.OpenStandardOutput();
    using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    json.WriteStartObject();
    json.WriteString("asOf", asOf.ToString());
    json.WriteString("zone", zone.Id);
    json.WriteStartObject("winRate");
    json.WriteNumber("won", rate.ByCount.Numerator);
    json.WriteNumber("closed", rate.ByCount.Denominator);
    Number("value", rate.ByCount.Value);
    Amount("wonAmount", rate.WonAmount);
    Reasons("excluded", rate.Ledger.Excluded);
    json.WriteEndObject();
    json.WriteStartObject("cycle");
    json.WriteStartObject("won");
    json.WriteNumber("count", cycle.Duration.Count);
    Number("meanDays", cycle.Duration.MeanDays);
    Number("medianDays", cycle.Duration.MedianDays);
    json.WriteEndObject();
    Reasons("excluded", cycle.Ledger.Excluded);
    json.WriteEndObject();
    json.WriteStartObject("pipeline");
    json.WriteNumber("openCount", pipeline.OpenCount);
    json.WriteNumber("withoutAmount", pipeline.WithoutAmount);
    Reasons("excluded", pipeline.Ledger.Excluded);
    Reasons("noted", pipeline.Ledger.Noted);
    json.WriteEndObject();
    json.WriteStartArray("byOwner");
    foreach ((string? owner, WinRate result) in owners)
    {
        json.WriteStartObject();
        json.WriteString("owner", owner);
        json.WriteNumber("won", result.ByCount.Numerator);
        json.WriteNumber("closed", result.ByCount.Denominator);
        Number("value", result.ByCount.Value);
        json.WriteEndObject();
    }

    json.WriteEndArray();
    json.WriteStartArray("byCloseQuarter");
    foreach ((ReportingPeriod quarter, WinRate result) in quarters ?? Enumerable.Empty<KpiPoint<WinRate>>())
    {
        json.WriteStartObject();
        json.WriteString("quarter", quarter.Name);
        json.WriteNumber("won", result.ByCount.Numerator);
        json.WriteNumber("lost", result.Lost);
        Amount("wonAmount", result.WonAmount);
        json.WriteEndObject();
    }

    json.WriteEndArray();
    json.WriteEndObject();

    void Number(string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    void Amount(string name, Money? money)
    {
        if (money is { } amount)
            json.WriteNumber(name, amount.Amount);
        else
            json.WriteNull(name);
    }

    void Reasons(string name, ReasonCounts reasons)
    {
        json.WriteStartObject(name);
        foreach (ReasonCount entry in reasons)
            json.WriteNumber(entry.Reason.ToString(), entry.Rows);
        json.WriteEndObject();
    }
}

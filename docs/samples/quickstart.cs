// Win rate, sales cycle and pipeline of a small made-up company, overall, by rep and by month:
//
//     dotnet run docs/samples/quickstart.cs
#:project ../../src/SalesOps.Kpis.Import/SalesOps.Kpis.Import.csproj
#:property PublishAot=false

using NodaTime;
using SalesOps.Kpis;
using SalesOps.Kpis.Import;

// 1. Which column holds what, and how the file writes it.
var map = new DealMap
{
    Id = "deal_id", Outcome = "outcome", Kind = "kind", Stage = "stage", OwnerId = "owner", ProductId = "product", Source = "source",
    Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Currency = Currency.Eur, Amount = "amount",
    ListAmount = "list_amount", Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
    ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
};
DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
string company = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "company");
var format = new CsvFormat { DatePatterns = ["uuuu-MM-dd"], Zone = berlin };
Imported<Deal> import = CsvDeals.Read(Path.Combine(company, "deals.csv"), map, format);
Deals deals = import.Rows;

// 2. When it is, and how days are counted: the file has dates only.
var calendar = new ReportingCalendar(berlin);
Instant asOf = calendar.StartOfDay(new LocalDate(2026, 1, 1));
WinRateCalculator winRate = Kpi.WinRate with { AsOf = asOf };
SalesCycleCalculator salesCycle = Kpi.SalesCycle with { AsOf = asOf, DayCount = DayCount.LocalDates, Zone = berlin };

PipelineCalculator pipeline = Kpi.Pipeline with { Zone = berlin };

// 3. Overall: each figure with the rows behind it and with cautions.
WinRate rate = winRate.Calculate(deals);
SalesCycle cycle = salesCycle.Calculate(deals);
Pipeline open = pipeline.Calculate(deals, asOf);
Console.WriteLine($"{import.Report}; as of {calendar.DayOf(asOf):uuuu-MM-dd}");
Console.WriteLine();
Console.WriteLine($"Win rate     {rate}");
Console.WriteLine($"  by amount  {rate.ByAmount}");
Console.WriteLine($"  rows       {rate.Ledger}");
Console.WriteLine($"Sales cycle  {cycle}");
Console.WriteLine($"  rows       {cycle.Ledger}");
Console.WriteLine($"Pipeline     {open}");
Console.WriteLine($"  rows       {open.Ledger}");
foreach (Caution caution in rate.Cautions.Concat(cycle.Cautions).Concat(open.Cautions))
    Console.WriteLine($"  !          {caution}");

// 4. By rep: the groups are worked out once and serve every KPI.
RowsBy<IDealRow, string?> byRep = deals.By(DealDimension.Owner);
Print("Win rate by rep, best first", winRate.Calculate(byRep).Ranked(result => result.ByCount.Value));
Print("Sales cycle by rep, quickest first", salesCycle.Calculate(byRep).RankedAscending(result => result.Duration.MedianDays));
Print("Pipeline by rep", pipeline.Calculate(byRep, asOf));

// 5. By month of the close; the pipeline at the end of each month.
PeriodGrid months = calendar.Months(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1));
RowsPer<IDealRow> perMonth = deals.Per(months, DealDate.Closed);
Print("Win rate by month", winRate.Calculate(perMonth));
Print("Sales cycle by month", salesCycle.Calculate(perMonth));
Console.WriteLine();
Console.WriteLine("Pipeline at the end of each month");
IReadOnlyList<Pipeline> stocks = pipeline.AtEach([.. months.Periods.Select(month => month.Until)], deals);
foreach ((ReportingPeriod month, Pipeline stock) in months.Periods.Zip(stocks))
    Console.WriteLine($"{month}  {stock.OpenCount,4} open  {stock.Amount,18}");

static void Print(string title, object table)
{
    Console.WriteLine();
    Console.WriteLine(title);
    Console.WriteLine(table);
}

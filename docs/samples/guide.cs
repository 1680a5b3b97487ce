// The examples of the guide, each under the name of its region. The pages show the code of a region and what it prints.
//
//     dotnet run docs/samples/guide.cs
#:project ../../src/SalesOps.Kpis.Import/SalesOps.Kpis.Import.csproj
#:property PublishAot=false

using NodaTime;
using SalesOps.Kpis;
using SalesOps.Kpis.Import;

string company = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "company");
DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
var calendar = new ReportingCalendar(berlin);
Instant asOf = calendar.StartOfDay(new LocalDate(2026, 1, 1));
PeriodGrid quarters = calendar.Quarters(new LocalDate(2024, 1, 1), new LocalDate(2026, 1, 1));

Section("reading");
#region reading
var map = new DealMap
{
    Id = "deal_id", Outcome = "outcome", Kind = "kind", Stage = "stage", OwnerId = "owner", ProductId = "product", Source = "source",
    Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Amount = "amount", ListAmount = "list_amount", Currency = Currency.Eur,
    Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
    ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
};
var format = new CsvFormat { DatePatterns = ["uuuu-MM-dd"], Zone = berlin };
Imported<Deal> import = CsvDeals.Read(Path.Combine(company, "deals.csv"), map, format);
Deals deals = import.Rows;
Console.WriteLine(import.Report);
#endregion

Section("first");
{
    List<Deal> list = import.Rows;
    #region first
    Deals opportunities = list;                                     // a view over an array, a list or a table: no copy
    Console.WriteLine(Kpi.WinRate.Calculate(opportunities));
    Console.WriteLine(Kpi.SalesCycle.Calculate(opportunities.By(DealDimension.Product)));
    Console.WriteLine(Kpi.Pipeline.Calculate(opportunities, asOf));
    #endregion
}

Section("slicing");
#region slicing
Deals in2025 = deals.Within(calendar.Years(new LocalDate(2025, 1, 1), new LocalDate(2026, 1, 1)).Periods[0], DealDate.Closed);
WinRate whole = Kpi.WinRate.Calculate(in2025);                                                      // one figure
var byProduct = Kpi.WinRate.Calculate(deals.By(DealDimension.Product));                             // a table
var perQuarter = Kpi.WinRate.Calculate(deals.Per(quarters, DealDate.Closed));                       // a series
var grid = Kpi.WinRate.Calculate(deals.By(DealDimension.Product).Per(quarters, DealDate.Closed));   // a grid
#endregion
Console.WriteLine(whole);
Console.WriteLine(byProduct);
Console.WriteLine(perQuarter);
Console.WriteLine(grid.ToText(rate => $"{rate.ByCount.Numerator}/{rate.ByCount.Denominator}"));

Section("win-rate");
{
    #region win-rate
    WinRateCalculator winRate = Kpi.WinRate with { AsOf = asOf };
    WinRate rate = winRate.Calculate(deals);
    Console.WriteLine(rate);
    Console.WriteLine(rate.ByAmount);
    Console.WriteLine(rate.Ledger);
    Console.WriteLine((winRate with { DisqualifiedCountsAsLost = true }).Calculate(deals));
    Console.WriteLine(winRate.Calculate(deals.By(DealDimension.Source)).Ranked(source => source.ByCount.Value));
    #endregion
}

Section("sales-cycle");
{
    #region sales-cycle
    SalesCycleCalculator salesCycle = Kpi.SalesCycle with { AsOf = asOf, DayCount = DayCount.LocalDates, Zone = berlin };
    SalesCycle cycle = salesCycle.Calculate(deals);
    Console.WriteLine(cycle);
    Console.WriteLine(cycle.Ledger);
    Console.WriteLine((salesCycle with { Until = CycleEnd.Closed }).Calculate(deals));
    Console.WriteLine(salesCycle.Calculate(deals.By(DealDimension.Owner)).RankedAscending(rep => rep.Duration.MedianDays));
    #endregion
}

Section("pipeline");
{
    #region pipeline
    Console.WriteLine(Kpi.Pipeline.Calculate(deals, asOf));
    Deals open = deals.Where(deal => deal.Outcome == DealOutcome.Open);     // stages of closed deals would be rows of 0
    Console.WriteLine(Kpi.Pipeline.Calculate(open.By(DealDimension.Stage), asOf));
    Instant[] quarterEnds = [.. quarters.Periods.Select(quarter => quarter.Until)];
    foreach (Pipeline stock in Kpi.Pipeline.AtEach(quarterEnds, deals))
        Console.WriteLine($"{calendar.DayOf(stock.At):uuuu-MM-dd}  {stock.OpenCount,3} open  {stock.Amount}");
    #endregion
}

static void Section(string name) => Console.WriteLine($"[{name}]");

// The KPIs of a small made-up company: of its deals overall, by rep and by month, of its leads by rep, hour and source:
//
//     dotnet run docs/samples/quickstart.cs
#:project ../../src/SalesOps.Kpis.Import/SalesOps.Kpis.Import.csproj
#:property PublishAot=false

using NodaTime;
using SalesOps.Kpis;
using SalesOps.Kpis.Import;

// 1. Which column holds what, and how the files write it.
var dealMap = new DealMap
{
    Id = "deal_id", Outcome = "outcome", Kind = "kind", Stage = "stage", OwnerId = "owner", ProductId = "product", Source = "source",
    Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Currency = Currency.Eur, Amount = "amount",
    ListAmount = "list_amount", Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
    ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
};
var leadMap = new LeadMap
{
    Id = "lead_id", PersonId = "person", ReceivedAt = "received", Status = "status", Source = "source", OwnerId = "owner",
    FirstRespondedAt = "responded", ContactedAt = "contacted", QualifiedAt = "qualified", ConvertedAt = "converted",
    DisqualifiedAt = "disqualified", DealId = "deal_id", MergedIntoId = "merged_into",
};
DateTimeZone berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
string company = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "company");
var format = new CsvFormat { DatePatterns = ["uuuu-MM-dd", "uuuu-MM-dd HH:mm"], Zone = berlin };
Imported<Deal> importedDeals = CsvDeals.Read(Path.Combine(company, "deals.csv"), dealMap, format);
Imported<Lead> importedLeads = CsvLeads.Read(Path.Combine(company, "leads.csv"), leadMap, format);
var data = new SalesData { Deals = importedDeals.Rows, Leads = importedLeads.Rows };      // leads learn what became of their deals
Deals deals = data.Deals;
Leads leads = data.Leads;

// 2. When it is, and how days are counted: deals have dates only.
var calendar = new ReportingCalendar(berlin);
Instant asOf = calendar.StartOfDay(new LocalDate(2026, 1, 1));
WinRateCalculator winRate = Kpi.WinRate with { AsOf = asOf };
SalesCycleCalculator salesCycle = Kpi.SalesCycle with { AsOf = asOf, DayCount = DayCount.LocalDates, Zone = berlin };
PipelineCalculator pipeline = Kpi.Pipeline with { Zone = berlin };
LeadResponseTimeCalculator responseTime = Kpi.LeadResponseTime with { AsOf = asOf };
LeadToOpportunityCalculator toOpportunity = Kpi.LeadToOpportunity with { AsOf = asOf, Window = Duration.FromDays(30), TargetRate = 0.5 };

// 3. Overall: each figure with the rows behind it and with cautions.
WinRate rate = winRate.Calculate(deals);
SalesCycle cycle = salesCycle.Calculate(deals);
Pipeline open = pipeline.Calculate(deals, asOf);
LeadResponseTime response = responseTime.Calculate(leads);
LeadToOpportunity opportunity = toOpportunity.Calculate(leads);
Console.WriteLine($"deals: {importedDeals.Report}; as of {calendar.DayOf(asOf):uuuu-MM-dd}");
Console.WriteLine($"leads: {importedLeads.Report}");
Console.WriteLine();
Console.WriteLine($"Win rate     {rate}");
Console.WriteLine($"  by amount  {rate.ByAmount}");
Console.WriteLine($"  rows       {rate.Ledger}");
Console.WriteLine($"Sales cycle  {cycle}");
Console.WriteLine($"  rows       {cycle.Ledger}");
Console.WriteLine($"Pipeline     {open}");
Console.WriteLine($"  rows       {open.Ledger}");
Console.WriteLine($"Response     {response}");
Console.WriteLine($"  rows       {response.Ledger}");
Console.WriteLine($"Lead to deal {opportunity}");
Console.WriteLine($"  ladder     {opportunity.Ladder}");
Console.WriteLine($"  rows       {opportunity.Ledger}");
foreach (Caution caution in (Caution[])[.. rate.Cautions, .. cycle.Cautions, .. open.Cautions, .. response.Cautions, .. opportunity.Cautions])
    Console.WriteLine($"!  {caution}");

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

// 6. How soon leads are answered. The table names the rep whom the figure of all hides; of that rep's leads those that come early
//    in the day wait longest, since all are answered in the evening.
KpiTable<string?, LeadResponseTime> responseByRep = responseTime.Calculate(leads.By(LeadDimension.Owner));
Print("Response time by rep, quickest first", responseByRep.RankedAscending(result => result.MedianMinutes));
foreach (Caution caution in responseByRep.Cautions)
{
    Leads ofRep = leads.Where(lead => lead.OwnerId == (string?)caution.Group);
    var hours = LeadDimension.HourOfWeek(berlin).Map("received", hour => hour?.Hour switch { null => "-", < 12 => "08-12", < 15 => "12-15", _ => "15-18" });
    Print($"Response time of {caution.Group} by the hour of the receipt", responseTime.Calculate(ofRep.By(hours)));
}

ResponseDecay decay = (Kpi.ResponseDecay with { Response = responseTime }).Calculate(leads);
Print("What became of leads, by how soon they were answered (an association, not an effect)", decay.ToText());

// 7. Which sources become deals? Where one doesn't: is it the leads, or did nobody call?
var bySource = toOpportunity.Calculate(leads.By(LeadDimension.Source)).Ranked(source => source.Rate.Value);
Print("Lead to opportunity by source, best first", bySource);
foreach ((string? source, LeadToOpportunity result) in bySource)
{
    Console.WriteLine($"{source,-9} {result.Ladder}");
    foreach (Caution caution in result.Cautions)
        Console.WriteLine($"!         {caution}");
}

Leads web = leads.Where(lead => lead.Source == "web"), fair = leads.Where(lead => lead.Source == "fair"), list = leads.Where(lead => lead.Source == "list");
LeadFactor wasReached = LeadFactor.ReachedWithin(Duration.FromDays(7));
Console.WriteLine();
Console.WriteLine("Where the gap to web comes from: contact within a week, or what leads become with like contact");
Console.WriteLine($"fair      {toOpportunity.GapSplit(web, fair, wasReached)}");
Console.WriteLine($"list      {toOpportunity.GapSplit(web, list, wasReached)}");

static void Print(string title, object table)
{
    Console.WriteLine();
    Console.WriteLine(title);
    Console.WriteLine(table);
}

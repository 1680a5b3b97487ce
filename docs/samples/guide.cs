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
    Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Currency = Currency.Eur, Amount = "amount",
    ListAmount = "list_amount", Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
    ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
};
var format = new CsvFormat { DatePatterns = ["uuuu-MM-dd"], Zone = berlin };
Imported<Deal> import = CsvDeals.Read(Path.Combine(company, "deals.csv"), map, format);
Console.WriteLine(import.Report);
#endregion
List<Deal> list = import.Rows;

Section("first");
#region first
Deals deals = list;                                             // a view over an array, a list or a table: no copy
Console.WriteLine(Kpi.WinRate.Calculate(deals));
Console.WriteLine(Kpi.SalesCycle.Calculate(deals.By(DealDimension.Product)));
Console.WriteLine(Kpi.Pipeline.Calculate(deals, asOf));
#endregion

var leadMap = new LeadMap
{
    Id = "lead_id", PersonId = "person", ReceivedAt = "received", Status = "status", Source = "source", OwnerId = "owner",
    FirstRespondedAt = "responded", ContactedAt = "contacted", QualifiedAt = "qualified", ConvertedAt = "converted",
    DisqualifiedAt = "disqualified", DealId = "deal_id", MergedIntoId = "merged_into",
};
var leadFormat = format with { DatePatterns = ["uuuu-MM-dd HH:mm", "uuuu-MM-dd"] };
Leads leads = CsvLeads.Read(Path.Combine(company, "leads.csv"), leadMap, leadFormat).Rows;

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
    PipelineCalculator pipeline = Kpi.Pipeline with { Zone = berlin };
    Pipeline open = pipeline.Calculate(deals, asOf);
    Console.WriteLine(open);
    Console.WriteLine($"{open.Age}; {open.OverdueCount} overdue: {open.OverdueAmount}");
    Console.WriteLine(pipeline.ByStage(deals, asOf));

    PeriodGrid ahead = calendar.Quarters(new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 1));
    var target = new Target { Period = ahead.Periods[0], Amount = new Money(1_500_000, Currency.Eur) };
    PipelineCoverage coverage = pipeline.Coverage(deals, asOf, target);
    Console.WriteLine($"{coverage}; needed {coverage.PipelineNeeded} at {coverage.WinRate.ByAmount.Value:0.0 %}");
    Console.WriteLine(pipeline.Velocity(deals, asOf));
    Console.WriteLine(pipeline.OpenLeads(leads, asOf));

    foreach (Pipeline stock in pipeline.AtEach([.. quarters.Periods.Select(quarter => quarter.Until)], deals))
        Console.WriteLine($"{calendar.DayOf(stock.At):uuuu-MM-dd}  {stock.OpenCount,3} open  {stock.Amount}");
    #endregion
}

Section("lead-response-time");
{
    #region lead-response-time
    LeadResponseTimeCalculator responseTime = Kpi.LeadResponseTime with { AsOf = asOf };
    LeadResponseTime response = responseTime.Calculate(leads);
    Console.WriteLine(response);
    Console.WriteLine(response.Ledger);
    foreach (ResponseBucket bucket in response.Buckets)
        Console.WriteLine(bucket);

    var working = responseTime with { Hours = WorkingHours.MondayToFriday(berlin, new LocalTime(9, 0), new LocalTime(17, 0)) };
    Console.WriteLine(working.Calculate(leads));
    var byRep = responseTime.Calculate(leads.By(LeadDimension.Owner));
    Console.WriteLine(byRep.RankedAscending(rep => rep.MedianMinutes));
    var busiest = responseTime.Calculate(leads.By(LeadDimension.HourOfWeek(berlin))).Ranked(hour => (long?)hour.Answered).First();
    Console.WriteLine($"most leads: {busiest}");
    #endregion
}

Section("response-decay");
{
    #region response-decay
    ResponseDecay decay = (Kpi.ResponseDecay with { Response = Kpi.LeadResponseTime with { AsOf = asOf } }).Calculate(leads);
    Console.WriteLine(decay.ToText());
    Console.WriteLine(decay);
    #endregion
}

Section("lead-to-opportunity");
{
    #region lead-to-opportunity
    var data = new SalesData { Leads = leads, Deals = deals };           // leads learn what became of their deals
    LeadToOpportunityCalculator toOpportunity = Kpi.LeadToOpportunity with { AsOf = asOf, Window = Duration.FromDays(30) };
    LeadToOpportunity ratio = toOpportunity.Calculate(data);
    Console.WriteLine(ratio);
    Console.WriteLine(ratio.Ladder);
    Console.WriteLine(ratio.TimeToConvert);
    Console.WriteLine(ratio.Ledger);
    Console.WriteLine(toOpportunity.PerPeriod(data.Leads, quarters)[^1]);

    LeadToOpportunityCalculator toWin = Kpi.LeadToOpportunity with { AsOf = asOf, ConvertedWhen = LeadConversion.Won };
    Console.WriteLine(toWin.Calculate(data.Leads.By(LeadDimension.Source)).Ranked(source => source.Rate.Value));
    Leads web = data.Leads.Where(lead => lead.Source == "web"), fair = data.Leads.Where(lead => lead.Source == "fair");
    GapSplit split = toWin.GapSplit(web, fair, LeadFactor.Owner, LeadFactor.ReachedWithin(Duration.FromDays(7)));
    Console.WriteLine(split);
    Console.WriteLine($"at the mix of web: {split.RateAtReferenceMix:0.0 %}");
    #endregion
}

Section("sales-data");
{
    #region sales-data
    var data = new SalesData { Deals = deals, Leads = leads };
    Console.WriteLine(data.Links);
    Console.WriteLine(data.Links.FilledDeals);
    Console.WriteLine(data.Links.FilledLeads);
    Console.WriteLine(Kpi.WinRate.Calculate(data));
    Console.WriteLine(Kpi.LeadToOpportunity.Calculate(data.Leads.By(LeadDimension.Source)).Total.Ladder);

    Deals repeated = (List<Deal>)[.. list, list[0], list[1] with { Amount = null }];
    Deduplicated<Deals> once = repeated.Deduplicate();
    Console.WriteLine(once);
    Console.WriteLine(Kpi.WinRate.Calculate(once.Rows));
    #endregion
}

Section("working-hours");
{
    #region working-hours
    WorkingHours office = WorkingHours.MondayToFriday(berlin, new LocalTime(9, 0), new LocalTime(17, 0))
        .WithHolidays([new LocalDate(2025, 12, 25), new LocalDate(2025, 12, 26)]);
    Instant friday = At(2025, 12, 19, hour: 16, minute: 30), monday = At(2025, 12, 22, hour: 9, minute: 15);
    Console.WriteLine(office.Elapsed(friday, monday).TotalMinutes);                         // 30 on Friday, 15 on Monday
    Console.WriteLine(office.Elapsed(At(2025, 12, 24), At(2025, 12, 29)).TotalHours);       // Wednesday alone
    Console.WriteLine($"{office.Deadline(friday, Duration.FromHours(1)).InZone(berlin).LocalDateTime:uuuu-MM-dd HH:mm}");

    var night = new WorkingHours(berlin, [new WorkingWindow(IsoDayOfWeek.Saturday, opens: new LocalTime(22, 0), closes: new LocalTime(6, 0))]);
    Console.WriteLine(night.Elapsed(At(2025, 3, 29), At(2025, 3, 31)).TotalHours);          // the clocks were set forward
    WorkingHours partTime = office.ChangedTo(WorkingHours.MondayToFriday(berlin, new LocalTime(9, 0), new LocalTime(13, 0)), from: new LocalDate(2026, 1, 1));
    Console.WriteLine(partTime.Elapsed(At(2025, 12, 29), At(2026, 1, 5)).TotalHours);       // three days of 8 hours, two of 4

    SalesCycleCalculator workingDays = Kpi.SalesCycle with { DayCount = DayCount.Working, Hours = office };
    Console.WriteLine(workingDays.Calculate(deals));
    var evenings = new WorkingHours(berlin, Enum.GetValues<IsoDayOfWeek>().Skip(1)
        .Select(day => new WorkingWindow(day, opens: new LocalTime(21, 0), closes: LocalTime.Midnight)));
    LeadResponseTimeCalculator inOwnHours = Kpi.LeadResponseTime with { HoursByOwner = new(office, [new("west-1", evenings)]) };
    Console.WriteLine(inOwnHours.Calculate(leads.By(LeadDimension.Owner))["west-1"]);

    Instant At(int year, int month, int day, int hour = 0, int minute = 0) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(berlin).ToInstant();
    #endregion
}

static void Section(string name) => Console.WriteLine($"[{name}]");

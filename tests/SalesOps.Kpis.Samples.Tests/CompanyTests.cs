using System.Globalization;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>The made-up company: the generator gives the files that are shipped, and the KPIs find what was planted.</summary>
public class CompanyTests
{
    private const string Slow = "south-2", Newcomer = "east-1", Seasonal = "holiday";

    private static readonly DateTimeZone Berlin = Company.Berlin;
    private static readonly ReportingCalendar Calendar = Company.Calendar;
    private static readonly Instant AsOf = Company.AsOf;
    private static readonly Deals Deals = Company.Shipped.ReadDeals.Rows;
    private static readonly Leads Leads = Company.Shipped.Data.Leads;

    // The files as an outsider reads them: no field of them is quoted.
    private static readonly Dictionary<string, string>[] DealLines = Lines("deals.csv"), LeadLines = Lines("leads.csv");

    [Fact]
    public void Generator_GivesTheFilesThatAreShipped()
    {
        string[] files = ["deals.csv", "leads.csv"];
        byte[][] made = Company.InFolder(folder => files.Select(file => File.ReadAllBytes(Path.Combine(folder, file))).ToArray());
        Assert.Equal(files.Select(file => File.ReadAllBytes(PathOf(file))), made);
    }

    [Fact]
    public void EveryRow_IsRead()
    {
        Imported<Deal> deals = Company.Shipped.ReadDeals;
        Imported<Lead> leads = Company.Shipped.ReadLeads;
        Assert.Equal((DealLines.Length, 0), (deals.Report.RowsKept, deals.Report.RowsRejected));
        Assert.Equal((LeadLines.Length, 0), (leads.Report.RowsKept, leads.Report.RowsRejected));
        Assert.Equal(0, deals.Report.RepeatedIds + leads.Report.RepeatedIds);
        Assert.Equal(
            DealLines.Where(line => line["lead_id"] != "").Select(line => line["lead_id"]).Order(),
            leads.Rows.Where(lead => lead.DealId is not null).Select(lead => lead.Id).Order());
    }

    [Fact]
    public void SlowRep_TakesLongerThanAnyOther()
    {
        var cycles = (Kpi.SalesCycle with { DayCount = DayCount.LocalDates, Zone = Berlin }).Calculate(Deals.By(DealDimension.Owner));
        Assert.Equal(Slow, cycles.Ranked(cycle => cycle.Duration.MedianDays).First().Key);
        foreach ((string? rep, SalesCycle cycle) in cycles)
        {
            double[] days = [.. DealLines.Where(line => line["owner"] == rep && line["outcome"] == "Won" && line["merged_into"] == "")
                .Select(Days).Where(days => days >= 0)];
            Assert.Equal(days.Length, cycle.Duration.Count);
            Assert.Equal(days.Average(), cycle.Duration.MeanDays!.Value, 9);
            if (rep != Slow)
                Assert.True(cycle.Duration.MaxDays < cycles[Slow].Duration.P25Days, "The slow rep is as quick as others.");
        }
    }

    [Fact]
    public void SeasonalProduct_ClosesInFourMonthsOfTheYear()
    {
        PeriodGrid months = Calendar.Months(new LocalDate(2024, 1, 1), new LocalDate(2026, 1, 1));
        KpiGrid<string?, WinRate> grid = Kpi.WinRate.Calculate(Deals.By(DealDimension.Product).Per(months, DealDate.Closed));
        foreach ((ReportingPeriod month, WinRate rate) in grid[Seasonal])
            Assert.Equal(month.Start.Month >= 9, rate.ByCount.Denominator > 0);
        foreach (string product in new[] { "basic", "team" })
            Assert.All(grid[product], month => Assert.True(month.Value.ByCount.Denominator > 0));
    }

    [Fact]
    public void RepWithTwoDeals_TopsTheListWithACaution()
    {
        KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(Deals.By(DealDimension.Owner));
        (string? best, WinRate rate) = rates.Ranked(result => result.ByCount.Value).First();
        Assert.Equal(Newcomer, best);
        Assert.Equal(new Proportion(2, 2), rate.ByCount);
        Assert.Equal(CautionCode.SmallSample, Assert.Single(rate.Cautions).Code);
        // Wilson's lower end for n of n is n / (n + z²); z = 1.959964.
        Assert.Equal(2 / (2 + 1.959964 * 1.959964), rate.ByCount.ConfidenceInterval()!.Value.Lower, 6);
        Assert.All(rates.Where(row => row.Key != Newcomer), row => Assert.Empty(row.Value.Cautions));
    }

    [Fact]
    public void Referrals_AreWonMoreOften()
    {
        KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(Deals.By(DealDimension.Source));
        Assert.Equal("referral", rates.Ranked(rate => rate.ByCount.Value).First().Key);
        Assert.True(rates["referral"].ByCount.ConfidenceInterval()!.Value.Lower > rates.Total.ByCount.Value);
    }

    [Fact]
    public void Gaps_AreCountedByReason()
    {
        WinRate rate = (Kpi.WinRate with { AsOf = AsOf }).Calculate(Deals);
        Assert.Equal("6 Merged, 12 KindLeftOut, 90 StillOpen, 15 Disqualified", rate.Ledger.Excluded.ToString());
        Assert.Equal(25, rate.AmountLedger.Excluded[LedgerReason.AmountMissing]);
        Assert.Equal(Count(line => line["outcome"] == "Won" && line["kind"] != "Renewal"), rate.ByCount.Numerator);
        Assert.Equal(Count(line => line["outcome"] == "Lost"), rate.Lost);

        SalesCycle cycle = Kpi.SalesCycle.Calculate(Deals);
        Assert.Equal(3, cycle.Ledger.Excluded[LedgerReason.NegativeDuration]);
        Assert.Equal(10, cycle.Ledger.Noted[LedgerReason.StartedAtCreation]);

        Pipeline pipeline = Kpi.Pipeline.Calculate(Deals, AsOf);
        Assert.Equal(Count(line => line["outcome"] == "Open"), pipeline.OpenCount);
        Assert.Equal(10, pipeline.WithoutAmount);
        Assert.Equal(Open().Sum(line => Number(line["amount"])), pipeline.Amount!.Value.Amount);
        Assert.Equal(Open().Sum(line => Number(line["amount"]) * Number(line["probability"])), pipeline.WeightedAmount!.Value.Amount);

        static long Count(Func<Dictionary<string, string>, bool> which) =>
            DealLines.LongCount(line => line["merged_into"] == "" && which(line));
        static IEnumerable<Dictionary<string, string>> Open() => DealLines.Where(line => line["outcome"] == "Open" && line["amount"] != "");
    }

    [Fact]
    public void OpenLeads_AreThoseOfTheFile()
    {
        OpenLeads open = Kpi.Pipeline.OpenLeads(Leads, AsOf);
        Assert.Equal((Count("Open"), Count("Contacted"), Count("Qualified")), (open.New, open.Contacted, open.Qualified));

        static long Count(string status) => LeadLines.LongCount(line => line["status"] == status && line["merged_into"] == "");
    }

    [Fact]
    public void ResponseTimes_AreThoseOfTheFile()
    {
        // As an outsider reckons, with the time zones of .NET.
        var times = Kpi.LeadResponseTime.Calculate(Leads.By(LeadDimension.Owner));
        foreach ((string? rep, LeadResponseTime time) in times)
        {
            var lines = LeadLines.Where(line => line["owner"] == rep && line["merged_into"] == "").ToArray();
            double[] minutes = [.. lines.Where(line => line["responded"] != "").Select(line => (Utc(line["responded"]) - Utc(line["received"])).TotalMinutes)];
            Assert.Equal((minutes.Length, lines.Length - minutes.Length), (time.Answered, time.Unanswered));
            Assert.Equal(minutes.Average(), time.MeanMinutes!.Value, 9);
            Assert.Equal(minutes.Count(minute => minute <= 5), time.WithinSla.Numerator);
        }
    }

    [Fact]
    public void LaddersBySource_AreThoseOfTheFile()
    {
        var ladders = Kpi.LeadToOpportunity.Calculate(Leads.By(LeadDimension.Source));
        foreach ((string? source, LeadToOpportunity result) in ladders)
        {
            // A person whose leads came from one source counts once, as far as the furthest came.
            var people = LeadLines.Where(line => line["source"] == source && line["merged_into"] == "")
                .GroupBy(line => line["person"] == "" ? line["lead_id"] : line["person"]).ToArray();
            Assert.Equal((people.Length, Count("contacted"), Count("qualified"), Count("converted")),
                (result.Ladder.Leads, result.Ladder.Contacted, result.Ladder.Qualified, result.Ladder.Opportunities));
            Assert.Equal(people.LongCount(person => person.Any(line => IsWon(line["deal_id"]))), result.Ladder.Won);

            long Count(string step) => people.LongCount(person => person.Any(line => line[step] != ""));
        }

        // A merged deal is what it was merged into.
        static bool IsWon(string id) => DealLines.SingleOrDefault(deal => deal["deal_id"] == id) is { } deal
            && (deal["merged_into"] == "" ? deal["outcome"] == "Won" : IsWon(deal["merged_into"]));
    }

    private static string PathOf(string file) => Repository.PathOf($"docs/samples/company/{file}");

    private static Dictionary<string, string>[] Lines(string file)
    {
        string[] lines = File.ReadAllLines(PathOf(file)), header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }

    private static double Days(Dictionary<string, string> line)
    {
        string start = line["first_contact"] != "" ? line["first_contact"] : line["created"];
        return Date(line["closed"]).DayNumber - Date(start).DayNumber;
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => TimeZoneInfo.ConvertTimeToUtc(
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
}

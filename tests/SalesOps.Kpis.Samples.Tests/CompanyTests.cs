using System.Globalization;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>The made-up company: the generator gives the files that are shipped, and the KPIs find what was planted.</summary>
public class CompanyTests
{
    private const string Slow = "south-2", Newcomer = "east-1", Seasonal = "holiday";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly ReportingCalendar Calendar = new(Berlin);
    private static readonly Instant AsOf = Calendar.StartOfDay(new LocalDate(2026, 1, 1));
    private static readonly CsvFormat Format = new() { DatePatterns = ["uuuu-MM-dd", "uuuu-MM-dd HH:mm"], Zone = Berlin };
    private static readonly Imported<Deal> Import = CsvDeals.Read(PathOf("deals.csv"), DealColumns(), Format);
    private static readonly Deals Deals = Import.Rows;

    // The files as an outsider reads them: no field of them is quoted.
    private static readonly Dictionary<string, string>[] DealLines = Lines("deals.csv");

    [Fact]
    public void Generator_GivesTheFilesThatAreShipped()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("company-");
        try
        {
            Sample.Run("make-company.cs", folder.FullName);
            foreach (string file in new[] { "deals.csv", "leads.csv" })
                Assert.Equal(File.ReadAllBytes(PathOf(file)), File.ReadAllBytes(Path.Combine(folder.FullName, file)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void EveryRow_IsRead()
    {
        Imported<Lead> leads = CsvLeads.Read(PathOf("leads.csv"), LeadColumns(), Format);
        Assert.Equal((DealLines.Length, 0), (Import.Report.RowsKept, Import.Report.RowsRejected));
        Assert.Equal((Lines("leads.csv").Length, 0), (leads.Report.RowsKept, leads.Report.RowsRejected));
        Assert.Equal(0, Import.Report.RepeatedIds + leads.Report.RepeatedIds);
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
        Leads leads = CsvLeads.Read(PathOf("leads.csv"), LeadColumns(), Format).Rows;
        OpenLeads open = Kpi.Pipeline.OpenLeads(leads, AsOf);
        Assert.Equal((Count("Open"), Count("Contacted"), Count("Qualified")), (open.New, open.Contacted, open.Qualified));

        static long Count(string status) => Lines("leads.csv").LongCount(line => line["status"] == status);
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

    private static DealMap DealColumns() => new()
    {
        Id = "deal_id", Outcome = "outcome", Kind = "kind", Stage = "stage", OwnerId = "owner", ProductId = "product", Source = "source",
        Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Amount = "amount", ListAmount = "list_amount",
        Currency = Currency.Eur, Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
        ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
    };

    private static LeadMap LeadColumns() => new()
    {
        Id = "lead_id", ReceivedAt = "received", Status = "status", Source = "source", OwnerId = "owner", FirstRespondedAt = "responded",
        ContactedAt = "contacted", QualifiedAt = "qualified", ConvertedAt = "converted", DisqualifiedAt = "disqualified", DealId = "deal_id",
    };
}

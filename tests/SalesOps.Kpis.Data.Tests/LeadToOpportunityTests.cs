using static SalesOps.Kpis.LeadConversion;

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from plain scripts over the same bytes, not from this library.</summary>
public class LeadToOpportunityTests
{
    private static readonly Instant LastWin = Instant.FromUtc(2018, 11, 14, 18, 4, 19);
    private static readonly LeadToOpportunityCalculator WithoutWindow = Kpi.LeadToOpportunity with { Window = null };

    [Fact]
    public void Olist_WithoutAWindow_BySource_MatchesThePlainScript()
    {
        SalesData data = ReadOlist();
        KpiTable<string?, LeadToOpportunity> bySource = (WithoutWindow with { ConvertedWhen = Won }).Calculate(data.Leads.By(LeadDimension.Source));
        (string?, long, long)[] expected =
        [
            ("direct_traffic", 56, 499), ("display", 6, 118), ("email", 15, 493), ("organic_search", 271, 2_296), ("other", 4, 150),
            ("other_publicities", 3, 65), ("paid_search", 195, 1_586), ("referral", 24, 284), ("social", 75, 1_350), ("unknown", 179, 1_099), (null, 14, 60),
        ];
        Assert.Equal(expected, bySource.Select(row => (row.Key, row.Value.Rate.Numerator, row.Value.Rate.Denominator)));
        Assert.Equal(0.10525, bySource.Total.Rate.Value);
        Assert.Equal(new LeadLadder { Leads = 8_000, Contacted = 842, Qualified = 842, Opportunities = 842, Won = 842 }, bySource.Total.Ladder);
    }

    // 365 days after the last leads came the data end: much is open, little is lost.
    [Theory]
    [InlineData(90, 691, 0, 691, 8_000)]
    [InlineData(180, 774, 456, 724, 7_494)]
    [InlineData(365, 838, 5_647, 37, 1_552)]
    public void Olist_WithinAWindow_TellsPendingFromExpired(int days, long converted, long pending, long matureConverted, long mature)
    {
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { ConvertedWhen = Won, Window = Duration.FromDays(days), AsOf = LastWin }).Calculate(ReadOlist());
        Assert.Equal((new Proportion(converted, 8_000), pending), (result.RateToDate, result.Pending));
        Assert.Equal((new Proportion(matureConverted, mature), 842 - converted), (result.Rate, result.ConvertedLate));
        Assert.Equal(mature, result.Ledger.Used);
        Assert.Equal(pending > 0.2 * 8_000, result.Cautions.Any(caution => caution.Code == CautionCode.Immature));
    }

    [Fact]
    public void Olist_WinBeforeTheFirstContact_CountsAndTakesNoTime()
    {
        LeadToOpportunity result = (WithoutWindow with { ConvertedWhen = Won }).Calculate(ReadOlist());
        Assert.Equal((842, 841, 1), (result.Converted, result.TimeToConvert.Count, result.TimeLedger.Excluded[LedgerReason.NegativeDuration]));
    }

    [Fact]
    public void XEducation_WithoutASingleDate_GivesTheOverallRatio()
    {
        string path = Path.Combine(DataSets.Folder("x-education-leads"), "Leads.csv");
        var map = new LeadMap
        {
            Id = "Prospect ID", Source = "Lead Source", Status = "Converted", StatusWords = new() { ["1"] = LeadStatus.Converted, ["0"] = LeadStatus.Open },
        };
        Imported<Lead> leads = CsvLeads.Read(path, map, new CsvFormat { MissingWords = ["Select"] });
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { ConvertedWhen = Qualified, AsOf = LastWin }).Calculate(leads.Rows);
        Assert.Equal((new Proportion(3_561, 9_240), result.Rate), (result.Rate, result.RateToDate));
        Assert.Equal((0, 0), (result.Pending, result.TimeToConvert.Count));
        Assert.Equal((9_240, 3_561), (result.Ledger.Noted[LedgerReason.CreationUnknown], result.Ledger.Noted[LedgerReason.ConversionDateMissing]));
        Assert.Equal(3_561, result.Ladder.OpportunitiesWithoutDeal);
    }

    [Fact]
    public void MarketStar_LeadsThatNameTheirOpportunity_MatchThePlainScript()
    {
        string folder = DataSets.Folder("marketstar-inside-sales");
        var leadMap = new LeadMap { Id = "LeadId", ReceivedAt = "CreatedDate", OwnerId = "OwnerEmployeeId", Source = "LeadSource", DealId = "ConvertedOpportunityId" };
        var dealMap = new DealMap { Id = "OpportunityId", CreatedAt = "CreatedDate", OwnerId = "OwnerEmployeeId", Outcome = DealOutcome.Open };
        var format = new CsvFormat { DatePatterns = ["uuuuMMdd", "M/d/uuuu"], Zone = DateTimeZone.Utc };
        List<Lead> leads = CsvLeads.Read(Path.Combine(folder, "Leads.csv"), leadMap, format).Rows;
        List<Deal> deals = CsvDeals.Read(Path.Combine(folder, "Opportunities.csv"), dealMap, format).Rows;
        Assert.Equal(new Proportion(1_061, 43_033), WithoutWindow.Calculate(leads).Rate);
        LeadToOpportunity joined = WithoutWindow.Calculate(new SalesData { Leads = leads, Deals = deals });
        Assert.Equal(new Proportion(1_061, 43_033), joined.Rate);
        Assert.Equal(1_061, joined.TimeToConvert.Count + joined.TimeLedger.Excluded[LedgerReason.NegativeDuration]);
        Assert.Equal(0, joined.Ladder.OpportunitiesWithoutDeal);
    }

    [Fact]
    public void Zoho_DealsCreatedBeforeTheirLead_CountAndTakeNoTime()
    {
        string folder = DataSets.Folder("zoho-crm-demo");
        var leadMap = new LeadMap
        {
            Id = "LEADID", ReceivedAt = "Created Time", Source = "Lead Source", Status = "CONVERTED",
            StatusWords = new() { ["Yes"] = LeadStatus.Converted, ["No"] = LeadStatus.Open },
        };
        var dealMap = new DealMap { Id = "LEADID", LeadId = "LEADID", CreatedAt = "Created Time", Outcome = DealOutcome.Open };
        var format = new CsvFormat { DatePatterns = ["dd MMM, uuuu HH:mm:ss"], Zone = DateTimeZone.Utc };
        List<Lead> leads = CsvLeads.Read(Path.Combine(folder, "Leads.csv"), leadMap, format).Rows;
        LeadToOpportunity alone = WithoutWindow.Calculate(leads);
        Assert.Equal((new Proportion(3_632, 3_900), 3_632), (alone.Rate, alone.TimeLedger.Excluded[LedgerReason.ConversionDateMissing]));
        LeadToOpportunity joined = WithoutWindow.Calculate(new SalesData
        {
            Leads = leads, Deals = CsvDeals.Read(Path.Combine(folder, "Potentials.csv"), dealMap, format).Rows,
        });
        Assert.Equal(new Proportion(3_632, 3_900), joined.Rate);
        Assert.Equal((1_819, 3_632 - 1_819), (joined.TimeLedger.Excluded[LedgerReason.NegativeDuration], joined.TimeToConvert.Count));
    }

    private static SalesData ReadOlist() => new() { Deals = Olist.ReadDeals().Rows, Leads = Olist.ReadLeads().Rows };
}

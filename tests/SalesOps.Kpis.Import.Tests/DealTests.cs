namespace SalesOps.Kpis.Import.Tests;

public class DealTests
{
    private static readonly Words<DealOutcome> Words = new() { ["Closed Won"] = DealOutcome.Won, ["Loss"] = DealOutcome.Lost, ["True"] = DealOutcome.Won };

    [Theory]
    [InlineData("Closed Won", DealOutcome.Won)]
    [InlineData("CLOSED WON", DealOutcome.Won)]
    [InlineData(" closed won\u00A0", DealOutcome.Won)]
    [InlineData("loss", DealOutcome.Lost)]
    [InlineData("true", DealOutcome.Won)]
    public void Outcome_ListedWord(string word, DealOutcome outcome) =>
        Assert.Equal(outcome, Texts.Deals($"id,outcome\n1,{word}\n", Texts.Map with { OutcomeWords = Words }).OnlyRow().Outcome);

    [Theory]
    [InlineData("Closed  Won", FaultReason.UnknownWord)]
    [InlineData("Won", FaultReason.UnknownWord)]
    [InlineData("Löss", FaultReason.UnknownWord)]
    [InlineData("", FaultReason.MissingValue)]
    [InlineData("  ", FaultReason.MissingValue)]
    [InlineData("NULL", FaultReason.MissingValue)]
    public void Outcome_OtherWordOrNone_IsAFault(string word, FaultReason reason)
    {
        var fault = Texts.Deals($"id,outcome\n1,{word}\n", Texts.Map with { OutcomeWords = Words }, Texts.Format with { MissingWords = ["null"] }).OnlyFault();
        Assert.Equal((reason, "outcome", word.Trim().Length), (fault.Reason, fault.Column, fault.Length));
    }

    [Fact]
    public void Outcome_Other_TakesUnlistedWordsButNotMissingOnes()
    {
        var words = new Words<DealOutcome> { ["Closed Won"] = DealOutcome.Won, Other = DealOutcome.Open };
        var imported = Texts.Deals("id,outcome\n1,Closed Won\n2,Demo\n3,Trial\n4,\n", Texts.Map with { OutcomeWords = words });
        Assert.Equal([DealOutcome.Won, DealOutcome.Open, DealOutcome.Open], imported.Rows.Select(d => d.Outcome));
        Assert.Equal((2, 1), (imported.Report.Noted(ImportNote.OtherWord), imported.Report.Rejected(FaultReason.MissingValue)));
    }

    [Fact]
    public void Outcome_BlankOrMissingWord_CountsWhereItIsListed()
    {
        var words = new Words<DealOutcome> { ["Y"] = DealOutcome.Won, [""] = DealOutcome.Open, ["NULL"] = DealOutcome.Lost };
        var imported = Texts.Deals("id,outcome\n1,Y\n2,\n3,NULL\n", Texts.Map with { OutcomeWords = words }, Texts.Format with { MissingWords = ["NULL"] });
        Assert.Equal([DealOutcome.Won, DealOutcome.Open, DealOutcome.Lost], imported.Rows.Select(d => d.Outcome));
    }

    [Fact]
    public void Outcome_WordsByDefault_AreTheNamesOfTheOutcomes() => Assert.Equal(
        Enum.GetValues<DealOutcome>(),
        Texts.Deals("id,outcome\n1,Open\n2,Won\n3,lost\n4,Disqualified\n").Rows.Select(d => d.Outcome));

    [Fact]
    public void Outcome_Constant_IsThatOfAllRows() =>
        Assert.Equal(DealOutcome.Won, Texts.Deals("id\n1\n", new() { Id = "id", Outcome = DealOutcome.Won }).OnlyRow().Outcome);

    [Fact]
    public void Words_TwoValuesForOneWord_Throws()
    {
        Assert.Throws<ArgumentException>("word", () => new Words<DealOutcome> { ["Won"] = DealOutcome.Won, ["won "] = DealOutcome.Lost });
        Assert.Equal(DealOutcome.Won, new Words<DealOutcome> { ["Won"] = DealOutcome.Won, ["won"] = DealOutcome.Won }["WON"]);
    }

    [Fact]
    public void Id_Missing_RejectsTheRowWhateverThePolicy()
    {
        var fault = Texts.Deals("id,outcome\n ,Won\n", format: Texts.Format with { BadValues = BadValuePolicy.LeaveEmpty }).OnlyFault();
        Assert.Equal((FaultReason.MissingValue, "id", 0), (fault.Reason, fault.Column, fault.Length));
    }

    [Fact]
    public void Required_NeitherColumnNorValue_Throws()
    {
        Assert.Contains("Id", Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome", new() { Id = default, Outcome = "outcome" })).Message, StringComparison.Ordinal);
        Assert.Contains("Outcome", Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome", new() { Id = "id", Outcome = default })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_BlankName_Throws()
    {
        Assert.Throws<ArgumentException>(() => Texts.Map with { OwnerId = " " });
        Assert.Throws<ArgumentNullException>(() => Texts.Map with { OwnerId = (string)null! });
        Assert.Throws<ArgumentException>(() => Texts.Map with { Amount = Column.Always("5") });
    }

    [Fact]
    public void Members_AllOfThem_AreReadFromTheirColumns()
    {
        string[] texts = ["CustomerId", "LeadId", "OwnerId", "ProductId", "Source", "Channel", "CampaignId", "Segment", "PipelineId", "Stage", "LossReason", "MergedIntoId"];
        string[] days = ["CreatedAt", "FirstContactAt", "LeadReceivedAt", "ClosedAt"];
        string header = string.Join(',', ["Id", "Outcome", "Kind", "Amount", "ListAmount", "Currency", "Quantity", "Probability", "ExpectedCloseOn", .. days, .. texts]);
        string row = string.Join(',', ["7", "Lost", "Renewal", "10", "12", "GBP", "3", "0.5", "2024-02-01", .. days.Select((_, i) => $"2024-01-0{i + 1}"), .. texts.Select(t => "a " + t)]);
        var deal = Texts.Deals($"{header}\n{row}\n", new()
        {
            Id = "Id", Outcome = "Outcome", Kind = "Kind", Amount = "Amount", ListAmount = "ListAmount", Currency = "Currency", Quantity = "Quantity",
            Probability = "Probability", CreatedAt = "CreatedAt", FirstContactAt = "FirstContactAt", LeadReceivedAt = "LeadReceivedAt",
            ClosedAt = "ClosedAt", ExpectedCloseOn = "ExpectedCloseOn", CustomerId = "CustomerId", LeadId = "LeadId", OwnerId = "OwnerId",
            ProductId = "ProductId", Source = "Source", Channel = "Channel", CampaignId = "CampaignId", Segment = "Segment",
            PipelineId = "PipelineId", Stage = "Stage", LossReason = "LossReason", MergedIntoId = "MergedIntoId",
        }).OnlyRow();
        Assert.Equal(new Deal
        {
            Id = "7", Outcome = DealOutcome.Lost, Kind = DealKind.Renewal, Amount = new Money(10, Currency.Gbp), ListAmount = new Money(12, Currency.Gbp), Quantity = 3,
            Probability = 0.5, CreatedAt = Instant.FromUtc(2024, 1, 1, 0, 0), FirstContactAt = Instant.FromUtc(2024, 1, 2, 0, 0),
            LeadReceivedAt = Instant.FromUtc(2024, 1, 3, 0, 0), ClosedAt = Instant.FromUtc(2024, 1, 4, 0, 0), ExpectedCloseOn = new LocalDate(2024, 2, 1),
            CustomerId = "a CustomerId", LeadId = "a LeadId", OwnerId = "a OwnerId", ProductId = "a ProductId", Source = "a Source", Channel = "a Channel",
            CampaignId = "a CampaignId", Segment = "a Segment", PipelineId = "a PipelineId", Stage = "a Stage", LossReason = "a LossReason", MergedIntoId = "a MergedIntoId",
        }, deal);
    }

    [Fact]
    public void Members_Constants_ServeAllRows()
    {
        var at = Instant.FromUtc(2024, 1, 1, 0, 0);
        var deal = Texts.Deals("id,outcome\n1,Open\n", Texts.Map with
        {
            OwnerId = Column.Always(" ann "), Kind = DealKind.Expansion, Amount = 5, Currency = Currency.Usd, Quantity = 2, CreatedAt = at, ExpectedCloseOn = new LocalDate(2024, 2, 1),
        }, new()).OnlyRow();
        Assert.Equal(("ann", DealKind.Expansion, new Money(5, Currency.Usd), 2m, at, new LocalDate(2024, 2, 1)),
            (deal.OwnerId, deal.Kind, deal.Amount, deal.Quantity, deal.CreatedAt, deal.ExpectedCloseOn));
    }

    [Fact]
    public void Members_OneColumnServesSeveral()
    {
        var deal = Texts.Deals("id,outcome,d\n1,Won,2024-01-01\n", Texts.Map with { Stage = "outcome", CreatedAt = "d", FirstContactAt = "d", LeadId = "id" }).OnlyRow();
        Assert.Equal(("Won", deal.CreatedAt, "1"), (deal.Stage, deal.FirstContactAt, deal.LeadId));
    }

    [Fact]
    public void MissingWords_AreAbsent_BlankAlwaysIs()
    {
        const string text = "id,outcome,owner\n1,Won,Select\n2,Won,select\n3,Won, \n4,Won,Selected\n";
        var map = Texts.Map with { OwnerId = "owner" };
        Assert.Equal(["Select", "select", null, "Selected"], Texts.Deals(text, map).Rows.Select(d => d.OwnerId));
        Assert.Equal([null, null, null, "Selected"], Texts.Deals(text, map, Texts.Format with { MissingWords = ["Select"] }).Rows.Select(d => d.OwnerId));
    }

    [Fact]
    public void MissingWords_ADate_IsAbsent()
    {
        const string text = "id,outcome,d\n1,Won,9999-12-31\n";
        var map = Texts.Map with { ClosedAt = "d" };
        Assert.NotNull(Texts.Deals(text, map).OnlyRow().ClosedAt);
        Assert.Null(Texts.Deals(text, map, Texts.Format with { MissingWords = ["9999-12-31"] }).OnlyRow().ClosedAt);
    }

    [Theory]
    [InlineData(OpenCloseDate.Expected, false, "2024-05-01")]
    [InlineData(OpenCloseDate.Ignore, false, null)]
    [InlineData(OpenCloseDate.Keep, true, null)]
    public void OpenCloseDate_ByOption(OpenCloseDate option, bool isClosedAtKept, string? expected)
    {
        var zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        var imported = Texts.Deals("id,outcome,d\n1,Open,2024-05-01\n2,Won,2024-04-01\n3,Open,\n", Texts.Map with { ClosedAt = "d", OpenCloseDate = option }, Texts.Format with { Zone = zone });
        Assert.Equal(isClosedAtKept, imported.Rows[0].ClosedAt is not null);
        Assert.Equal(expected, imported.Rows[0].ExpectedCloseOn?.ToString("uuuu-MM-dd", null));
        Assert.NotNull(imported.Rows[1].ClosedAt);
        Assert.Equal(1, imported.Report.Noted(ImportNote.CloseDateOfOpenDeal));
        Assert.Equal(Instant.FromUtc(2024, 3, 31, 15, 0), imported.Report.LatestEventAt);
    }

    [Fact]
    public void OpenCloseDate_ExpectedOneIsThere_WinsOverTheCloseDate()
    {
        var deal = Texts.Deals("id,outcome,d,e\n1,Open,2024-05-01,2024-06-01\n", Texts.Map with { ClosedAt = "d", ExpectedCloseOn = "e" }).OnlyRow();
        Assert.Equal((null, new LocalDate(2024, 6, 1)), (deal.ClosedAt, deal.ExpectedCloseOn));
    }

    [Fact]
    public void Report_SeveralFaultsInARow_AreAllListedAndTheRowCountsOnce()
    {
        var report = Texts.Deals("id,outcome,d,a\n1,bad,worse,worst\n2,Won,2024-01-01,5\n", Texts.Map with { CreatedAt = "d", Amount = "a", Currency = Currency.Usd }).Report;
        Assert.Equal((2, 1, 1), (report.RowsRead, report.RowsKept, report.RowsRejected));
        Assert.Equal(3, report.Faults.Count);
        Assert.Equal(1, report.Rejected(FaultReason.UnknownWord));
        Assert.Equal(["outcome", "a", "d"], report.Faults.Select(f => f.Column));
        Assert.Equal("2 rows read: 1 kept, 1 rejected (UnknownWord 1)", report.ToString());
        Assert.Equal("line 2, outcome: UnknownWord (3 characters), row rejected", report.Faults[0].ToString());
    }

    [Fact]
    public void Report_RejectedRows_AddNothing()
    {
        var report = Texts.Deals("id,outcome,d,a\n1,bad,2024-01-01,5\n1,bad,2024-01-01,5\n", Texts.Map with { CreatedAt = "d", Amount = "a", Currency = Currency.Usd }).Report;
        Assert.Equal((0, 0, null, 0), (report.DistinctIds, report.Currencies.Count, report.LatestEventAt, report.RowsKept));
    }

    [Fact]
    public void Report_RepeatedIds_AreCountedAndNoRowIsDropped()
    {
        var imported = Texts.Deals("id,outcome\na,Won\nb,Won\na,Lost\nc,Won\nb,Won\na,Won\nA,Won\n");
        Assert.Equal(7, imported.Rows.Count);
        Assert.Equal((4, 2, 5), (imported.Report.DistinctIds, imported.Report.RepeatedIds, imported.Report.RowsWithRepeatedIds));
    }

    [Fact]
    public void Report_UnknownReasonOrNote_Throws()
    {
        var report = Texts.Deals("id,outcome\n").Report;
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Rejected((FaultReason)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Noted((ImportNote)99));
    }

    [Fact]
    public void Rows_FeedACalculatorAsTheyAre() =>
        Assert.Equal(new Proportion(2, 3), Kpi.WinRate.Calculate(Texts.Deals("id,outcome\na,Won\nb,Won\nc,Lost\nd,Open\n").Rows).ByCount);

    [Fact]
    public void Members_ConstantsThatTheRecordCantHold_Throw()
    {
        const decimal TooLarge = 922_337_203_685_477.5808m;
        void Read(DealMap map) => Texts.Deals("id,outcome\n1,Won\n", map);
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Read(Texts.Map with { Amount = TooLarge, Currency = Currency.Usd }));
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Read(Texts.Map with { ListAmount = -TooLarge, Currency = Currency.Usd }));
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Read(Texts.Map with { Quantity = TooLarge }));
        Assert.Throws<ArgumentException>("map", () => Read(Texts.Map with { Amount = 1, Currency = default(Currency) }));
    }

    [Fact]
    public void Currency_ColumnMissing_NamesTheMember() => Assert.Contains(
        "'cur' of Currency",
        Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome", Texts.Map with { ListAmount = "outcome", Currency = "cur" })).Message,
        StringComparison.Ordinal);
}

namespace SalesOps.Kpis.Tests;

public class PipelineOfSalesDataTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2024, 5, 15, 12, 0);

    private static readonly Deal Open = new()
    {
        Id = "1", Outcome = DealOutcome.Open, CreatedAt = AsOf - Duration.FromDays(20), Amount = new Money(10, Currency.Eur),
    };

    [Fact]
    public void OpenLeads_StandBesideTheDeals()
    {
        Lead lead = new() { Id = "l", Status = LeadStatus.Open, ReceivedAt = AsOf - Duration.FromDays(1) };
        Assert.Equal(1, Kpi.Pipeline.Calculate(new SalesData { Deals = new[] { Open }, Leads = new[] { lead } }, AsOf).Leads!.Count);
        Assert.Null(Kpi.Pipeline.Calculate(new SalesData { Deals = new[] { Open } }, AsOf).Leads);
    }

    [Fact]
    public void BigPictureOnly_WhereNothingElseIsKnown() => Assert.True(IsAlone(new SalesData { Deals = new[] { Open } }));

    [Fact]
    public void BigPictureOnly_ADealDecidedLaterIsNotKnownYet()
    {
        Deal wonLater = Open with { Id = "2", Outcome = DealOutcome.Won, ClosedAt = AsOf + Duration.FromDays(1) };
        Assert.True(IsAlone(new SalesData { Deals = new[] { Open, wonLater } }));
    }

    [Fact]
    public void BigPictureOnly_NotBesideAWinRate()
    {
        Deal lost = Open with { Id = "2", Outcome = DealOutcome.Lost, ClosedAt = AsOf - Duration.FromDays(1) };
        Assert.False(IsAlone(new SalesData { Deals = new[] { Open, lost } }));
    }

    [Fact]
    public void BigPictureOnly_NotBesideASalesCycle()
    {
        // A renewal counts in no win rate, but has a cycle.
        Deal renewal = Open with { Id = "2", Outcome = DealOutcome.Won, Kind = DealKind.Renewal, ClosedAt = AsOf - Duration.FromDays(1) };
        Assert.False(IsAlone(new SalesData { Deals = new[] { Open, renewal } }));
    }

    [Fact]
    public void BigPictureOnly_NotBesideStages()
    {
        Assert.False(IsAlone(new SalesData { Deals = new[] { Open with { Stage = "Demo" } } }));
        StageChange change = new() { DealId = "1", Stage = "Demo", EnteredAt = AsOf };
        Assert.False(IsAlone(new SalesData { Deals = new[] { Open }, StageChanges = [change] }));
    }

    [Fact]
    public void BigPictureOnly_IsNotJudgedOfRowsAlone() =>
        Assert.DoesNotContain(Kpi.Pipeline.Calculate(new[] { Open }, AsOf).Cautions, caution => caution.Code == CautionCode.BigPictureOnly);

    [Fact]
    public void Coverage_OfEachTarget()
    {
        ReportingPeriod quarter = new ReportingCalendar(DateTimeZone.Utc).Quarters(new LocalDate(2024, 4, 1), new LocalDate(2024, 7, 1)).Periods[0];
        Target all = new() { Period = quarter, Amount = new Money(100, Currency.Eur) }, count = new() { Period = quarter, Count = 4 };
        Deal due = Open with { ExpectedCloseOn = new LocalDate(2024, 6, 1) };
        IReadOnlyList<PipelineCoverage> coverages = Kpi.Pipeline.Coverage(new SalesData { Deals = new[] { due }, Targets = [all, count] }, AsOf);
        Assert.Equal(0.1, coverages[0].ByAmount.Value);
        Assert.Equal(0.25, coverages[1].ByCount);
    }

    private static bool IsAlone(SalesData data) =>
        Kpi.Pipeline.Calculate(data, AsOf).Cautions.Any(caution => caution.Code == CautionCode.BigPictureOnly);
}

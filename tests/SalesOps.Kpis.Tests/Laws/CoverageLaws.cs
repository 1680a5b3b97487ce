using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

[LawsOf(typeof(CoverageAccumulator))]
[Properties(Arbitrary = [typeof(OddDeals), typeof(OddOptions)], MaxTest = 60)]
public class CoverageLaws
{
    private static readonly ReportingPeriod Quarter =
        new ReportingCalendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Quarters(new(2024, 4, 1), new(2024, 7, 1))[0];

    private static readonly Instant At = OddDeals.AsOf + Duration.FromDays(20);
    private static readonly Target Target = new() { Period = Quarter, Amount = new Money(1_000_000, Currency.Eur), Count = 20 };

    [Property]
    public void AnySplitInAnyOrder_GivesTheSameBits(PipelineCalculator options, Deal[] deals, int seed) =>
        MergeLaws.Hold(new CoverageCalculator(options, At, Target, Kpi.WinRate.Calculate(deals)), deals, seed);

    [Property]
    public void EveryKindOfRows_GivesTheSameBits(PipelineCalculator options, Deal[] deals)
    {
        PipelineCoverage expected = options.Coverage(deals, At, Target);
        Assert.All(Sources.Of(deals), view => Everything.Equal(expected, options.Coverage(view, At, Target)));
    }

    [Property(MaxTest = 200)]
    public void Parts_AreTheDealsByTheirExpectedClose(PipelineCalculator options, Deal[] deals)
    {
        PipelineCoverage coverage = options.Coverage(deals, At, Target);
        Deal[] existing = [.. deals.Where(deal => deal.MergedIntoId is null && !(deal.CreatedAt > At))];
        Deal[] open = [.. existing.Where(deal => deal.Outcome == DealOutcome.Open || deal.ClosedAt > At)];
        LocalDate today = At.InZone(options.Zone).Date;
        Assert.Equal(existing.Count(deal => deal.Outcome == DealOutcome.Won && deal.ClosedAt >= Quarter.From && deal.ClosedAt <= At), coverage.Won.Count);
        Assert.Equal(open.Count(deal => deal.ExpectedCloseOn is null), coverage.WithoutExpectedClose.Count);
        Assert.Equal(open.Count(deal => deal.ExpectedCloseOn < today), coverage.Overdue.Count);
        Assert.Equal(open.Count(deal => deal.ExpectedCloseOn >= today && deal.ExpectedCloseOn < Quarter.End), coverage.ExpectedInPeriod.Count);
        Assert.Equal(open.Count(deal => deal.ExpectedCloseOn >= Quarter.End), coverage.ExpectedInOtherPeriods.Count);
        Assert.Equal(coverage.Won.Count + open.Length, coverage.Ledger.Used);
        Assert.Equal(deals.Length, coverage.Ledger.Read);
        Assert.Equal(Target.Count - coverage.Won.Count, coverage.GapCount);
    }
}

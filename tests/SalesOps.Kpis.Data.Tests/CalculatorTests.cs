using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Data.Tests;

/// <summary>From file to answer. Expected figures come from plain scripts over the same bytes, not from this library.</summary>
public class CalculatorTests
{
    private static readonly Instant NewYear2018 = Instant.FromUtc(2018, 1, 1, 0, 0);
    private static readonly SalesCycleCalculator CycleByDates = Kpi.SalesCycle with { DayCount = DayCount.LocalDates };

    [Fact]
    public void Maven_WinRateCycleAndPipeline_MatchThePlainScript()
    {
        List<Deal> rows = Maven.Read().Rows;
        foreach (Deals deals in (Deals[])[rows, DealTable.Of(rows.ToArray())])
        {
            WinRate rate = (Kpi.WinRate with { AsOf = NewYear2018 }).Calculate(deals);
            Assert.Equal(new Proportion(4_238, 6_711), rate.ByCount);
            Assert.Equal(0.631500521531814, rate.ByCount.Value!.Value, 15);
            Assert.Equal(new Money(10_005_534, Currency.Usd), rate.WonAmount);
            Assert.Equal(UndefinedReason.LostAmountsMissing, rate.ByAmount.Undefined);
            Assert.Equal(2_089, rate.Ledger.Excluded[LedgerReason.StillOpen]);

            DurationSummary cycle = (CycleByDates with { AsOf = NewYear2018 }).Calculate(deals).Duration;
            Assert.Equal(4_238, cycle.Count);
            Assert.Equal(51.781972628598396, cycle.MeanDays);
            Assert.Equal(57, cycle.MedianDays);
            Assert.Equal((1.0, 138.0), (cycle.MinDays, cycle.MaxDays));

            Pipeline open = Kpi.Pipeline.Calculate(deals, NewYear2018);
            Assert.Equal((2_089, 2_089), (open.OpenCount, open.WithoutAmount));
            Assert.Equal(500, open.Ledger.Noted[LedgerReason.CreationUnknown]);
            Assert.Equal(UndefinedReason.NoAmounts, open.Undefined);
        }
    }

    [Fact]
    public void Maven_ByCloseQuarter_MatchesThePlainScript()
    {
        Deals deals = Maven.Read().Rows;
        KpiSeries<WinRate> quarters = Kpi.WinRate.Calculate(
            deals.Per(ReportingCalendar.Utc.Quarters(new(2017, 1, 1), new(2018, 1, 1)), DealDate.Closed));
        Assert.Equal(["2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"], quarters.Select(q => q.Period.Name));
        Assert.Equal([531L, 1_254, 1_257, 1_196], quarters.Select(q => q.Value.ByCount.Numerator));
        Assert.Equal([116L, 778, 790, 789], quarters.Select(q => q.Value.Lost));
        Assert.Equal([1_134_672m, 3_086_111, 2_982_255, 2_802_496], quarters.Select(q => q.Value.WonAmount!.Value.Amount));
        Assert.Equal(2_089, quarters.Undated.Open);
        Assert.Equal(30, Kpi.WinRate.Calculate(deals.By(DealDimension.Owner)).Count);
    }

    [Fact]
    public void MavenVariants_GiveTheSameFigures()
    {
        foreach (Imported<Deal> variant in (Imported<Deal>[])[Maven.ReadUsDates(), Maven.ReadDayFirst(), Maven.ReadMinusOneForMissing(), Maven.ReadClosedOnly()])
        {
            Assert.Equal(new Proportion(4_238, 6_711), Kpi.WinRate.Calculate(variant.Rows).ByCount);
            Assert.Equal(51.781972628598396, CycleByDates.Calculate(variant.Rows).Duration.MeanDays);
        }
    }

    [Fact]
    public void SalesWinLoss_RateAndDurations_MatchThePlainScript()
    {
        Assert.Equal(new Proportion(17_627, 78_025), Kpi.WinRate.Calculate(SalesWinLoss.Read().Rows).ByCount);
        SalesCycle cycle = Kpi.SalesCycle.Summarize(SalesWinLoss.ReadCycles().Rows.ToArray());
        Assert.Equal(16.728356296058955, cycle.Duration.MeanDays!.Value, 12);
        Assert.Equal(78_025, cycle.Ledger.Used);
    }

    [Fact]
    public void SalesWinLoss_ByRouteAndRegion_MatchThePlainScript()
    {
        Deals deals = SalesWinLoss.Read().Rows;
        KpiTable<string?, WinRate> routes = Kpi.WinRate.Calculate(deals.By(DealDimension.Channel));
        Assert.Equal(0.2757, routes["Reseller"].ByCount.Value!.Value, 4);
        Assert.Equal(0.0646, routes["Telecoverage"].ByCount.Value!.Value, 4);
        Assert.Equal(0.2537, Kpi.WinRate.Calculate(deals.By(DealDimension.Segment))["Midwest"].ByCount.Value!.Value, 4);
    }

    [Fact]
    public void SalesforceStyle_RateAndCycle_MatchThePlainScript()
    {
        List<Deal> deals = SalesforceStyle.Read().Rows;
        WinRate rate = Kpi.WinRate.Calculate(deals);
        Assert.Equal(new Proportion(1_824, 5_584), rate.ByCount);
        Assert.Equal(72_249_000m, rate.WonAmount!.Value.Amount);
        Assert.Equal(65.15021929824562, CycleByDates.Calculate(deals).Duration.MeanDays!.Value, 12);
    }

    [Fact]
    public void StageHistory_RateAndCycle_MatchTheFiguresBesideTheData()
    {
        List<Deal> deals = StageHistory.Read().Rows;
        double tolerance = StageHistory.Expected("relativeTolerance");
        WinRate rate = (Kpi.WinRate with { AsOf = Instant.FromUtc(2024, 3, 1, 0, 0) }).Calculate(deals);
        Assert.Equal(StageHistory.Expected("won"), rate.ByCount.Numerator);
        Assert.Equal(StageHistory.Expected("decided"), rate.ByCount.Denominator);
        SalesCycle cycle = Kpi.SalesCycle.Calculate(deals);
        Assert.Equal(StageHistory.Expected("wonCycles"), cycle.Duration.Count);
        Assert.Equal(StageHistory.Expected("negativeCyclesExcluded"), cycle.Ledger.Excluded[LedgerReason.NegativeDuration]);
        Assert.Equal(1, cycle.Duration.MeanDays!.Value / StageHistory.Expected("meanDays"), tolerance);
        Assert.Equal(1, cycle.Duration.MedianDays!.Value / StageHistory.Expected("medianDays"), tolerance);

        WinRate earlier = (Kpi.WinRate with { AsOf = Instant.FromUtc(2024, 2, 1, 0, 0) }).Calculate(deals);
        Assert.Equal(StageHistory.Expected("alsoAsOf", "won"), earlier.ByCount.Numerator);
        Assert.Equal(StageHistory.Expected("alsoAsOf", "decided"), earlier.ByCount.Denominator);
        Assert.Equal(StageHistory.Expected("alsoAsOf", "closedAfterAsOf"), earlier.Ledger.Excluded[LedgerReason.ClosedAfterAsOf]);
    }
}

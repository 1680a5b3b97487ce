namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from a plain script over the same bytes, not from this library.</summary>
public class SalesWinLossTests
{
    [Fact]
    public void Deals_MatchThePlainScript()
    {
        var deals = SalesWinLoss.Read();
        Assert.Empty(deals.Report.Faults);
        Assert.Equal((78_025, 77_829), (deals.Report.RowsKept, deals.Report.DistinctIds));
        Assert.Equal(17_627, deals.Rows.Count(d => d.Outcome == DealOutcome.Won));
        Assert.Equal(60_398, deals.Rows.Count(d => d.Outcome == DealOutcome.Lost));
        Assert.Equal(2_047, deals.Rows.Count(d => d.Amount?.Amount == 0));
        Assert.Equal(1_286_106_684m, deals.Rows.Where(d => d.Outcome == DealOutcome.Won).Sum(d => d.Amount!.Value.Amount));
    }

    [Fact]
    public void RepeatedIds_AgreeWithLinq()
    {
        var deals = SalesWinLoss.Read();
        var repeated = deals.Rows.GroupBy(d => d.Id).Where(g => g.Count() > 1).ToList();
        Assert.Equal((repeated.Count, repeated.Sum(g => g.Count())), (deals.Report.RepeatedIds, deals.Report.RowsWithRepeatedIds));
    }

    [Fact]
    public void Cycles_MatchThePlainScript()
    {
        var cycles = SalesWinLoss.ReadCycles();
        Assert.Equal((78_025, 77_829), (cycles.Report.RowsKept, cycles.Report.DistinctIds));
        Assert.Equal(8_289, cycles.Rows.Count(c => c == Duration.Zero));
        Assert.Equal(16.728356296058955, cycles.Rows.Average(c => c.TotalDays), 12);
    }

    [Fact]
    public void Repeats_AreFoundAndLeftOutOnlyWhenAsked()
    {
        List<Deal> rows = SalesWinLoss.Read().Rows;
        Deals all = rows;
        Deduplicated<Deals> distinct = all.Deduplicate();
        Assert.Equal(rows.CountBy(deal => deal.Id).Where(id => id.Value > 1).Select(id => id.Key).Order(StringComparer.Ordinal), distinct.RepeatedIds);
        // By a plain script over the six columns that are mapped.
        Assert.Equal((183, 78_025 - 77_829, 57), (distinct.RepeatedIds.Count, distinct.RowsDropped, distinct.ExactRepeats));
        Assert.Equal(78_025, Kpi.WinRate.Calculate(all).ByCount.Denominator);
        Assert.Equal(77_829, Kpi.WinRate.Calculate(distinct.Rows).ByCount.Denominator);
        Assert.Equal(distinct.RepeatedIds.Count, new SalesData { Deals = all }.Links.Deals.RepeatedIds);
    }
}

namespace SalesOps.Kpis.Data.Tests;

public class StageHistoryTests
{
    [Fact]
    public void Deals_MatchTheFiguresBesideTheData()
    {
        var deals = StageHistory.Read();
        Assert.Empty(deals.Report.Faults);
        Assert.Equal(StageHistory.Expected("won"), deals.Rows.Count(d => d.Outcome == DealOutcome.Won));
        Assert.Equal(StageHistory.Expected("decided"), deals.Rows.Count(d => d.Outcome != DealOutcome.Open));
        Assert.Equal(StageHistory.Expected("amountMissing"), deals.Rows.Count(d => d.Amount is null));
        Assert.Equal(StageHistory.Expected("openDealsWithExpectedClose"), deals.Report.Noted(ImportNote.CloseDateOfOpenDeal));
    }

    [Fact]
    public void Cycles_MatchTheFiguresBesideTheData()
    {
        var days = StageHistory.Read().Rows
            .Where(d => d.Outcome == DealOutcome.Won)
            .Select(d => (d.ClosedAt - d.CreatedAt)!.Value.TotalDays)
            .Order()
            .ToList();
        double tolerance = StageHistory.Expected("relativeTolerance");
        Assert.Equal(StageHistory.Expected("negativeCyclesExcluded"), days.Count(d => d < 0));
        days.RemoveAll(d => d < 0);
        Assert.Equal(StageHistory.Expected("wonCycles"), days.Count);
        Assert.Equal(1, days.Average() / StageHistory.Expected("meanDays"), tolerance);
        double median = (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2;
        Assert.Equal(1, median / StageHistory.Expected("medianDays"), tolerance);
    }
}

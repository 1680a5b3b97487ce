using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>Tables, series and grids print under their rows what no single result shows.</summary>
public class PrintedCautionsTests
{
    private static readonly PeriodGrid Months = ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2024, 4, 1));
    private static readonly WinRateCalculator MidMarch = Kpi.WinRate with { AsOf = Instant.FromUtc(2024, 3, 16, 12, 0) };

    private const string PartialMarch = "! PartialPeriod: 50.0 % of the last period had passed at the as-of";

    private static readonly Deals Two = new[] { Won(1) with { OwnerId = "A" }, Won(1) with { OwnerId = "B" } };

    // By hand: of ten ranks B has the upper five; H = 75/11, (H - 1) / 8 = 8/11, p = erfc(sqrt(H / 2)) = .00902.
    [Fact]
    public void Table_NamesTheGroupThatDiffers()
    {
        KpiTable<string?, SalesCycle> cycles = Kpi.SalesCycle.Calculate(((Deals)(Deal[])[.. Cycles("A", 5, 1), .. Cycles("B", 5, 6)]).By(DealDimension.Owner));
        const string Line = "! SegmentsDiffer: 72.7 % of the variance of ranks is between groups (limit 6.0 %; p = 0.009); most: B";
        Assert.Equal(Line, cycles.ToString().Split('\n')[^1]);
        Assert.Equal(Line, cycles.Ranked(cycle => cycle.Duration.MedianDays).ToString().Split('\n')[^1]);
    }

    [Fact]
    public void Table_OfGroupsThatDoNotDiffer_EndsWithTheTotal()
    {
        KpiTable<string?, SalesCycle> cycles = Kpi.SalesCycle.Calculate(((Deals)(Deal[])[.. Cycles("A", 5, 1), .. Cycles("B", 5, 1)]).By(DealDimension.Owner));
        Assert.StartsWith("all ", cycles.ToString().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Probability_TooSmallToPrint_IsBelowTheLeastThatIsPrinted()
    {
        KpiTable<string?, SalesCycle> cycles = Kpi.SalesCycle.Calculate(((Deals)(Deal[])[.. Cycles(null, 50, 1), .. Cycles("B", 50, 51)]).By(DealDimension.Owner));
        Assert.EndsWith("; p < 0.0001); most: B", cycles.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("; p < 0.0001)", cycles.Cautions.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Series_SaysThatItsLastPeriodIsPartial()
    {
        Assert.EndsWith($"\n{PartialMarch}", MidMarch.Calculate(Two.Per(Months, DealDate.Closed)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("!", Kpi.WinRate.Calculate(Two.Per(Months, DealDate.Closed)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Grid_SaysOnceWhatAllOfItsSeriesShow()
    {
        KpiGrid<string?, WinRate> grid = MidMarch.Calculate(Two.By(DealDimension.Owner).Per(Months, DealDate.Closed));
        foreach (string text in new[] { grid.ToString(), grid.ToText(rate => $"{rate.ByCount.Numerator}") })
            Assert.Equal(PartialMarch, Assert.Single(text.Split('\n'), line => line.StartsWith('!')));
    }

    private static Deal[] Cycles(string? rep, int count, int first) =>
        [.. Enumerable.Range(first, count).Select(days => Won() with { OwnerId = rep, FirstContactAt = Day0 - Duration.FromDays(days) })];
}

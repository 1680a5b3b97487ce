using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>Folding allocates nothing per row: twice the rows allocate what once the rows do.</summary>
public class AllocationTests
{
    private const int Count = 60_000;

    // Far below one byte per row: two results may differ by a few reasons and cautions.
    private const int Slack = Count / 8;

    private static readonly Deal[] Records = [.. SampleDeals.Make(2 * Count, seed: 4)];
    private static readonly PeriodGrid Months = ReportingCalendar.Utc.Months(new(2022, 1, 1), new(2025, 1, 1));
    private static readonly Instant Middle = Instant.FromUtc(2023, 6, 1, 0, 0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WinRate_Whole(bool table) => AssertNothingPerRow(table, deals => Kpi.WinRate.Calculate(deals));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WinRate_AsOf(bool table) => AssertNothingPerRow(table, deals => (Kpi.WinRate with { AsOf = Middle }).Calculate(deals));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WinRate_Per(bool table) => AssertNothingPerRow(table, deals => Kpi.WinRate.Calculate(deals.Per(Months, DealDate.Closed)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WinRate_Within(bool table) =>
        AssertNothingPerRow(table, deals => Kpi.WinRate.Calculate(deals.Within(new Interval(SampleDeals.Start, Middle), DealDate.Closed)));

    [Fact]
    public void WinRate_ByCodesOfATable() => AssertNothingPerRow(true, deals => Kpi.WinRate.Calculate(deals.By(DealDimension.Owner)));

    [Fact]
    public void WinRate_ByCodesOfATableAndPer() =>
        AssertNothingPerRow(true, deals => Kpi.WinRate.Calculate(deals.By(DealDimension.Owner).Per(Months, DealDate.Created)));

    [Fact]
    public void WinRate_ByOfRecords_OnceTheCodesAreThere()
    {
        RowsBy<IDealRow, string?> once = Half(false).By(DealDimension.Owner), twice = Full(false).By(DealDimension.Owner);
        AssertNothingPerRow(() => Kpi.WinRate.Calculate(once), () => Kpi.WinRate.Calculate(twice));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SalesCycle_Whole(bool table) => AssertNothingPerRow(table, deals => Kpi.SalesCycle.Calculate(deals));

    [Fact]
    public void SalesCycle_ByCodesOfATable() => AssertNothingPerRow(true, deals => Kpi.SalesCycle.Calculate(deals.By(DealDimension.Owner)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pipeline_Snapshot(bool table) => AssertNothingPerRow(table, deals => Kpi.Pipeline.Calculate(deals, Middle));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pipeline_AtEach(bool table)
    {
        Instant[] dates = [.. Enumerable.Range(0, 24).Select(month => SampleDeals.Start + Duration.FromDays(40 * month))];
        AssertNothingPerRow(table, deals => Kpi.Pipeline.AtEach(dates, deals));
    }

    private static Deals Half(bool table) => View(Records[..Count], table);

    private static Deals Full(bool table) => View(Records, table);

    private static Deals View(Deal[] deals, bool table) => table ? DealTable.Of(deals) : deals;

    private static void AssertNothingPerRow(bool table, Func<Deals, object> calculate)
    {
        Deals once = Half(table), twice = Full(table);
        AssertNothingPerRow(() => calculate(once), () => calculate(twice));
    }

    // Repeated until it holds: at first the compiler is at work, and another test's collection may empty the pools. What
    // is allocated per row never goes away.
    private static void AssertNothingPerRow(Func<object> once, Func<object> twice)
    {
        long difference = long.MaxValue;
        for (int i = 0; i < 40 && Math.Abs(difference) > Slack; i++)
            difference = Allocated(twice) - Allocated(once);
        Assert.InRange(difference, -Slack, Slack);
    }

    private static long Allocated(Func<object> calculate)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(calculate());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

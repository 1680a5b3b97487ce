namespace SalesOps.Kpis.Tests;

/// <summary>A caller's own rows that fail, or change while they are looked at.</summary>
public class FaultyRowsTests
{
    private const int Count = 400_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FirstFault_IsTheOneThatIsThrown_WhateverTheThreads(int threads)
    {
        int[] numbers = [.. Enumerable.Range(0, Count)];
        Deals deals = Deals.Over(numbers, number => number is 140_000 or 150_000 or 399_999
            ? throw new FormatException($"{number}")
            : new Deal { Id = "D", Outcome = DealOutcome.Won, CreatedAt = SampleDeals.Start, ClosedAt = SampleDeals.Start }).InParallel(threads);
        Assert.Equal("140000", Assert.Throws<FormatException>(() => Kpi.WinRate.Calculate(deals)).Message);
        Assert.Equal("140000", Assert.Throws<FormatException>(() => Kpi.SalesCycle.Calculate(deals)).Message);
        Assert.Equal("140000", Assert.Throws<FormatException>(() => Kpi.Pipeline.Calculate(deals, SampleDeals.Start)).Message);
    }

    [Fact]
    public void Fold_ThatFails_LeavesTheStateAsItWas()
    {
        WinRateAccumulator state = Kpi.WinRate.Start();
        Kpi.WinRate.Fold((Deals)SampleDeals.Make(100), ref state);
        WinRate before = Kpi.WinRate.Result(in state);
        Deals faulty = Deals.Over(new[] { 1, 2, 3 }, number => number == 3 ? throw new FormatException() : new Deal { Id = "D", Outcome = DealOutcome.Won });
        Assert.Throws<FormatException>(() => Kpi.WinRate.Fold(faulty, ref state));
        Everything.Equal(before, Kpi.WinRate.Result(in state));
    }

    [Fact]
    public void RowsThatChanged_AreRefused()
    {
        List<Deal> list = [.. SampleDeals.Make(10)];
        Deals deals = list;
        RowsBy<IDealRow, string?> byOwner = deals.By(DealDimension.Owner);
        list.Add(list[0]);
        Assert.Throws<InvalidOperationException>(() => Kpi.WinRate.Calculate(deals));
        Assert.Throws<InvalidOperationException>(() => Kpi.WinRate.Calculate(byOwner));
    }
}

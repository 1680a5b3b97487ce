using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about win rates.</summary>
public class WinRateFaults
{
    [Fact]
    public void OwnerWithoutLosses_WinsEverything_NotNothing()
    {
        // dbt_salesforce: the sum over no lost rows is null, and the rate falls to 0 %.
        Deals deals = new[] { Won(100) with { OwnerId = "A" }, Won(50) with { OwnerId = "B" }, Lost(50) with { OwnerId = "B" } };
        KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner));
        Assert.Equal(1, rates["A"].ByAmount.Value);
        Assert.Equal(1, rates["A"].ByCount.Value);
        Assert.Equal(0.5, rates["B"].ByAmount.Value);
    }

    [Fact]
    public void RateOfATeam_IsTheRatioOfItsSums()
    {
        // dbt_salesforce: a rep without losses adds to the numerator only: 150 / 100 = 150 %.
        Deals deals = new[] { Won(100) with { OwnerId = "A" }, Won(50) with { OwnerId = "B" }, Lost(50) with { OwnerId = "B" } };
        WinRate team = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner.Map(_ => "team")))["team"];
        Assert.Equal(0.75, team.ByAmount.Value);
        Assert.Equal(new MoneyRatio(Eur(150), Eur(200)), team.ByAmount);
        Assert.Equal(new Proportion(2, 3), team.ByCount);
    }

    [Fact]
    public void Total_IsTheRatioOfSums_NotTheMeanOfRates()
    {
        Deals deals = (Deal[])[Won() with { OwnerId = "A" }, .. Enumerable.Repeat(Lost() with { OwnerId = "B" }, 9)];
        Assert.Equal(0.1, Kpi.WinRate.Calculate(deals.By(DealDimension.Owner)).Total.ByCount.Value);
    }

    [Fact]
    public void NothingLost_IsOneHundredPercent()
    {
        // dbt_salesforce, snapshot model: null when nothing was lost.
        WinRate rate = Kpi.WinRate.Calculate(new[] { Won(10), Open(5) });
        Assert.Equal(1, rate.ByAmount.Value);
        Assert.Equal(1, rate.ByCount.Value);
    }

    [Fact]
    public void NothingDecided_IsUndefinedWithAReason_NotZero()
    {
        // dbt_salesforce, owner model: 0 where there is nothing to divide by.
        WinRate rate = Kpi.WinRate.Calculate(new[] { Open(10), Disqualified(5) });
        Assert.Null(rate.ByCount.Value);
        Assert.Null(rate.ByAmount.Value);
        Assert.Equal(UndefinedReason.NoClosedDeals, rate.Undefined);
        Assert.Equal(UndefinedReason.NoClosedDeals, rate.ByAmount.Undefined);
    }

    [Fact]
    public void NothingWon_IsZero_NotUndefined()
    {
        WinRate rate = Kpi.WinRate.Calculate(new[] { Lost(10) });
        Assert.Equal(0, rate.ByCount.Value);
        Assert.Equal(0, rate.ByAmount.Value);
        Assert.Equal(UndefinedReason.None, rate.Undefined);
    }

    [Fact]
    public void Probability_DecidesNoOutcome()
    {
        // odoo/odoo#67618, PR#279310: a probability set after the close opened or lost the deal again.
        WinRate rate = Kpi.WinRate.Calculate(new[]
        {
            Won() with { Probability = 0 }, Lost() with { Probability = 0.5 }, Open(probability: 1), Open(probability: 0),
        });
        Assert.Equal(new Proportion(1, 2), rate.ByCount);
        Assert.Equal(2, rate.Open);
    }

    [Fact]
    public void EveryDeal_IsInExactlyOneState()
    {
        // odoo/odoo PR#279310: won, then a probability of 0 while active, counted as open and as closed.
        WinRate rate = Kpi.WinRate.Calculate(new[] { Won() with { Probability = 0 }, Lost(), Open(), Disqualified(), Open() with { ClosedAt = Day0 } });
        Assert.Equal(5, rate.ByCount.Numerator + rate.Lost + rate.Disqualified + rate.Open);
        Assert.Equal(5, rate.Ledger.Read);
    }

    [Fact]
    public void ReopenedDeal_IsOpen_WhateverItsOldCloseSays()
    {
        // Frappe CRM does not clear the close of a reopened deal.
        WinRate rate = Kpi.WinRate.Calculate(new[] { Won(), Open() with { ClosedAt = Day0 } });
        Assert.Equal(new Proportion(1, 1), rate.ByCount);
        Assert.Equal(1, rate.Ledger.Excluded[LedgerReason.StillOpen]);
        Assert.Equal(2, Kpi.Pipeline.Calculate(new[] { Open() with { ClosedAt = Day0 }, Open() }, Day0 + Duration.FromDays(1)).OpenCount);
    }

    [Fact]
    public void WonWithoutADate_StillWon_AndFoundUnderUndated()
    {
        // frappe/crm PR#994: no close set and nobody told.
        Deals deals = new[] { Won() with { ClosedAt = null }, Lost() };
        Assert.Equal(new Proportion(1, 2), Kpi.WinRate.Calculate(deals).ByCount);
        KpiSeries<WinRate> months = Kpi.WinRate.Calculate(deals.Per(ReportingCalendar.Utc.Months(new(2024, 3, 1), new(2024, 4, 1)), DealDate.Closed));
        Assert.Equal(new Proportion(1, 1), months.Undated.ByCount);
        Assert.Equal(1, (Kpi.WinRate with { AsOf = Day0 }).Calculate(deals).Ledger.Noted[LedgerReason.CloseDateMissing]);
        Assert.Equal(1, Kpi.SalesCycle.Calculate(deals).Ledger.Excluded[LedgerReason.CloseDateMissing]);
    }

    [Fact]
    public void LostDeals_HaveTheirCloseToo()
    {
        // Frappe CRM dates won deals only, so that a period sees no losses.
        Deals deals = new[] { Won(), Lost() };
        KpiSeries<WinRate> months = Kpi.WinRate.Calculate(deals.Per(ReportingCalendar.Utc.Months(new(2024, 3, 1), new(2024, 4, 1)), DealDate.Closed));
        Assert.Equal(new Proportion(1, 2), months[0].Value.ByCount);
    }

    [Fact]
    public void WonCountAndWonAmount_StandInTheSamePeriod()
    {
        // Krayin: amounts by the creation, counts by the close.
        Deals deals = new[] { Won(70) with { CreatedAt = Day0 - Duration.FromDays(60) } };
        PeriodGrid months = ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2024, 4, 1));
        foreach (DateField<IDealRow> date in (DateField<IDealRow>[])[DealDate.Closed, DealDate.Created])
        {
            Assert.All(Kpi.WinRate.Calculate(deals.Per(months, date)), month =>
                Assert.Equal(month.Value.ByCount.Numerator * 70m, month.Value.WonAmount?.Amount ?? 0));
        }
    }

    [Fact]
    public void TopProducts_CountWhatWasWon()
    {
        // Krayin: products of lost leads rank as sold.
        Deals deals = new[] { Lost(900) with { ProductId = "P1" }, Open(500) with { ProductId = "P1" }, Won(10) with { ProductId = "P2" } };
        KpiTable<string?, WinRate> products = Kpi.WinRate.Calculate(deals.By(DealDimension.Product)).Ranked(rate => rate.WonAmount?.Amount);
        Assert.Equal("P2", products.First().Key);
        Assert.Null(products["P1"].WonAmount);
    }

    [Fact]
    public void FutureCloses_DoNotCountYet()
    {
        // GitLab counts closes up to today only; imports hold deals "won" next month.
        WinRate rate = (Kpi.WinRate with { AsOf = Day0 }).Calculate(new[] { Won(), Won() with { ClosedAt = Day0 + Duration.FromDays(20) }, Lost() });
        Assert.Equal(new Proportion(1, 2), rate.ByCount);
        Assert.Equal(1, rate.Ledger.Excluded[LedgerReason.ClosedAfterAsOf]);
        Assert.Equal(1, rate.Open);
    }

    [Fact]
    public void MergedDeal_CountsOnce()
    {
        // fivetran/dbt_hubspot#134: merged deals counted beside their survivor.
        WinRate rate = Kpi.WinRate.Calculate(new[] { Won(5) with { Id = "C" }, Won(5) with { Id = "A", MergedIntoId = "B" }, Won(5) with { Id = "B", MergedIntoId = "C" } });
        Assert.Equal(new Proportion(1, 1), rate.ByCount);
        Assert.Equal(Eur(5), rate.WonAmount);
    }

    [Fact]
    public void NarrowAndBroad_DifferByTheDisqualified()
    {
        // Two definitions in use: wins of wins and losses, or of those and the derailed.
        Deal[] deals = [.. Enumerable.Repeat(Won(), 2), .. Enumerable.Repeat(Lost(), 2), .. Enumerable.Repeat(Disqualified(), 4)];
        Assert.Equal(0.5, Kpi.WinRate.Calculate(deals).ByCount.Value);
        Assert.Equal(0.25, (Kpi.WinRate with { DisqualifiedCountsAsLost = true }).Calculate(deals).ByCount.Value);
        Assert.Equal(4, Kpi.WinRate.Calculate(deals).Disqualified);
    }
}

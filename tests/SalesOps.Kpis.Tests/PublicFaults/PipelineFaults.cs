using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about the pipeline.</summary>
public class PipelineFaults
{
    [Fact]
    public void Total_IsTheSum_NotOneRecord()
    {
        // twentyhq/twenty#16806: the total of a column showed the amount of a single record.
        Assert.Equal(Eur(60), At(Open(10), Open(20), Open(30)).Amount);
    }

    [Fact]
    public void Weighted_IsTheSumOfProducts_NotSumTimesMean()
    {
        // odoo/odoo PR#32011: 300 x 49.5 % = 148.5.
        Assert.Equal(Eur(99), At(Open(100, 0.99), Open(200, 0)).WeightedAmount);
    }

    [Fact]
    public void Probability_IsAFraction_AndAPercentageIsRefused()
    {
        // dbt_salesforce: the percent field is not divided by 100, so 1,000 at 50 weighs 50,000.
        Assert.Equal(Eur(500), At(Open(1_000, 0.5)).WeightedAmount);
        Assert.Throws<ArgumentOutOfRangeException>(() => Open(1_000, 50));
    }

    [Fact]
    public void AmountAndWeightedAmount_AreTwoFigures()
    {
        // odoo/odoo PR#12339: one name for both.
        Pipeline stock = At(Open(100, 0.3));
        Assert.Equal(Eur(100), stock.Amount);
        Assert.Equal(Eur(30), stock.WeightedAmount);
    }

    [Fact]
    public void ProbabilityOfZero_IsNotAMissingOne()
    {
        // mvanhorn/printing-press-library PR#549: 0 read as unset, and weighted by a default of 50 %.
        Pipeline stock = At(Open(1_000, 0), Open(1_000));
        Assert.Equal(Eur(0), stock.WeightedAmount);
        Assert.Equal(1, stock.Ledger.Noted[LedgerReason.ProbabilityMissing]);
    }

    [Fact]
    public void AmountOfZero_IsNotAMissingOne()
    {
        Pipeline zero = At(Open(0)), missing = At(Open());
        Assert.Equal(Eur(0), zero.Amount);
        Assert.Equal(0, zero.WithoutAmount);
        Assert.Null(missing.Amount);
        Assert.Equal(UndefinedReason.NoAmounts, missing.Undefined);
        Assert.Equal(1, missing.WithoutAmount);
    }

    [Fact]
    public void WonAndLost_AreNotInThePipeline()
    {
        // open-mercato#4621: 90.5 M with won and lost deals, right 41.0 M. Frappe CRM adds lost deals at 100 % of their value.
        Pipeline stock = At(Open(41_000_000), Won(30_000_000), Lost(19_500_000), Disqualified(1));
        Assert.Equal(Eur(41_000_000), stock.Amount);
        Assert.Equal(3, stock.Ledger.Excluded[LedgerReason.AlreadyClosed]);
    }

    [Fact]
    public void EveryOpenDeal_IsInThePipeline_WhateverItsForecastAndExpectedClose()
    {
        // dbt_salesforce: "most likely" deals are "other", and a spine of dates that ends today drops deals that close later.
        Pipeline stock = At(Open(1) with { Stage = "Most likely" }, Open(2) with { ExpectedCloseOn = new(2031, 1, 1) }, Open(4) with { ExpectedCloseOn = null });
        Assert.Equal(3, stock.OpenCount);
        Assert.Equal(Eur(7), stock.Amount);
    }

    [Fact]
    public void EveryDay_HasItsStock_WhetherOrNotSomethingChanged()
    {
        // fivetran/dbt_salesforce PR#86: no row for days without an edit.
        Instant created = Instant.FromUtc(2024, 1, 1, 9, 0);
        Instant[] days = [.. Enumerable.Range(0, 60).Select(day => Instant.FromUtc(2024, 1, 2, 0, 0) + Duration.FromDays(day))];
        Assert.All(Kpi.Pipeline.AtEach(days, new[] { Open(5) with { CreatedAt = created } }), stock => Assert.Equal(Eur(5), stock.Amount));
    }

    [Fact]
    public void EarlierStock_IsWhatWasOpenThen_NotWhatIsStillOpen()
    {
        // Frappe CRM: "ongoing deals" of the previous window are those created then and open now.
        Deal since = Won(10) with { CreatedAt = Day0 - Duration.FromDays(90), ClosedAt = Day0 };
        Pipeline before = Kpi.Pipeline.Calculate(new[] { since, Open(1) with { CreatedAt = Day0 } }, Day0 - Duration.FromDays(30));
        Assert.Equal(Eur(10), before.Amount);
        Assert.Equal(1, before.OpenCount);
        Assert.Contains(before.Cautions, caution => caution.Code == CautionCode.AsOfUsesToday);
    }

    [Fact]
    public void Stock_CoversDealsBeforeAndAfterAllOthers()
    {
        // fivetran/dbt_salesforce#47: the daily spine starts at the first lead and ends at the last opportunity.
        Deal[] deals = [Open(1) with { CreatedAt = Instant.FromUtc(1999, 1, 1, 0, 0) }, Open(2) with { CreatedAt = Instant.FromUtc(2030, 1, 1, 0, 0) }];
        Assert.Equal([0, 1, 2], Kpi.Pipeline.AtEach(
            [Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2000, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0)], deals).Select(stock => stock.OpenCount));
    }

    [Fact]
    public void Age_CountsFromTheCreation_AndIsPositive()
    {
        // dbt_salesforce: datediff with its dates in the wrong order gives negative days since the creation.
        Assert.Equal(31, At(Open(1)).Age!.Value.MedianDays);
    }

    [Fact]
    public void ClosedDeals_AreNotOverdue()
    {
        // odoo/odoo PR#74984: the tile and the list behind it filter differently; a won deal past its due date is not overdue.
        LocalDate past = new(2024, 1, 1);
        Pipeline stock = At(Won(1) with { ExpectedCloseOn = past }, Lost(1) with { ExpectedCloseOn = past }, Open(4) with { ExpectedCloseOn = past });
        Assert.Equal(1, stock.OverdueCount);
        Assert.Equal(Eur(4), stock.OverdueAmount);
    }

    [Fact]
    public void GroupsOfTheStock_AddUpToIt()
    {
        // ERPNext: a deal that is assigned to two users counts fully for both.
        Deals deals = new[] { Open(1) with { OwnerId = "A" }, Open(2) with { OwnerId = "B" }, Open(4) };
        KpiTable<string?, Pipeline> owners = Kpi.Pipeline.Calculate(deals.By(DealDimension.Owner), Day0);
        Assert.Equal(owners.Total.Amount!.Value.Amount, owners.Sum(row => row.Value.Amount!.Value.Amount));
        Assert.Equal(Eur(4), owners[null].Amount);
    }

    private static Pipeline At(params Deal[] deals) => Kpi.Pipeline.Calculate(deals, Day0 + Duration.FromDays(1));
}

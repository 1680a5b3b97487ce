namespace SalesOps.Kpis.Tests;

public class PipelineCoverageTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2024, 5, 15, 12, 0);
    private static readonly ReportingPeriod Quarter = new ReportingCalendar(DateTimeZone.Utc).Quarters(new LocalDate(2024, 4, 1), new LocalDate(2024, 7, 1)).Periods[0];

    // Two won of three decided, 2,000 of 2,500; 200 of the won amount lies in the quarter.
    private static readonly Deal[] Deals =
    [
        Closed("won earlier", DealOutcome.Won, new(2024, 2, 1), 1_800),
        Closed("won now", DealOutcome.Won, new(2024, 4, 20), 200),
        Closed("lost", DealOutcome.Lost, new(2024, 3, 1), 500),
        Closed("too long ago", DealOutcome.Lost, new(2023, 5, 1), 77_777),
        Open("in quarter", 900, new LocalDate(2024, 6, 30)),
        Open("due today", 100, new LocalDate(2024, 5, 15)),
        Open("overdue", 400, new LocalDate(2024, 5, 14)),
        Open("next quarter", 3_000, new LocalDate(2024, 7, 1)),
        Open("undated", 50, null),
        Open("without amount", null, new LocalDate(2024, 6, 1)),
    ];

    [Fact]
    public void HandWorkedQuarter()
    {
        // Target 1,000, won 200: gap 800. Covering 900 + 100 = 1,000. Win rate by amount 2,000 / 2,500 = 80 %: 1,000 needed.
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(Deals, AsOf, Target(1_000));
        Assert.Equal(Eur(200), coverage.Won.Amount);
        Assert.Equal(Eur(800), coverage.GapAmount);
        Assert.Equal(Eur(1_000), coverage.Covering.Amount);
        Assert.Equal((3L, 1L), (coverage.Covering.Count, coverage.Covering.WithoutAmount));
        Assert.Equal(1.25, coverage.ByAmount.Value);
        Assert.Equal(Eur(400), coverage.Overdue.Amount);
        Assert.Equal(Eur(3_000), coverage.ExpectedInOtherPeriods.Amount);
        Assert.Equal(Eur(50), coverage.WithoutExpectedClose.Amount);
        Assert.Equal(0.8, coverage.WinRate.ByAmount.Value);
        Assert.Equal(Eur(1_000), coverage.PipelineNeeded);
        Assert.False(coverage.NeededByCount);
        Assert.Equal(Eur(0), coverage.PipelineShortfall);
        Assert.Equal(UndefinedReason.NoTarget, coverage.CountUndefined);
        Assert.Equal(Deals.Length, coverage.Ledger.Read);
        Assert.Equal(3, coverage.Ledger.Excluded[LedgerReason.AlreadyClosed]);
        Assert.Contains(coverage.Cautions, caution => caution.Code == CautionCode.AmountsMissing);      // one of three
    }

    [Fact]
    public void AllOpen_CountsTheRestToo()
    {
        PipelineCoverage coverage = (Kpi.Pipeline with { CoverageBasis = CoverageBasis.AllOpen }).Coverage(Deals, AsOf, Target(1_000));
        Assert.Equal(Eur(4_450), coverage.Covering.Amount);
        Assert.Equal(4_450 / 800.0, coverage.ByAmount.Value);
        Assert.DoesNotContain(coverage.Cautions, caution => caution.Code == CautionCode.AmountsMissing);    // one of six
    }

    [Fact]
    public void WithoutLostAmounts_ThePipelineNeededUsesTheRateByCount()
    {
        Deal[] deals = [.. Deals.Select(deal => deal.Outcome == DealOutcome.Lost ? deal with { Amount = null } : deal)];
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(deals, AsOf, Target(1_000));
        Assert.True(coverage.NeededByCount);
        Assert.Equal(Eur(1_200), coverage.PipelineNeeded);                   // 800 / (2 of 3)
        Assert.Equal(Eur(200), coverage.PipelineShortfall);
    }

    [Fact]
    public void CountTarget()
    {
        Target five = new() { Period = Quarter, Count = 5 };
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(Deals, AsOf, five);
        Assert.Equal(4, coverage.GapCount);
        Assert.Equal(0.75, coverage.ByCount);
        Assert.Equal(6.0, coverage.DealsNeeded!.Value, 12);                 // 4 / (2 of 3)
        Assert.Equal(UndefinedReason.NoTarget, coverage.ByAmount.Undefined);
        Assert.Null(coverage.PipelineNeeded);
    }

    [Fact]
    public void ReachedTarget_HasNoCoverage()
    {
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(Deals, AsOf, Target(200) with { Count = 1 });
        Assert.Equal(UndefinedReason.TargetReached, coverage.ByAmount.Undefined);
        Assert.Equal(UndefinedReason.TargetReached, coverage.CountUndefined);
        Assert.Equal(Eur(0), coverage.GapAmount);
        Assert.Equal(Eur(0), coverage.PipelineNeeded);
        Assert.Equal(0, coverage.DealsNeeded);
    }

    [Fact]
    public void TargetOfAnOwner_IsComparedWithTheOwnersDeals()
    {
        Deal[] deals = [.. Deals, .. Deals.Select(deal => deal with { Id = deal.Id + "'", OwnerId = "A" })];
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(deals, AsOf, Target(1_000) with { OwnerId = "A" });
        Assert.Equal(Eur(1_000), coverage.Covering.Amount);
        Assert.Equal(Deals.Length, coverage.Ledger.Read);
        Assert.Equal(Eur(2_000), Kpi.Pipeline.Coverage(deals, AsOf, Target(1_000)).Covering.Amount);
    }

    [Fact]
    public void WhatHappensAfterTheInstant_HasNotHappened()
    {
        Deal wonLater = Closed("later", DealOutcome.Won, new(2024, 6, 1), 300) with { ExpectedCloseOn = new LocalDate(2024, 6, 15) };
        PipelineCoverage coverage = Kpi.Pipeline.Coverage((Deal[])[.. Deals, wonLater], AsOf, Target(1_000));
        Assert.Equal(Eur(200), coverage.Won.Amount);
        Assert.Equal(Eur(1_300), coverage.Covering.Amount);
        Assert.Equal(3, coverage.WinRate.ByCount.Denominator);
        Assert.Contains(coverage.Cautions, caution => caution.Code == CautionCode.AsOfUsesToday);
    }

    [Fact]
    public void TargetInAnotherCurrency_IsUndefinedWithoutARate()
    {
        Target dollars = Target(1_000) with { Amount = new Money(1_200, Currency.Usd) };
        Assert.Equal(UndefinedReason.MixedCurrencies, Kpi.Pipeline.Coverage(Deals, AsOf, dollars).ByAmount.Undefined);
        var conversion = new CurrencyConversion
        {
            Rates = new ExchangeRateTable([new ExchangeRate { From = Currency.Usd, To = Currency.Eur, On = new(2024, 1, 1), Rate = 1 / 1.2m }]),
            To = Currency.Eur, Zone = DateTimeZone.Utc,
        };
        Assert.Equal(Eur(800), (Kpi.Pipeline with { Conversion = conversion }).Coverage(Deals, AsOf, dollars).GapAmount);
    }

    [Fact]
    public void Velocity_IsTheProductOfItsFactors()
    {
        // 6 open x 2/3 x 1,000 mean won / 50 days = 80 a day.
        Deal[] deals = [.. Deals.Select(deal => deal.Outcome == DealOutcome.Won ? deal with { CreatedAt = deal.ClosedAt - Duration.FromDays(50) } : deal)];
        SalesVelocity velocity = Kpi.Pipeline.Velocity(deals, AsOf);
        Assert.Equal(6, velocity.Open.OpenCount);
        Assert.Equal(2.0 / 3, velocity.WinRate.ByCount.Value);
        Assert.Equal(Eur(1_000), velocity.MeanWonAmount);
        Assert.Equal(50, velocity.SalesCycle.Duration.MeanDays);
        Assert.Equal(Eur(80), velocity.AmountPerDay);
    }

    [Fact]
    public void Velocity_WithoutAFactor_SaysWhichOne()
    {
        Assert.Equal(UndefinedReason.NoClosedDeals, Kpi.Pipeline.Velocity(new[] { Open("1", 10, null) }, AsOf).Undefined);
        Assert.Equal(UndefinedReason.NoWonDeals, Kpi.Pipeline.Velocity(new[] { Closed("1", DealOutcome.Lost, new(2024, 5, 1), 1) }, AsOf).Undefined);
        Assert.Equal(UndefinedReason.NoAmounts, Kpi.Pipeline.Velocity(new[] { Closed("1", DealOutcome.Won, new(2024, 5, 1), null) }, AsOf).Undefined);
        Deal sameDay = Closed("1", DealOutcome.Won, new(2024, 5, 1), 5) with { CreatedAt = Instant.FromUtc(2024, 5, 1, 0, 0) };
        Assert.Equal(UndefinedReason.NothingToDivideBy, Kpi.Pipeline.Velocity(new[] { sameDay }, AsOf).Undefined);
    }

    [Fact]
    public void Velocity_OfGroups_HasEveryGroup()
    {
        Deal[] deals = [.. Deals.Select(deal => deal with { OwnerId = "A" }), Open("b", 10, null) with { OwnerId = "B" }];
        KpiTable<string?, SalesVelocity> table = Kpi.Pipeline.Velocity(((Deals)deals).By(DealDimension.Owner), AsOf);
        Assert.Equal(["A", "B"], table.Select(row => row.Key));
        Assert.Equal(Kpi.Pipeline.Velocity(Deals, AsOf).AmountPerDay, table["A"].AmountPerDay);
        Assert.Equal(UndefinedReason.NoClosedDeals, table["B"].Undefined);
        Assert.Equal(1, table["B"].Open.OpenCount);
        Assert.Equal(7, table.Total.Open.OpenCount);
    }

    private static Target Target(decimal amount) => new() { Period = Quarter, Amount = Eur(amount) };

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);

    private static Deal Closed(string id, DealOutcome outcome, LocalDate day, decimal? amount) => new()
    {
        Id = id, Outcome = outcome, CreatedAt = Instant.FromUtc(2023, 1, 1, 0, 0), ClosedAt = day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        Amount = amount is { } a ? Eur(a) : null,
    };

    private static Deal Open(string id, decimal? amount, LocalDate? expected) => new()
    {
        Id = id, Outcome = DealOutcome.Open, CreatedAt = Instant.FromUtc(2024, 1, 1, 0, 0), ExpectedCloseOn = expected,
        Amount = amount is { } a ? Eur(a) : null,
    };
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class WinRateTests
{
    private static readonly Deal[] Sample = SampleDeals.Make(5_000);

    [Fact]
    public void Overall_EqualsLinq()
    {
        WinRate rate = Kpi.WinRate.Calculate(Sample);
        Deal[] counted = [.. Sample.Where(SampleDeals.Counts)];
        Assert.Equal(new Proportion(counted.Count(d => d.Outcome == DealOutcome.Won),
            counted.Count(d => d.Outcome is DealOutcome.Won or DealOutcome.Lost)), rate.ByCount);
        decimal won = counted.Where(d => d.Outcome == DealOutcome.Won).Sum(d => d.Amount?.Amount ?? 0);
        decimal lost = counted.Where(d => d.Outcome == DealOutcome.Lost).Sum(d => d.Amount?.Amount ?? 0);
        Assert.Equal(won, rate.WonAmount?.Amount);
        Assert.Equal((double)(won / (won + lost)), rate.ByAmount.Value);
        Assert.Equal(Sample.LongLength, rate.Ledger.Read);
        Assert.Equal(Sample.LongCount(d => d.MergedIntoId is not null), rate.Ledger.Excluded[LedgerReason.Merged]);
        Assert.Equal(Sample.LongCount(d => d.MergedIntoId is null && d.Kind == DealKind.Renewal), rate.Ledger.Excluded[LedgerReason.KindLeftOut]);
        Assert.Equal(counted.LongCount(d => d.Outcome == DealOutcome.Open), rate.Ledger.Excluded[LedgerReason.StillOpen]);
    }

    [Fact]
    public void ByOwner_EqualsLinq_OnRecordsTableListAndThreads()
    {
        Deal[] many = SampleDeals.Make(300_000, seed: 7);
        var expected = many.Where(SampleDeals.Counts).GroupBy(d => d.OwnerId ?? "").ToDictionary(g => g.Key, g => new Proportion(
            g.Count(d => d.Outcome == DealOutcome.Won), g.Count(d => d.Outcome is DealOutcome.Won or DealOutcome.Lost)));
        Deals table = DealTable.Of(many), array = many, list = many.ToList();
        foreach (Deals deals in (Deals[])[array, list, table, table.InParallel(2), Deals.Over(many, d => d)])
        {
            KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner));
            Assert.Equal(expected.Count, rates.Count);
            Assert.All(rates, row => Assert.Equal(expected[row.Key ?? ""], row.Value.ByCount));
        }

        Assert.Equal(expected["rep-3"], Kpi.WinRate.Calculate(table.By(d => d.OwnerId))["rep-3"].ByCount);
        Assert.Equal(expected["rep-3"].Denominator, Kpi.WinRate.Calculate(table.By(DealDimension.Owner, DealDimension.Source))
            .Where(row => row.Key.Item1 == "rep-3").Sum(row => row.Value.ByCount.Denominator));
    }

    [Fact]
    public void PerMonth_PlacesEveryRowOnce()
    {
        Deals deals = Sample;
        PeriodGrid months = new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/New_York"]).Months(new(2022, 6, 1), new(2024, 6, 1));
        KpiSeries<WinRate> series = Kpi.WinRate.Calculate(deals.Per(months, DealDate.Closed));
        Assert.All(series, point => Assert.Equal(Sample.Count(d => SampleDeals.Counts(d) && d.Outcome == DealOutcome.Won
            && d.ClosedAt?.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).Date is { } day
            && day >= point.Period.Start && day < point.Period.End), point.Value.ByCount.Numerator));
        Assert.Equal(Kpi.WinRate.Calculate(deals).ByCount.Denominator, series.Sum(p => p.Value.ByCount.Denominator)
            + series.Before.ByCount.Denominator + series.After.ByCount.Denominator + series.Undated.ByCount.Denominator);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void SmallSample_BelowThirtyOnly(int decided, bool warns)
    {
        Deal[] deals = [.. Enumerable.Range(0, decided).Select(i => new Deal { Id = $"{i}", Outcome = DealOutcome.Won })];
        Assert.Equal(warns, Kpi.WinRate.Calculate(deals).Cautions.Any(c => c.Code == CautionCode.SmallSample));
    }

    [Fact]
    public void ByAmount_LostDealsOfZero_IsUndefinedAndNotOne()
    {
        Deal won = new() { Id = "1", Outcome = DealOutcome.Won, Amount = new Money(100, Currency.Usd) };
        Deal lost = new() { Id = "2", Outcome = DealOutcome.Lost, Amount = new Money(0, Currency.Usd) };
        WinRate rate = Kpi.WinRate.Calculate(new[] { won, lost });
        Assert.Equal(UndefinedReason.LostAmountsMissing, rate.ByAmount.Undefined);
        Assert.Null(rate.ByAmount.Value);
        Assert.Equal(0.5, Kpi.WinRate.Calculate(new[] { won, lost with { Amount = new Money(100, Currency.Usd) } }).ByAmount.Value);
    }

    [Fact]
    public void MixedCurrencies_LeaveMoneyUndefinedAndCountsStanding()
    {
        Deal eur = new() { Id = "1", Outcome = DealOutcome.Won, Amount = new Money(1, Currency.Eur) };
        WinRate rate = Kpi.WinRate.Calculate(DealTable.Of([eur, eur with { Id = "2", Amount = new Money(1, Currency.Usd) }]));
        Assert.Equal(2, rate.ByCount.Numerator);
        Assert.Equal(UndefinedReason.MixedCurrencies, rate.ByAmount.Undefined);
        Assert.Null(rate.WonAmount);
        Assert.Equal([Currency.Eur, Currency.Usd], rate.Currencies);
    }

    [Fact]
    public void Options_ChangeTheAnswer()
    {
        Instant asOf = Instant.FromUtc(2023, 1, 1, 0, 0);
        Deal[] counted = [.. Sample.Where(SampleDeals.Counts)];
        Assert.Equal(counted.Count(d => d.Outcome == DealOutcome.Won && d.ClosedAt <= asOf && !(d.CreatedAt > asOf)),
            (Kpi.WinRate with { AsOf = asOf }).Calculate(Sample).ByCount.Numerator);
        Assert.Equal(counted.Count(d => d.Outcome is not DealOutcome.Open),
            (Kpi.WinRate with { DisqualifiedCountsAsLost = true }).Calculate(Sample).ByCount.Denominator);
        Assert.Equal(counted.Length, (Kpi.WinRate with { Denominator = WinRateDenominator.Engaged }).Calculate(Sample).ByCount.Denominator);
        Assert.Equal(Sample.Count(d => d.MergedIntoId is null && d.Outcome == DealOutcome.Won),
            (Kpi.WinRate with { Kinds = DealKinds.All }).Calculate(Sample).ByCount.Numerator);
        Assert.Equal(counted.Where(d => d.Outcome == DealOutcome.Won && d.CustomerId is not null).Select(d => d.CustomerId).Distinct().Count(),
            (Kpi.WinRate with { CountBy = WinRateCount.Customer }).Calculate(Sample).ByCount.Numerator);
    }

    [Fact]
    public void Engaged_RefusesSlicesOnTheClose()
    {
        Deals deals = Sample;
        PeriodGrid months = new ReportingCalendar(DateTimeZone.Utc).Months(new(2022, 1, 1), new(2023, 1, 1));
        var engaged = Kpi.WinRate with { Denominator = WinRateDenominator.Engaged };
        Assert.Throws<ArgumentException>(() => engaged.Calculate(deals.Per(months, DealDate.Closed)));
        Assert.Throws<ArgumentException>(() => engaged.Calculate(deals.Within(months.Periods[0], DealDate.Closed)));
        Assert.Equal(12, engaged.Calculate(deals.Per(months, DealDate.Created)).Count);
    }

    [Fact]
    public void Wilson_MatchesPublishedExample()
    {
        // Newcombe (1998), table I: 81 of 263, method 3 (score): 0.2553 to 0.3662.
        ConfidenceInterval interval = new Proportion(81, 263).ConfidenceInterval()!.Value;
        Assert.Equal(0.2553, interval.Lower, 4);
        Assert.Equal(0.3662, interval.Upper, 4);
    }
}

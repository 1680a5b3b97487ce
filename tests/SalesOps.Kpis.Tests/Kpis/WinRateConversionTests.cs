using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class WinRateConversionTests
{
    private static readonly Instant January = Instant.FromUtc(2024, 1, 15, 12, 0), February = Instant.FromUtc(2024, 2, 15, 12, 0);

    private static readonly ExchangeRateTable Monthly = new(
    [
        Rate(Currency.Eur, new(2024, 1, 1), 1.10m), Rate(Currency.Eur, new(2024, 2, 1), 1.20m), Rate(Currency.Gbp, new(2024, 1, 1), 1.30m),
    ]);

    // In dollars by the close's rate: won 110 + 120 + 50 = 280, lost 130; two won and one lost deal have no rate (yen).
    private static readonly Deal[] Deals =
    [
        Closed("1", DealOutcome.Won, January, new Money(100, Currency.Eur)),
        Closed("2", DealOutcome.Won, February, new Money(100, Currency.Eur)),
        Closed("3", DealOutcome.Won, January, new Money(50, Currency.Usd)),
        Closed("4", DealOutcome.Lost, February, new Money(100, Currency.Gbp)),
        Closed("5", DealOutcome.Won, January, Yen(1_000_000)),
        Closed("6", DealOutcome.Won, January, Yen(2_000_000)),
        Closed("7", DealOutcome.Lost, January, Yen(3_000_000)),
    ];

    [Fact]
    public void HandWorked_RateOfTheClose()
    {
        WinRate rate = InDollars().Calculate(Deals);
        Assert.Equal(5, rate.ByCount.Numerator);
        Assert.Equal(7, rate.ByCount.Denominator);
        Assert.Equal(new Money(280, Currency.Usd), rate.ByAmount.Numerator);
        Assert.Equal(new Money(410, Currency.Usd), rate.ByAmount.Denominator);
        Assert.Equal(new Money(280, Currency.Usd), rate.WonAmount);
        Assert.Equal(new Money(280m / 3, Currency.Usd), rate.MeanWonAmount);
        Assert.Equal([Currency.Usd], rate.Currencies);
    }

    [Fact]
    public void WithoutARate_ARowLeavesBothSides_AndIsCounted()
    {
        WinRate rate = InDollars().Calculate(Deals);
        Assert.Equal(4, rate.AmountLedger.Used);
        Assert.Equal(3, rate.AmountLedger.Excluded[LedgerReason.RateMissing]);
        Assert.Equal(0, rate.AmountLedger.Excluded[LedgerReason.AmountMissing]);
        Assert.Equal(7, rate.AmountLedger.Read);
        Assert.Equal(7, rate.Ledger.Used);
    }

    [Fact]
    public void WithoutConversion_TwoCurrenciesLeaveTheMoneyUndefined()
    {
        WinRate rate = Kpi.WinRate.Calculate(Deals);
        Assert.Equal(UndefinedReason.MixedCurrencies, rate.ByAmount.Undefined);
        Assert.Null(rate.WonAmount);
        Assert.Equal(5.0 / 7, rate.ByCount.Value);
        Assert.Equal(4, rate.Currencies.Count);
    }

    [Fact]
    public void EachRule_ChangesTheAnswer()
    {
        // 100 + 100 EUR at one rate for both.
        Assert.Equal(new Money(270, Currency.Usd), Won(RateRule.AsOf(January)));
        Assert.Equal(new Money(290, Currency.Usd), Won(RateRule.Fixed(new LocalDate(2024, 3, 1))));
        PeriodGrid quarter = new ReportingCalendar(DateTimeZone.Utc).Quarters(new LocalDate(2024, 1, 1), new LocalDate(2024, 4, 1));
        decimal mean = (31 * 1.10m + 60 * 1.20m) / 91;
        Assert.Equal(new Money(2 * decimal.Round(100 * mean, 4) + 50, Currency.Usd), Won(RateRule.PeriodAverage(quarter)));

        static Money? Won(RateRule rule) => InDollars(rule).Calculate(Deals).WonAmount;
    }

    [Fact]
    public void ALostDealWithoutARate_IsNotOneWithoutAnAmount()
    {
        // One of three lost deals has no amount: above a fifth. One of three without a rate: says nothing about amounts.
        Deal[] lost = [.. Enumerable.Range(0, 3).Select(i => Closed($"l{i}", DealOutcome.Lost, January, new Money(10, Currency.Usd)))];
        Deal won = Closed("w", DealOutcome.Won, January, new Money(10, Currency.Usd));
        Deal[] missing = [won, .. lost[..2], lost[2] with { Amount = null }], unrated = [won, .. lost[..2], lost[2] with { Amount = Yen(5) }];
        Assert.Equal(UndefinedReason.LostAmountsMissing, InDollars().Calculate(missing).ByAmount.Undefined);
        Assert.Equal(1.0 / 3, InDollars().Calculate(unrated).ByAmount.Value);
    }

    [Fact]
    public void OpenDeals_UseTheAsOf_ElseTheirCreation()
    {
        Deal open = Closed("o", DealOutcome.Open, January, new Money(100, Currency.Eur)) with { CreatedAt = January, ClosedAt = null };
        Deal won = Closed("w", DealOutcome.Won, January, new Money(100, Currency.Usd));
        WinRateCalculator engaged = InDollars() with { Denominator = WinRateDenominator.Engaged };
        Assert.Equal(new Money(210, Currency.Usd), engaged.Calculate(new[] { open, won }).ByAmount.Denominator);
        Assert.Equal(new Money(220, Currency.Usd), (engaged with { AsOf = February }).Calculate(new[] { open, won }).ByAmount.Denominator);
    }

    [Fact]
    public void RecordsTableAndThreads_AreTheSame_AndAddUpOverOwners()
    {
        Deal[] deals = [.. Enumerable.Range(0, 300_000).Select(i => Deals[i % 7] with { Id = $"{i}", OwnerId = $"rep-{i % 13}" })];
        WinRate expected = InDollars().Calculate(deals);
        Assert.Equal(300_000L / 7 * 3, expected.AmountLedger.Excluded[LedgerReason.RateMissing], 3.0);
        foreach (Deals view in (Deals[])[DealTable.Of(deals), ((Deals)deals).InParallel(2)])
        {
            WinRate rate = InDollars().Calculate(view);
            Assert.Equal(expected.ByAmount, rate.ByAmount);
            Assert.Equal(expected.AmountLedger.Excluded, rate.AmountLedger.Excluded);
            KpiTable<string?, WinRate> owners = InDollars().Calculate(view.By(DealDimension.Owner));
            Assert.Equal(expected.WonAmount!.Value.Amount, owners.Sum(row => row.Value.WonAmount!.Value.Amount));
            Assert.Equal(expected.ByAmount, owners.Total.ByAmount);
        }
    }

    private static WinRateCalculator InDollars(RateRule? rule = null) => Kpi.WinRate with
    {
        Conversion = new CurrencyConversion { Rates = Monthly, To = Currency.Usd, Zone = DateTimeZone.Utc, Rule = rule ?? RateRule.EventDate },
    };

    private static Money Yen(decimal amount) => new(amount, new Currency("JPY"));

    private static ExchangeRate Rate(Currency from, LocalDate day, decimal rate) => new() { From = from, To = Currency.Usd, On = day, Rate = rate };

    private static Deal Closed(string id, DealOutcome outcome, Instant at, Money amount) =>
        new() { Id = id, Outcome = outcome, CreatedAt = Instant.FromUtc(2023, 1, 1, 0, 0), ClosedAt = at, Amount = amount };
}

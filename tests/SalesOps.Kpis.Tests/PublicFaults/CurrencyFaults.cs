using SalesOps.Kpis.Tables;
using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about currencies.</summary>
public class CurrencyFaults
{
    private static readonly Currency Crc = new("CRC"), Tzs = new("TZS");
    private static readonly LocalDate Day = new(2024, 3, 15);

    [Fact]
    public void MixedAmounts_AreNotAddedUp()
    {
        // odoo/odoo#174408, ThreeSixtyGiving/grantnav#387, juspay/hyperswitch#6416: totals of unlike units.
        Deal[] deals = [Open(100), Open() with { Amount = Usd(564) }];
        foreach (Deals view in (Deals[])[deals, DealTable.Of(deals)])
        {
            Pipeline stock = Kpi.Pipeline.Calculate(view, Day0);
            Assert.Null(stock.Amount);
            Assert.Null(stock.WeightedAmount);
            Assert.Equal(UndefinedReason.MixedCurrencies, stock.Undefined);
            Assert.Equal(2, stock.OpenCount);
        }

        WinRate rate = Kpi.WinRate.Calculate(new[] { Won(100), Lost() with { Amount = Usd(564) } });
        Assert.Equal(UndefinedReason.MixedCurrencies, rate.ByAmount.Undefined);
        Assert.Equal(0.5, rate.ByCount.Value);
        Assert.Throws<ArgumentException>(() => Eur(1) + Usd(1));
    }

    [Fact]
    public void GroupsOfOneCurrency_KeepTheirMoney_BesideAMixedTotal()
    {
        Deals deals = new[] { Won(100) with { OwnerId = "A" }, Won() with { OwnerId = "B", Amount = Usd(50) } };
        KpiTable<string?, WinRate> owners = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner));
        Assert.Equal((Eur(100), Usd(50)), (owners["A"].WonAmount, owners["B"].WonAmount));
        Assert.Null(owners.Total.WonAmount);
    }

    [Fact]
    public void CurrencyOfADealThatDoesNotCount_ChangesNothing()
    {
        Deal[] decided = [Won(100), Lost(100)];
        Deal[] others = [Open() with { Amount = Usd(1) }, Disqualified() with { Amount = Usd(1) }, Won() with { Amount = Usd(1), Kind = DealKind.Renewal },
            Won() with { Amount = Usd(1), MergedIntoId = "D" }];
        WinRate rate = Kpi.WinRate.Calculate((Deal[])[.. decided, .. others]);
        Assert.Equal(0.5, rate.ByAmount.Value);
        Assert.Equal([Currency.Eur], rate.Currencies);
        Pipeline stock = Kpi.Pipeline.Calculate(new[] { Open(5), Won() with { Amount = Usd(1) } }, Day0);
        Assert.Equal(Eur(5), stock.Amount);
    }

    [Fact]
    public void Stock_OfADateWithOneCurrency_KeepsItsMoney_BesideAMixedOne()
    {
        Deal[] deals = [Open(5), Won() with { Amount = Usd(1) }];
        IReadOnlyList<Pipeline> stocks = Kpi.Pipeline.AtEach([Day0 - Duration.FromDays(1), Day0], deals);
        Assert.Equal(UndefinedReason.MixedCurrencies, stocks[0].Undefined);
        Assert.Equal(Eur(5), stocks[1].Amount);
    }

    [Fact]
    public void AmountsWithoutACurrency_AreNoReasonToThrow()
    {
        // A file without a currency column, and a target with one.
        Target target = new() { Period = ReportingCalendar.Utc.Months(new(2024, 3, 1), new(2024, 4, 1))[0], Amount = Eur(100) };
        Deal[] deals = [Won() with { Amount = new Money(20, default) }, Lost() with { Amount = new Money(20, default) },
            Open() with { Amount = new Money(60, default), ExpectedCloseOn = new(2024, 3, 20) }];
        PipelineCoverage coverage = Kpi.Pipeline.Coverage(deals, Day0, target);
        Assert.Equal(Eur(80), coverage.GapAmount);
        Assert.Equal(Eur(160), coverage.PipelineNeeded);
        Assert.Equal(Eur(100), coverage.PipelineShortfall);
    }

    [Fact]
    public void ForeignDeals_CountAtTheRateOfTheSnapshot_InEveryFigureOfThePipeline()
    {
        // SuiteCRM#5956, OpenConstructionERP#465: one total of several currencies, each converted before it is summed.
        var conversion = new CurrencyConversion { Rates = Rate(Currency.Usd, Crc, 453.13m), To = Crc, Zone = DateTimeZone.Utc };
        Deal[] deals = [Open() with { Amount = new Money(774_815_039, Crc) }, Open(probability: 0.5) with { Amount = Usd(457_760) }, Open() with { Amount = Eur(1) }];
        Pipeline stock = (Kpi.Pipeline with { Conversion = conversion }).Calculate(deals, Day0);
        Assert.Equal(new Money(982_239_827.8m, Crc), stock.Amount);
        Assert.Equal(new Money(103_712_394.4m, Crc), stock.WeightedAmount);
        // A deal without a rate stands in neither side of a mean, and is counted; it is never taken at 1:1.
        Assert.Equal(1, stock.Ledger.Noted[LedgerReason.RateMissing]);
        Assert.Equal(2, stock.DealAmount!.Value.Count);
        Assert.Equal(new Money(491_119_913.9m, Crc), stock.DealAmount!.Value.Mean);
    }

    [Fact]
    public void EqualNumbers_OfThreeCurrencies_AreThreeAmounts()
    {
        // SuiteCRM#794, #9840, #9841: the number in one currency beside the symbol of another.
        Assert.Equal(["300 JPY", "300 USD", "300 GBP"], new[] { "JPY", "USD", "GBP" }.Select(code => new Money(300, new(code)).ToString()));
        Assert.NotEqual(Eur(300), Usd(300));
    }

    [Fact]
    public void EveryOutput_ShowsTheSameAmount()
    {
        // SuiteCRM#2035: the export is not converted, the screen is.
        Deals deals = new[] { Won(1_234.5m) with { OwnerId = "A" }, Lost(10) with { OwnerId = "A" } };
        KpiTable<string?, WinRate> table = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner));
        Assert.Equal(Eur(1_234.5m), table["A"].WonAmount);
        Assert.Equal(Eur(1_234.5m), table.ToRows()[0]["won amount"]);
        Assert.Contains("1,234.5 EUR", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAmount_CannotChangeItsCurrencyAndKeepItsNumber()
    {
        // frappe/frappe#27745: 2,500,000 TZS became 2,500,000 USD.
        Assert.All(typeof(Money).GetProperties(), property => Assert.False(property.CanWrite));
        Assert.Equal(Usd(1_000), Convert(new Money(2_500_000, Tzs), Currency.Usd, Rate(Tzs, Currency.Usd, 0.0004m)));
    }

    [Fact]
    public void LargeNumbersOfASmallCurrency_DoNotHideTheOthers()
    {
        // OpenConstructionERP#465: 774,815,039 CRC and 457,760 USD at 453.13 are 982.24 million CRC.
        ExchangeRateTable rates = Rate(Currency.Usd, Crc, 453.13m);
        Money total = Convert(new Money(774_815_039, Crc), Crc, rates) + Convert(Usd(457_760), Crc, rates);
        Assert.Equal(new Money(982_239_827.8m, Crc), total);
    }

    [Fact]
    public void Amounts_AreConvertedBeforeTheyAreSummed()
    {
        // SuiteCRM#5956: 300 GBP and 343.19 EUR, which are 300 GBP, are 600 GBP and not 643.19.
        ExchangeRateTable rates = Rate(Currency.Eur, Currency.Gbp, 300 / 343.19m);
        Assert.Equal(new Money(600, Currency.Gbp), Convert(new Money(300, Currency.Gbp), Currency.Gbp, rates) + Convert(Eur(343.19m), Currency.Gbp, rates));
    }

    [Fact]
    public void HomeCurrency_IsWorthOneOfItself_WhateverTheTableSays()
    {
        // odoo/odoo#24050: one of two views applied the home currency's own rate: 315 beside 405.
        ExchangeRateTable rates = Rate(Currency.Eur, Currency.Eur, 0.78m);
        Assert.Equal(1, rates.RateOn(Day, Currency.Eur, Currency.Eur));
        Assert.Equal(Eur(405), Convert(Eur(405), Currency.Eur, rates));
    }

    [Fact]
    public void RateOfTheClose_StaysThatOfTheClose()
    {
        // Salesforce's forecasts and historical fields use other rates than its opportunities, and change when a rate is edited.
        ExchangeRate january = new() { From = Currency.Eur, To = Currency.Usd, On = new(2024, 1, 1), Rate = 1.10m };
        ExchangeRate february = january with { On = new(2024, 2, 1), Rate = 1.20m };
        Deal deal = Won(100) with { CreatedAt = Instant.FromUtc(2023, 12, 1, 0, 0), ClosedAt = Instant.FromUtc(2024, 1, 20, 0, 0) };
        foreach (ExchangeRateTable rates in (ExchangeRateTable[])[new([january]), new([january, february])])
        {
            var conversion = new CurrencyConversion { Rates = rates, To = Currency.Usd, Zone = DateTimeZone.Utc };
            Assert.Equal(Usd(110), (Kpi.WinRate with { Conversion = conversion }).Calculate(new[] { deal }).WonAmount);
            // The same deal at a day before its close, at the rate of that day.
            Assert.Equal(Usd(110), (Kpi.Pipeline with { Conversion = conversion }).Calculate(new[] { deal }, Instant.FromUtc(2024, 1, 5, 0, 0)).Amount);
        }
    }

    [Fact]
    public void DealsWithoutARate_AreInNeitherSideOfTheRate()
    {
        // ThreeSixtyGiving/grantnav#387: left out or converted, never taken as home currency.
        var conversion = new CurrencyConversion { Rates = Rate(Currency.Usd, Currency.Gbp, 0.8m), To = Currency.Gbp, Zone = DateTimeZone.Utc };
        Deal[] deals = [Won() with { Amount = new Money(100, Currency.Gbp) }, Lost() with { Amount = Usd(500) }, Won(564), Lost(564)];
        WinRate rate = (Kpi.WinRate with { Conversion = conversion }).Calculate(deals);
        Assert.Equal(new MoneyRatio(new Money(100, Currency.Gbp), new Money(500, Currency.Gbp)), rate.ByAmount);
        Assert.Equal(2, rate.AmountLedger.Excluded[LedgerReason.RateMissing]);
        Assert.Equal(new Proportion(2, 4), rate.ByCount);
    }

    private static ExchangeRateTable Rate(Currency from, Currency to, decimal rate) => new([new ExchangeRate { From = from, To = to, On = Day, Rate = rate }]);

    private static Money Convert(Money money, Currency to, ExchangeRateTable rates)
    {
        var conversion = new CurrencyConversion { Rates = rates, To = to, Zone = DateTimeZone.Utc };
        Assert.True(conversion.TryConvert(money, Day0, out Amount converted));
        return converted.ToMoney()!.Value;
    }
}

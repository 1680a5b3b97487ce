using System.Numerics;

namespace SalesOps.Kpis.Tests;

public class CurrencyConversionTests
{
    private static readonly Currency Eur = Currency.Eur, Usd = Currency.Usd, Gbp = Currency.Gbp, Crc = new("CRC");
    private static readonly Instant January = Instant.FromUtc(2024, 1, 15, 12, 0), February = Instant.FromUtc(2024, 2, 15, 12, 0);
    private static readonly ExchangeRateTable Monthly = new([Rate(Eur, Usd, new(2024, 1, 1), 1.10m), Rate(Eur, Usd, new(2024, 2, 1), 1.20m)]);

    [Fact]
    public void PoundsAndEuros_AddUpToSixHundred()
    {
        var conversion = To(Gbp, new ExchangeRateTable([Rate(Gbp, Eur, new(2024, 1, 1), 343.19m / 300)]));
        Assert.Equal(600m, Convert(conversion, 300m, Gbp, January) + Convert(conversion, 343.19m, Eur, January));
    }

    [Fact]
    public void ColonesAndDollars_AreNotAddedAsTheyStand()
    {
        var conversion = To(Crc, new ExchangeRateTable([Rate(Usd, Crc, new(2024, 1, 1), 453.13m)]));
        // 774,815,039 + 457,760 x 453.13 = 774,815,039 + 207,424,788.8
        Assert.Equal(982_239_827.8m, Convert(conversion, 774_815_039m, Crc, January) + Convert(conversion, 457_760m, Usd, January));
    }

    [Fact]
    public void HomeCurrency_CountsOneToOneWhateverTheRates()
    {
        Assert.Equal(100m, Convert(To(Eur, new ExchangeRateTable([Rate(Eur, Eur, new(2024, 1, 1), 1.07m)])), 100m, Eur, January));
        Assert.Equal(100m, Convert(To(Eur, new Rates((_, _, _) => 1.07m)), 100m, Eur, January));
        Assert.Equal(100m, Convert(To(Eur, new Rates((_, _, _) => null)), 100m, Eur, default));
    }

    [Fact]
    public void EventDate_TakesTheRateOfTheTime()
    {
        Assert.Equal(110m, Convert(To(Usd, Monthly), 100m, Eur, January));
        Assert.Equal(120m, Convert(To(Usd, Monthly), 100m, Eur, February));
        Assert.Null(Convert(To(Usd, Monthly), 100m, Eur, default));
    }

    [Fact]
    public void EventDate_IsTheLocalDate()
    {
        Instant evening = Instant.FromUtc(2024, 1, 31, 23, 30);
        Assert.Equal(110m, Convert(To(Usd, Monthly), 100m, Eur, evening));
        Assert.Equal(120m, Convert(To(Usd, Monthly) with { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] }, 100m, Eur, evening));
    }

    [Fact]
    public void AsOfAndFixed_GiveAllRowsOneRate_WithOrWithoutDate()
    {
        foreach (RateRule rule in (RateRule[])[RateRule.AsOf(February), RateRule.Fixed(new(2024, 2, 1))])
        {
            CurrencyConversion conversion = To(Usd, Monthly) with { Rule = rule };
            Assert.Equal(120m, Convert(conversion, 100m, Eur, January));
            Assert.Equal(120m, Convert(conversion, 100m, Eur, default));
        }

        Assert.Null(Convert(To(Usd, Monthly) with { Rule = RateRule.Fixed(new(2023, 12, 31)) }, 100m, Eur, January));
    }

    [Fact]
    public void PeriodAverage_IsTheMeanOverTheDaysThatHaveARate()
    {
        PeriodGrid quarters = ReportingCalendar.Utc.Quarters(new(2023, 1, 1), new(2024, 4, 1));
        CurrencyConversion conversion = To(Usd, Monthly) with { Rule = RateRule.PeriodAverage(quarters) };
        // 31 days at 1.10 and 29 + 31 at 1.20: 106.1 / 91
        Assert.Equal(116.5934m, Convert(conversion, 100m, Eur, January));
        Assert.Equal(116.5934m, Convert(conversion, 100m, Eur, February));
        Assert.Null(Convert(conversion, 100m, Eur, Instant.FromUtc(2023, 12, 1, 0, 0)));    // no day has a rate
        Assert.Null(Convert(conversion, 100m, Eur, Instant.FromUtc(2024, 4, 1, 0, 0)));     // outside the periods
        Assert.Null(Convert(conversion, 100m, Eur, default));

        var late = new ExchangeRateTable([Rate(Eur, Usd, new(2024, 3, 30), 1.3m)]);
        Assert.Equal(130m, Convert(conversion with { Rates = late }, 100m, Eur, January));  // the mean of two days, not of 91
    }

    [Theory]
    [InlineData("0.0003", "0.5", "0.0002")]             // 1.5 units to 2
    [InlineData("0.0005", "0.5", "0.0002")]             // 2.5 units to 2
    [InlineData("-0.0005", "0.5", "-0.0002")]
    [InlineData("0.0007", "0.5", "0.0004")]
    [InlineData("0.0001", "0.4", "0")]
    public void Rounding_IsHalfToEvenInTenThousandths(string amount, string rate, string expected) =>
        Assert.Equal(Parse(expected), Convert(To(Usd, new Rates((_, _, _) => Parse(rate))), Parse(amount), Eur, January));

    [Fact]
    public void RandomAmounts_MatchBigIntegers()
    {
        var random = new Random(8);
        for (int i = 0; i < 20_000; i++)
        {
            long units = random.NextInt64(-1L << 52, 1L << 52), millionths = random.NextInt64(1, 1_000_000_000);
            BigInteger product = (BigInteger)units * millionths, half = 500_000;
            BigInteger floor = BigInteger.Divide(product - (((product % 1_000_000) + 1_000_000) % 1_000_000), 1_000_000), rest = product - floor * 1_000_000;
            BigInteger rounded = rest > half || (rest == half && !floor.IsEven) ? floor + 1 : floor;
            decimal? converted = Convert(To(Usd, new Rates((_, _, _) => millionths / 1_000_000m)), units / 10_000m, Eur, January);
            Assert.Equal((decimal)rounded / 10_000m, converted);
        }
    }

    [Fact]
    public void Overflow_IsNoConversion()
    {
        const decimal largest = 922_337_203_685_477.5807m;
        Assert.Equal(largest, Convert(To(Usd, new Rates((_, _, _) => 1)), largest, Eur, January));
        Assert.Equal(-largest, Convert(To(Usd, new Rates((_, _, _) => 1)), -largest, Eur, January));
        foreach (decimal rate in (decimal[])[1.0000000000000001m, 2m, 1e18m, 7e28m])
        {
            Assert.Null(Convert(To(Usd, new Rates((_, _, _) => rate)), largest, Eur, January));
            Assert.Null(Convert(To(Usd, new Rates((_, _, _) => rate)), -largest, Eur, January));
        }

        // Exactly the least long, which would read as absent.
        Assert.Null(Convert(To(Usd, new Rates((_, _, _) => 2)), -461_168_601_842_738.7904m, Eur, January));

        PeriodGrid year = ReportingCalendar.Utc.Years(new(2024, 1, 1), new(2025, 1, 1));
        Assert.Null(Convert(To(Usd, new Rates((_, _, _) => decimal.MaxValue)) with { Rule = RateRule.PeriodAverage(year) }, 1m, Eur, January));
        Assert.Null(Convert(To(Usd, new Rates((_, _, _) => 1e18m)) with { Rule = RateRule.PeriodAverage(year) }, 1m, Eur, January));
        Assert.Equal(0m, Convert(To(Usd, new Rates((_, _, _) => 1e18m)) with { Rule = RateRule.PeriodAverage(year) }, 0m, Eur, January));
    }

    [Fact]
    public void NoRate_NoAmount_NoCurrency_AreNoConversion()
    {
        foreach (decimal? rate in (decimal?[])[null, 0m, -1m])
            Assert.Null(Convert(To(Usd, new Rates((_, _, _) => rate)), 100m, Eur, January));
        Assert.False(To(Usd, Monthly).TryConvert(default, January, out Amount converted));
        Assert.False(converted.HasValue);
        Assert.Null(Convert(To(Usd, new Rates((_, _, _) => 1)), 100m, default, January));
    }

    [Fact]
    public void FarDates_AreNoReasonToThrow()
    {
        CurrencyConversion tokyo = To(Usd, Monthly) with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] };
        Assert.Equal(120m, Convert(tokyo, 100m, Eur, Instant.MaxValue));
        Assert.Null(Convert(tokyo, 100m, Eur, Instant.MinValue));
    }

    [Fact]
    public void Rates_AreReadOncePerCurrencyAndDay()
    {
        int calls = 0;
        var conversion = To(Usd, new Rates((_, _, _) =>
        {
            calls++;
            return 2;
        }));
        for (int i = 0; i < 10; i++)
        {
            _ = Convert(conversion, i, Eur, January);
            _ = Convert(conversion, i, Eur, January.PlusTicks(i));
            _ = Convert(conversion, i, Gbp, January);
            _ = Convert(conversion, i, Gbp, February);
        }

        Assert.Equal(3, calls);
    }

    [Fact]
    public void With_ForgetsTheRatesOfTheOriginal()
    {
        CurrencyConversion dollars = To(Usd, new Rates((_, _, to) => to == Usd ? 2 : 3));
        Assert.Equal(2m, Convert(dollars, 1m, Eur, January));
        Assert.Equal(3m, Convert(dollars with { To = Gbp }, 1m, Eur, January));
        Assert.Equal(2m, Convert(dollars, 1m, Eur, January));
        Assert.Equal(5m, Convert(dollars with { Rates = new Rates((_, _, _) => 5) }, 1m, Eur, January));
    }

    [Fact]
    public void TwoThreads_GetWhatOneGets()
    {
        var conversion = To(Usd, new Rates((day, _, _) => 1 + day.DayOfYear / 1_000m));
        decimal?[] results = new decimal?[20_000];
        Parallel.For(0, results.Length, i => results[i] = Convert(conversion, 100m, i % 2 == 0 ? Eur : Gbp, January + Duration.FromDays(i % 300)));
        for (int i = 0; i < results.Length; i++)
            Assert.Equal(100m + (January + Duration.FromDays(i % 300)).InUtc().Date.DayOfYear / 10m, results[i]);
    }

    [Fact]
    public void KnownRates_AllocateNothingPerRow()
    {
        CurrencyConversion conversion = To(Usd, Monthly);
        Amount amount = new Money(100, Eur);
        for (int i = 0; i < 2; i++)                         // the first reads the rate, the second finds it
            conversion.TryConvert(amount, January, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            conversion.TryConvert(amount, January, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Equality_IsThatOfTheOptions()
    {
        CurrencyConversion one = To(Usd, Monthly), other = To(Usd, Monthly);
        _ = Convert(one, 1m, Eur, January);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one with { To = Gbp });
        Assert.NotEqual(one, one with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] });
        Assert.NotEqual(one, one with { Rates = new ExchangeRateTable([]) });
        Assert.NotEqual(one, one with { Rule = RateRule.AsOf(January) });
        Assert.Equal(RateRule.AsOf(January), RateRule.AsOf(January));
        Assert.NotEqual(RateRule.AsOf(January), RateRule.AsOf(February));
        Assert.Equal(RateRule.PeriodAverage(PeriodGrid.Between([January, February])), RateRule.PeriodAverage(PeriodGrid.Between([January, February])));
    }

    [Fact]
    public void Rules_PrintThemselves()
    {
        Assert.Equal("EventDate", RateRule.EventDate.ToString());
        Assert.Equal("AsOf 2024-01-15T12:00:00Z", RateRule.AsOf(January).ToString());
        Assert.Equal("Fixed 2024-02-01", RateRule.Fixed(new(2024, 2, 1)).ToString());
        Assert.Equal("PeriodAverage over 3 periods, 2024-01 to 2024-03",
            RateRule.PeriodAverage(ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2024, 4, 1))).ToString());
    }

    [Fact]
    public void BadOptions_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => To(Usd, null!));
        Assert.Throws<ArgumentException>(() => To(default, Monthly));
        Assert.Throws<ArgumentNullException>(() => To(Usd, Monthly) with { Zone = null! });
        Assert.Throws<ArgumentNullException>(() => To(Usd, Monthly) with { Rule = null! });
        Assert.Throws<ArgumentNullException>(() => RateRule.PeriodAverage(null!));
    }

    private static CurrencyConversion To(Currency to, IExchangeRates rates) => new() { Rates = rates, To = to, Zone = DateTimeZone.Utc };

    private static decimal? Convert(CurrencyConversion conversion, decimal amount, Currency currency, Moment at) =>
        conversion.TryConvert(new Money(amount, currency), at, out Amount converted) ? converted.ToMoney()!.Value.Amount : null;

    private static ExchangeRate Rate(Currency from, Currency to, LocalDate on, decimal rate) => new() { From = from, To = to, On = on, Rate = rate };

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Rates(Func<LocalDate, Currency, Currency, decimal?> rateOn) : IExchangeRates
    {
        public decimal? RateOn(LocalDate day, Currency from, Currency to) => rateOn(day, from, to);
    }
}

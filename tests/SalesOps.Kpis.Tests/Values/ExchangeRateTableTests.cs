namespace SalesOps.Kpis.Tests;

public class ExchangeRateTableTests
{
    private static readonly Currency Eur = Currency.Eur, Usd = Currency.Usd, Gbp = Currency.Gbp;

    [Fact]
    public void RateOn_IsTheLatestAtOrBeforeTheDay()
    {
        var table = new ExchangeRateTable([Rate(Eur, Usd, 20, 1.2m), Rate(Eur, Usd, 10, 1.1m)]);
        Assert.Null(table.RateOn(Day(9), Eur, Usd));
        Assert.Equal(1.1m, table.RateOn(Day(10), Eur, Usd));
        Assert.Equal(1.1m, table.RateOn(Day(19), Eur, Usd));
        Assert.Equal(1.2m, table.RateOn(Day(20), Eur, Usd));
        Assert.Equal(1.2m, table.RateOn(new(9999, 12, 31), Eur, Usd));
    }

    [Fact]
    public void RateOn_OlderThanAllowed_IsNone()
    {
        ExchangeRate[] rates = [Rate(Eur, Usd, 10, 1.1m)];
        Assert.Equal(1.1m, new ExchangeRateTable(rates) { MaxAgeDays = 3 }.RateOn(Day(13), Eur, Usd));
        Assert.Null(new ExchangeRateTable(rates) { MaxAgeDays = 3 }.RateOn(Day(14), Eur, Usd));
        Assert.Equal(1.1m, new ExchangeRateTable(rates) { MaxAgeDays = 0 }.RateOn(Day(10), Eur, Usd));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRateTable(rates) { MaxAgeDays = -1 });
    }

    [Fact]
    public void RateOn_OnlyTheOtherDirection_IsInverted()
    {
        Assert.Equal(0.8m, new ExchangeRateTable([Rate(Eur, Usd, 1, 1.25m)]).RateOn(Day(2), Usd, Eur));
        var both = new ExchangeRateTable([Rate(Eur, Usd, 5, 1.25m), Rate(Usd, Eur, 1, 0.9m)]);
        Assert.Equal(0.9m, both.RateOn(Day(6), Usd, Eur));
    }

    [Fact]
    public void RateOn_ByWayOfThePivot()
    {
        ExchangeRate[] rates = [Rate(Eur, Usd, 1, 1.2m), Rate(Eur, Gbp, 1, 0.8m)];
        Assert.Null(new ExchangeRateTable(rates).RateOn(Day(2), Gbp, Usd));
        var table = new ExchangeRateTable(rates) { Pivot = Eur };
        Assert.Equal(1.5m, table.RateOn(Day(2), Gbp, Usd));             // 1 / 0.8 x 1.2
        Assert.Null(table.RateOn(Day(2), Gbp, new Currency("JPY")));
        var direct = new ExchangeRateTable([.. rates, Rate(Usd, Gbp, 1, 0.7m)]) { Pivot = Eur };
        Assert.Equal(0.7m, direct.RateOn(Day(2), Usd, Gbp));
    }

    [Fact]
    public void RateOn_TheSameCurrency_IsOneWhateverTheRowsSay()
    {
        var table = new ExchangeRateTable([Rate(Eur, Eur, 1, 1.07m)]);
        Assert.Equal(1m, table.RateOn(Day(2), Eur, Eur));
        Assert.Equal(1m, table.RateOn(new(1900, 1, 1), Usd, Usd));
        Assert.Null(table.RateOn(Day(2), default, default));
    }

    [Fact]
    public void RateOn_BeyondDecimal_IsNone()
    {
        ExchangeRate[] rates = [Rate(Eur, Usd, 1, 7e28m), Rate(Eur, Gbp, 1, 1e-28m), Rate(Gbp, new Currency("JPY"), 1, 1e-28m)];
        Assert.Null(new ExchangeRateTable(rates).RateOn(Day(1), Usd, Eur));                             // 1 / 7e28 is 0 in a decimal
        Assert.Null(new ExchangeRateTable(rates) { Pivot = Eur }.RateOn(Day(1), Gbp, Usd));             // 1e28 x 7e28
        Assert.Null(new ExchangeRateTable(rates) { Pivot = Gbp }.RateOn(Day(1), Eur, new("JPY")));      // 1e-28 x 1e-28
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1.1)]
    public void NotPositive_IsRefusedWithItsRow(double rate)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ExchangeRateTable([Rate(Eur, Usd, 1, 1), Rate(Eur, Usd, 2, (decimal)rate)]));
        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
        Assert.Equal((decimal)rate, error.ActualValue);
    }

    [Fact]
    public void BadRows_AreRefusedWithTheirIndex()
    {
        Assert.Throws<ArgumentNullException>(() => new ExchangeRateTable(null!));
        Assert.Contains("Row 0", Assert.Throws<ArgumentException>(() => new ExchangeRateTable([Rate(default, Usd, 1, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 0", Assert.Throws<ArgumentException>(() => new ExchangeRateTable([Rate(Usd, default, 1, 1)])).Message, StringComparison.Ordinal);
        _ = new ExchangeRateTable([Rate(Eur, Usd, 1, 1.1m), Rate(Eur, Usd, 1, 1.10m)]);
        var error = Assert.Throws<ArgumentException>(() => new ExchangeRateTable([Rate(Eur, Usd, 1, 1.1m), Rate(Eur, Usd, 1, 1.2m)]));
        Assert.Contains("Row 1 says 1.2 for EUR in USD on 2024-01-01, an earlier row 1.1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExchangeRate_PrintsInvariantly() => Assert.Equal("1 EUR = 1.1 USD on 2024-01-05", Rate(Eur, Usd, 5, 1.1m).ToString());

    private static ExchangeRate Rate(Currency from, Currency to, int day, decimal rate) => new() { From = from, To = to, On = Day(day), Rate = rate };

    private static LocalDate Day(int day) => new(2024, 1, day);
}

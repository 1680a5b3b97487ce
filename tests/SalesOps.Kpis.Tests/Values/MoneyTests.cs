namespace SalesOps.Kpis.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData("0.00005", "0.0000")]
    [InlineData("0.00015", "0.0002")]
    [InlineData("-0.00025", "-0.0002")]
    public void Amount_IsRoundedHalfToEvenToTenThousandths(string given, string kept) =>
        Assert.Equal(decimal.Parse(kept, System.Globalization.CultureInfo.InvariantCulture),
            new Money(decimal.Parse(given, System.Globalization.CultureInfo.InvariantCulture), Currency.Eur).Amount);

    [Fact]
    public void TwoCurrencies_CanBeNeitherCombinedNorCompared()
    {
        Money eur = new(1, Currency.Eur), usd = new(1, Currency.Usd);
        Assert.Throws<ArgumentException>(() => eur + usd);
        Assert.Throws<ArgumentException>(() => eur - usd);
        Assert.Throws<ArgumentException>(() => eur < usd);
        Assert.Throws<ArgumentException>(() => new MoneyRatio(eur, usd));
        Assert.Equal(new Money(2, Currency.Eur), eur + eur);
    }

    [Fact]
    public void Total_BeyondTheRangeOfARow_IsExact()
    {
        // 3 x 922 trillion is more than a row can hold, and adding it up in any order must not overflow.
        Money largest = new(922_337_203_685_477.5807m, Currency.Eur);
        Deal[] deals = [.. new[] { 1, 2, 3 }.Select(i => new Deal { Id = $"{i}", Outcome = DealOutcome.Won, Amount = largest })];
        Assert.Equal(2_767_011_611_056_432.7421m, Kpi.WinRate.Calculate(deals).WonAmount?.Amount);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Deal { Id = "4", Outcome = DealOutcome.Won, Amount = largest + largest });
    }

    [Fact]
    public void UnitCost_IsARatioOfSums()
    {
        Assert.Equal(new Money(100, Currency.Eur), new UnitCost(new Money(10_000, Currency.Eur), 100).PerUnit);
        Assert.Null(new UnitCost(new Money(10_000, Currency.Eur), 0).PerUnit);
        Assert.Equal(UndefinedReason.NothingToDivideBy, new MoneyRatio(new Money(1, Currency.Eur), new Money(0, Currency.Eur)).Undefined);
    }
}

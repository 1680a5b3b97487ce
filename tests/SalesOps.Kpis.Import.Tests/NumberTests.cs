using System.Globalization;

namespace SalesOps.Kpis.Import.Tests;

public class NumberTests
{
    private static readonly DealMap WithAmount = Texts.Map with { Amount = "amount", Currency = Currency.Usd };

    private static Imported<Deal> Read(string text, bool decimalComma = false, DealMap? map = null) => Texts.Deals(
        $"id\toutcome\tamount\n1\tWon\t{text}\n", map ?? WithAmount, Texts.Format with { DecimalComma = decimalComma });

    [Theory]
    [InlineData("1054", "1054")]
    [InlineData("1054.0", "1054")]
    [InlineData("-1", "-1")]
    [InlineData("+1", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("0", "0")]
    [InlineData("1,054", "1054")]
    [InlineData("1,234,567.89", "1234567.89")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1\u00A0234\u202F567", null)]
    [InlineData("1\u202F234\u202F567.5", "1234567.5")]
    [InlineData("1'234'567", "1234567")]
    [InlineData("$22,700.00", "22700")]
    [InlineData("\"$200,000 \"", "200000")]
    [InlineData("$1,117.10K", "1117100")]
    [InlineData("1.5M", "1500000")]
    [InlineData("$2B", "2000000000")]
    [InlineData("$ 5", "5")]
    [InlineData("-$5", "-5")]
    [InlineData("$-5", "-5")]
    [InlineData("\u22125", "-5")]
    [InlineData("($5.50)", "-5.5")]
    [InlineData("US$5", "5")]
    [InlineData("USD 5", "5")]
    [InlineData("5 USD", "5")]
    [InlineData("5$", "5")]
    [InlineData("¥5", "5")]
    [InlineData("146536,25", null)]
    [InlineData("1,25", null)]
    [InlineData("1,2345", null)]
    [InlineData(",123", null)]
    [InlineData("1234,567", null)]
    [InlineData("1,,234", null)]
    [InlineData("1,234 567", null)]
    [InlineData("1,2,345", null)]
    [InlineData("1,2345,678", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1.2,345", null)]
    [InlineData("5m", null)]
    [InlineData("5 mn", null)]
    [InlineData("5%", null)]
    [InlineData("five", null)]
    [InlineData("$", null)]
    [InlineData("-", null)]
    [InlineData("()", null)]
    [InlineData("1 2", null)]
    [InlineData("NaN", null)]
    [InlineData("٣", null)]
    [InlineData("99999999999999999999999999999B", null)]
    public void Amount_DecimalPoint(string text, string? amount) => Check(Read(text), text, amount);

    [Theory]
    [InlineData("146536,25", "146536.25")]
    [InlineData("50.000", "50000")]
    [InlineData("R$ 100.000", "100000")]
    [InlineData("R$\u00A0100.000", "100000")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1.117,10 $", "1117.1")]
    [InlineData("1054", "1054")]
    [InlineData("1054.0", null)]
    [InlineData("1,234,567", null)]
    public void Amount_DecimalComma(string text, string? amount) => Check(Read(text, decimalComma: true), text, amount);

    [Fact]
    public void Amount_HundredThousandWithAPoint_IsAHundredUnlessTheCommaIsDecimal() =>
        Assert.Equal(100m, Read("R$ 100.000").OnlyRow().Amount?.Amount);

    [Theory]
    [InlineData("922337203685477.5807", null)]
    [InlineData("922337203685477.5808", FaultReason.OutOfRange)]
    [InlineData("-922337203685478", FaultReason.OutOfRange)]
    public void Amount_BeyondARow_IsOutOfRange(string text, FaultReason? reason) =>
        Assert.Equal(reason, Read(text).Report.Faults.Select(f => (FaultReason?)f.Reason).SingleOrDefault());

    [Fact]
    public void Amount_Blank_IsAbsentAndNotZero()
    {
        Assert.Null(Read(" ").OnlyRow().Amount);
        Assert.Equal(0m, Read("0").OnlyRow().Amount?.Amount);
    }

    [Fact]
    public void MissingAmounts_AreAbsentAndNoted()
    {
        Assert.Equal(-1m, Read("-1").OnlyRow().Amount?.Amount);
        var imported = Texts.Deals("id,outcome,amount\n1,Won,-1\n2,Won,-1.00\n3,Won,-2\n", WithAmount, Texts.Format with { MissingAmounts = [-1] });
        Assert.Equal([null, null, -2m], imported.Rows.Select(d => d.Amount?.Amount));
        Assert.Equal(2, imported.Report.Noted(ImportNote.MissingAmount));
    }

    [Fact]
    public void Currency_Column_IsThatOfTheRow()
    {
        var imported = Texts.Deals(
            "id,outcome,amount,list,cur\n1,Won,5,,EUR\n2,Won,6,7,usd\n3,Won,,7,EUR\n4,Won,,,\n",
            Texts.Map with { Amount = "amount", ListAmount = "list", Currency = "cur" });
        Assert.Equal([new Money(5, Currency.Eur), new Money(6, Currency.Usd), null, null], imported.Rows.Select(d => d.Amount));
        Assert.Equal([null, new Money(7, Currency.Usd), new Money(7, Currency.Eur), null], imported.Rows.Select(d => d.ListAmount));
        Assert.Equal(2, imported.Report.Currencies[Currency.Eur]);
        Assert.Equal(1, imported.Report.Currencies[Currency.Usd]);
    }

    [Theory]
    [InlineData("5", "euro", FaultReason.BadCurrency, "cur")]
    [InlineData("5", "E1R", FaultReason.BadCurrency, "cur")]
    [InlineData("5", "", FaultReason.MissingValue, "cur")]
    [InlineData("€5", "USD", FaultReason.OtherCurrency, "amount")]
    [InlineData("EUR 5", "USD", FaultReason.OtherCurrency, "amount")]
    [InlineData("€5", "EUR", null, null)]
    [InlineData("EUR 5", "EUR", null, null)]
    [InlineData("$5", "CAD", null, null)]
    public void Currency_BadMissingOrAnother_IsAFault(string amount, string currency, FaultReason? reason, string? column)
    {
        var imported = Texts.Deals($"id,outcome,amount,cur\n1,Won,{amount},{currency}\n", Texts.Map with { Amount = "amount", Currency = "cur" });
        if (reason is null)
            Assert.Equal(5m, imported.OnlyRow().Amount?.Amount);
        else
            Assert.Equal((reason, column), imported.OnlyFault() is var f ? (f.Reason, f.Column) : default);
    }

    [Fact]
    public void Currency_NotInTheMap_Throws()
    {
        Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome,amount", Texts.Map with { Amount = "amount" }));
        Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome,amount", Texts.Map with { ListAmount = "amount" }));
    }

    [Theory]
    [InlineData("0.25", ProbabilityScale.Fraction, 0.25)]
    [InlineData("25", ProbabilityScale.Percent, 0.25)]
    [InlineData("25%", ProbabilityScale.Fraction, 0.25)]
    [InlineData("25 %", ProbabilityScale.Percent, 0.25)]
    [InlineData("1", ProbabilityScale.Percent, 0.01)]
    [InlineData("1", ProbabilityScale.Fraction, 1.0)]
    public void Probability_ByScale(string text, ProbabilityScale scale, double fraction) =>
        Assert.Equal(fraction, Read(text, map: Texts.Map with { Probability = "amount", ProbabilityScale = scale }).OnlyRow().Probability);

    [Theory]
    [InlineData("25", ProbabilityScale.Fraction, FaultReason.OutOfRange)]
    [InlineData("101", ProbabilityScale.Percent, FaultReason.OutOfRange)]
    [InlineData("-0.1", ProbabilityScale.Fraction, FaultReason.OutOfRange)]
    [InlineData("€1", ProbabilityScale.Fraction, FaultReason.BadNumber)]
    [InlineData("likely", ProbabilityScale.Fraction, FaultReason.BadNumber)]
    public void Probability_OutOfRangeOrNoNumber_IsAFault(string text, ProbabilityScale scale, FaultReason reason) =>
        Assert.Equal(reason, Read(text, map: Texts.Map with { Probability = "amount", ProbabilityScale = scale }).OnlyFault().Reason);

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.0)]
    public void Probability_Constant_IsAFraction(double fraction) =>
        Assert.Equal(fraction, Read("", map: Texts.Map with { Probability = fraction, ProbabilityScale = ProbabilityScale.Percent }).OnlyRow().Probability);

    [Theory]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Probability_ConstantOutOfRange_Throws(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>("map", () => Read("", map: Texts.Map with { Probability = fraction }));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("1,200", "1200")]
    [InlineData("1 EUR", null)]
    [InlineData("12%", null)]
    public void Quantity_TakesNoUnit(string text, string? quantity)
    {
        var imported = Read(text, map: Texts.Map with { Quantity = "amount" });
        if (quantity is null)
            Assert.Equal(FaultReason.BadNumber, imported.OnlyFault().Reason);
        else
            Assert.Equal(decimal.Parse(quantity, CultureInfo.InvariantCulture), imported.OnlyRow().Quantity);
    }

    private static void Check(Imported<Deal> imported, string text, string? amount)
    {
        if (amount is null)
            Assert.Equal((FaultReason.BadNumber, text.Length), imported.OnlyFault() is var f ? (f.Reason, f.Length) : default);
        else
            Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), imported.OnlyRow().Amount?.Amount);
    }
}

namespace SalesOps.Kpis.Tests.Values;

/// <summary>Sums of amounts as authors of accumulators use them; expected values are worked out by hand.</summary>
public class MoneySumTests
{
    private const decimal Largest = 922_337_203_685_477.5807m;

    [Fact]
    public void Nothing_IsUndefined()
    {
        MoneySum none = Of(default, default(Amount));
        Assert.Equal(0, none.Count);
        Assert.Null(none.Total);
        Assert.Equal(UndefinedReason.NoAmounts, none.Undefined);
    }

    [Fact]
    public void Zero_IsAnAmount()
    {
        MoneySum zero = Of(Eur(0));
        Assert.Equal(1, zero.Count);
        Assert.Equal(Eur(0), zero.Total);
    }

    [Fact]
    public void Absent_AddsNothing()
    {
        MoneySum sum = Of(Eur(1.25m), default, Eur(-0.05m));
        Assert.Equal(2, sum.Count);
        Assert.Equal(Eur(1.20m), sum.Total);
    }

    [Fact]
    public void LargestRows_DoNotOverflow()
    {
        MoneySum sum = Of(Eur(Largest), Eur(Largest), Eur(Largest));
        Assert.Equal(Eur(3 * Largest), sum.Total);
        Assert.Equal(Eur(-2 * Largest), Of(Eur(-Largest), Eur(-Largest)).Total);
    }

    [Fact]
    public void TwoCurrencies_AreUndefined_InAnyOrderOfMerging()
    {
        MoneySum eur = Of(Eur(1)), usd = Of(Usd(1)), one = eur, other = usd;
        one.Merge(in usd);
        other.Merge(in eur);
        foreach (MoneySum mixed in new[] { one, other, Of(Eur(1), Usd(1)) })
        {
            Assert.Equal(2, mixed.Count);
            Assert.Null(mixed.Total);
            Assert.Equal(UndefinedReason.MixedCurrencies, mixed.Undefined);
        }
    }

    [Fact]
    public void Parts_AddUpToTheWhole()
    {
        MoneySum parts = Of(Eur(1), Eur(2)), rest = Of(Eur(4));
        parts.Merge(in rest);
        parts.Merge(default);
        Assert.Equal((3, Eur(7)), (parts.Count, parts.Total));
    }

    [Fact]
    public void Over_IsARatioOfSums()
    {
        MoneyRatio ratio = Of(Eur(1), Eur(2)).Over(Of(Eur(12)));
        Assert.Equal(0.25, ratio.Value);
        Assert.Equal((Eur(3), Eur(12)), (ratio.Numerator, ratio.Denominator));
    }

    [Fact]
    public void Over_SaysWhyThereIsNoRatio()
    {
        Assert.Equal(UndefinedReason.NoAmounts, Of().Over(Of(Eur(1))).Undefined);
        Assert.Equal(UndefinedReason.NoAmounts, Of(Eur(1)).Over(Of()).Undefined);
        Assert.Equal(UndefinedReason.MixedCurrencies, Of(Eur(1)).Over(Of(Usd(1))).Undefined);
        Assert.Equal(UndefinedReason.MixedCurrencies, Of(Eur(1), Usd(1)).Over(Of(Eur(1))).Undefined);
        Assert.Equal(UndefinedReason.NothingToDivideBy, Of(Eur(1)).Over(Of(Eur(0))).Undefined);
    }

    [Fact]
    public void LedgersOfAuthors_RefuseNegativeCounts()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReasonCount(LedgerReason.NotWon, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ledger(-1, new ReasonCounts(), new ReasonCounts()));
        Assert.Equal(5, new Ledger(3, new ReasonCounts(new ReasonCount(LedgerReason.NotWon, 2)), new ReasonCounts()).Read);
    }

    private static MoneySum Of(params Amount[] amounts)
    {
        MoneySum sum = default;
        foreach (Amount amount in amounts)
            sum.Add(in amount);
        return sum;
    }

    private static Money Eur(decimal amount) => new(amount, Currency.Eur);

    private static Money Usd(decimal amount) => new(amount, Currency.Usd);
}

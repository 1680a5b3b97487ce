namespace SalesOps.Kpis.Samples.Tests;

/// <summary>A KPI made outside of the library: the one of docs/guide/add-a-kpi.md, compiled into an assembly of its own.</summary>
public class AddAKpiTests
{
    private const string Guide = "docs/guide/add-a-kpi.md";

    private static readonly AverageDiscountCalculator Discount = new();

    // north-1: 90 + 150 of 100 + 200 = 80 %; south-1: 300 of 300; and rows that don't count.
    private static readonly Deal[] Rows =
    [
        Deal("1", "north-1", DealOutcome.Won, 90, 100),
        Deal("2", "north-1", DealOutcome.Won, 150, 200),
        Deal("3", "north-1", DealOutcome.Lost, 1, 1_000),
        Deal("4", "south-1", DealOutcome.Won, 300, 300),
        Deal("5", "south-1", DealOutcome.Won, 10, null),
        Deal("6", "south-1", DealOutcome.Won, null, 10),
        Deal("7", "south-1", DealOutcome.Won, 50, 100) with { MergedIntoId = "4" },
    ];

    [Fact]
    public void Page_ShowsTheCodeThatIsCompiled()
    {
        var page = new Page(Guide);
        page.AssertBlocks("csharp", Repository.Read("docs/samples/AverageDiscount/AverageDiscount.cs").TrimEnd('\n'));
        Assert.InRange(page.Text.TrimEnd('\n').Split('\n').Length, 1, 59);
    }

    [Fact]
    public void Kpi_SeesOnlyWhatIsPublic()
    {
        var friends = typeof(Deal).Assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), false)
            .Cast<System.Runtime.CompilerServices.InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);
        Assert.DoesNotContain(typeof(AverageDiscount).Assembly.GetName().Name, friends);
    }

    [Fact]
    public void Whole_IsARatioOfSums()
    {
        AverageDiscount all = Discount.Calculate(Rows);
        Assert.Equal(new Money(540, Currency.Eur), all.PriceToList.Numerator);
        Assert.Equal(new Money(600, Currency.Eur), all.PriceToList.Denominator);
        Assert.Equal(0.1, all.Value!.Value, 12);
        Assert.Equal(3, all.Ledger.Used);
        Assert.Equal("1 Merged, 1 NotWon, 2 AmountMissing", all.Ledger.Excluded.ToString());
    }

    [Fact]
    public void ByRep_GivesATable()
    {
        Deals deals = Rows;
        KpiTable<string?, AverageDiscount> byRep = Discount.Calculate(deals.By(DealDimension.Owner));
        Assert.Equal(0.2, byRep["north-1"].Value!.Value, 12);
        Assert.Equal(0.0, byRep["south-1"].Value!.Value, 12);
        Assert.Equal(
            """
            owner    list amount  discount
            -------  -----------  --------
            north-1      300 EUR    20.0 %
            south-1      300 EUR     0.0 %
            all          600 EUR    10.0 %
            """.ReplaceLineEndings("\n"),
            byRep.ToString());
    }

    [Fact]
    public void NoRows_IsUndefinedWithAReason()
    {
        AverageDiscount none = Discount.Calculate(Array.Empty<Deal>());
        Assert.Null(none.Value);
        Assert.Equal(UndefinedReason.NoAmounts, none.PriceToList.Undefined);
    }

    [Fact]
    public void TwoCurrencies_AreUndefinedWithAReason()
    {
        Deal[] mixed = [Rows[0], Rows[1] with { Amount = new Money(150, Currency.Usd), ListAmount = new Money(200, Currency.Usd) }];
        AverageDiscount discount = Discount.Calculate(mixed);
        Assert.Null(discount.Value);
        Assert.Equal(UndefinedReason.MixedCurrencies, discount.PriceToList.Undefined);
    }

    [Fact]
    public void PartsMerge_InAnyOrder()
    {
        var forwards = Discount.Start();
        var backwards = Discount.Start();
        for (int i = 0; i < Rows.Length; i++)
        {
            Merge(ref forwards, Rows[i]);
            Merge(ref backwards, Rows[^(i + 1)]);
        }

        Assert.Equal(Discount.Result(in forwards).PriceToList, Discount.Result(in backwards).PriceToList);
        Assert.Equal(Discount.Calculate(Rows).PriceToList, Discount.Result(in forwards).PriceToList);
    }

    private static void Merge(ref AverageDiscountAccumulator all, Deal row)
    {
        var one = Discount.Start();
        one.Add(in row);
        all.Merge(in one);
    }

    private static Deal Deal(string id, string owner, DealOutcome outcome, decimal? amount, decimal? list) => new()
    {
        Id = id, OwnerId = owner, Outcome = outcome,
        Amount = amount is { } a ? new Money(a, Currency.Eur) : null,
        ListAmount = list is { } l ? new Money(l, Currency.Eur) : null,
    };
}

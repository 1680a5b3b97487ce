using FsCheck.Xunit;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>
/// The laws of <see cref="IAccumulator{TSelf, TFacts}"/>: what a KPI says depends on its rows only, not on their order, on
/// how they are split, on who holds them or on how many threads fold them; and it is what its definition says.
/// </summary>
[Properties(Arbitrary = [typeof(OddDeals), typeof(OddOptions)], MaxTest = 60)]
public abstract class AccumulatorLaws<TOptions, TAccumulator, TResult>
    where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow>
{
    /// <summary>Rounding of the last digits of a mean or a quotient.</summary>
    private const double Rounding = 1e-12;

    private static readonly Deal[] Many = [.. Enumerable.Repeat(OddDeals.Make(500, seed: 8), 600).SelectMany(deals => deals)];
    private static readonly Deals ManyInATable = DealTable.Of(Many);

    protected abstract DealCalculator<TAccumulator, TResult> Calculator(TOptions options);

    /// <summary>The answer as the definition says, without the library's engine.</summary>
    protected abstract TResult Oracle(TOptions options, IReadOnlyList<Deal> deals);

    /// <summary>The figures of which the whole has the sum of the groups.</summary>
    protected abstract IReadOnlyList<decimal> Additive(TResult result);

    /// <summary>Options that are folded over many rows.</summary>
    protected abstract IEnumerable<TOptions> ForManyRows();

    [Property(MaxTest = 300)]
    public void Answer_IsTheDefinitions(TOptions options, Deal[] deals) =>
        Everything.Equal(Oracle(options, deals), Calculator(options).Calculate(deals), Rounding);

    [Property]
    public void Merge_IsCommutative(TOptions options, Deal[] left, Deal[] right) =>
        Everything.Equal(Merged(options, State(options, left), State(options, right)), Merged(options, State(options, right), State(options, left)));

    [Property]
    public void Merge_IsAssociative(TOptions options, Deal[] first, Deal[] second, Deal[] third)
    {
        TAccumulator leftFirst = State(options, first), rightFirst = State(options, second);
        leftFirst.Merge(State(options, second));
        rightFirst.Merge(State(options, third));
        Everything.Equal(Merged(options, leftFirst, State(options, third)), Merged(options, State(options, first), rightFirst));
    }

    [Property]
    public void Start_IsTheIdentityOfMerge(TOptions options, Deal[] deals)
    {
        TResult expected = Read(options, State(options, deals));
        Everything.Equal(expected, Merged(options, State(options, []), State(options, deals)));
        Everything.Equal(expected, Merged(options, State(options, deals), State(options, [])));
    }

    [Property]
    public void Merge_SharesNothing(TOptions options, Deal[] left, Deal[] right)
    {
        TAccumulator whole = State(options, left), part = State(options, right);
        whole.Merge(in part);
        foreach (Deal deal in left)
            part.Add(in deal);
        Everything.Equal(Oracle(options, [.. left, .. right]), Calculator(options).Result(in whole), Rounding);
        foreach (Deal deal in left)
            whole.Add(in deal);
        Everything.Equal(Oracle(options, [.. right, .. left]), Read(options, part), Rounding);
        Everything.Equal(Oracle(options, [.. left, .. right, .. left]), Read(options, whole), Rounding);
    }

    [Property]
    public void AnySplitInAnyOrder_GivesTheSameBits(TOptions options, Deal[] deals, int seed)
    {
        var random = new Random(seed);
        var parts = new TAccumulator[random.Next(1, 9)];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = State(options, []);
        random.Shuffle(deals);
        foreach (Deal deal in deals)
            parts[random.Next(parts.Length)].Add(in deal);
        TAccumulator all = State(options, []);
        foreach (TAccumulator part in parts)
            all.Merge(in part);
        Everything.Equal(Calculator(options).Calculate(deals), Read(options, all));
    }

    [Property]
    public void Fold_BatchAfterBatch_GivesTheSameBits(TOptions options, Deal[] deals, int seed)
    {
        int cut = new Random(seed).Next(deals.Length + 1);
        TAccumulator state = State(options, []);
        Calculator(options).Fold((Deals)deals[..cut], ref state);
        Calculator(options).Fold((Deals)DealTable.Of(deals.AsSpan(cut)), ref state);
        Everything.Equal(Calculator(options).Calculate(deals), Read(options, state));
    }

    [Property]
    public void EveryKindOfRows_GivesTheSameBits(TOptions options, Deal[] deals)
    {
        DealCalculator<TAccumulator, TResult> calculator = Calculator(options);
        TResult expected = calculator.Calculate(deals);
        KpiTable<string?, TResult> groups = calculator.Calculate(((Deals)deals).By(deal => deal.OwnerId));
        foreach (Deals view in Sources.Of(deals))
        {
            Everything.Equal(expected, calculator.Calculate(view));
            KpiTable<string?, TResult> byOwner = calculator.Calculate(view.By(DealDimension.Owner));
            Assert.Equal(groups.Select(row => row.Key), byOwner.Select(row => row.Key));
            Assert.All(groups, row => Everything.Equal(row.Value, byOwner[row.Key]));
        }
    }

    [Property]
    public void Groups_AddUpToTheWhole(TOptions options, Deal[] deals)
    {
        KpiTable<string?, TResult> groups = Calculator(options).Calculate(((Deals)deals).By(DealDimension.Source));
        Everything.Equal(Calculator(options).Calculate(deals), groups.Total);
        IReadOnlyList<decimal>[] figures = [.. groups.Select(row => Additive(row.Value))];
        Assert.Equal(Additive(groups.Total), Additive(groups.Total).Select((_, i) => figures.Sum(figure => figure[i])));
    }

    [Fact]
    public void InParallel_GivesTheSameBits()
    {
        PeriodGrid months = ReportingCalendar.Utc.Months(new(2023, 6, 1), new(2024, 12, 1));
        foreach (DealCalculator<TAccumulator, TResult> calculator in ForManyRows().Select(Calculator))
        {
            TResult whole = calculator.Calculate(ManyInATable);
            KpiTable<string?, TResult> byOwner = calculator.Calculate(ManyInATable.By(DealDimension.Owner));
            KpiSeries<TResult> perMonth = calculator.Calculate(ManyInATable.Per(months, DealDate.Created));
            foreach (int threads in (int[])[2, 3])
            {
                Everything.Equal(whole, calculator.Calculate(((Deals)Many).InParallel(threads)));
                Everything.Equal(byOwner, calculator.Calculate(ManyInATable.InParallel(threads).By(DealDimension.Owner)));
                Everything.Equal(perMonth, calculator.Calculate(ManyInATable.InParallel(threads).Per(months, DealDate.Created)));
            }
        }
    }

    private TAccumulator State(TOptions options, IEnumerable<Deal> deals)
    {
        TAccumulator state = Calculator(options).Start();
        foreach (Deal deal in deals)
            state.Add(in deal);
        return state;
    }

    private TResult Merged(TOptions options, TAccumulator into, TAccumulator other)
    {
        into.Merge(in other);
        Release(other);
        return Read(options, into);
    }

    private TResult Read(TOptions options, TAccumulator state)
    {
        TResult result = Calculator(options).Result(in state);
        Release(state);
        return result;
    }

    private static void Release(TAccumulator state) => (state as IDisposable)?.Dispose();
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>Every slice of every number of rows up to beyond the size of a chunk of keys: the definition over each part.</summary>
public class SliceTests
{
    private const int MostRows = 256;

    private static readonly Deal[] Pool = OddDeals.Make(MostRows, seed: 3);
    private static readonly ReportingCalendar Berlin = new(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly PeriodGrid Quarters = Berlin.Quarters(new(2023, 7, 1), new(2024, 10, 1));
    private static readonly Interval Span = new(OddDeals.AsOf - Duration.FromDays(200), OddDeals.AsOf);

    [Fact]
    public void WinRate_EverySlice_IsTheDefinitionOfEachPart()
    {
        var odd = Kpi.WinRate with { CountBy = WinRateCount.Customer, DisqualifiedCountsAsLost = true, AsOf = OddDeals.AsOf + Duration.FromDays(9) };
        AssertSlices(Kpi.WinRate, deals => WinRateOracle.Of(Kpi.WinRate, deals), step: 1);
        AssertSlices(odd, deals => WinRateOracle.Of(odd, deals), step: 17);
    }

    [Fact]
    public void SalesCycle_EverySlice_IsTheDefinitionOfEachPart()
    {
        var odd = Kpi.SalesCycle with { Until = CycleEnd.Closed, DayCount = DayCount.LocalDates, Zone = Berlin.Zone, AsOf = OddDeals.AsOf + Duration.FromDays(9) };
        AssertSlices(Kpi.SalesCycle, deals => SalesCycleOracle.Of(Kpi.SalesCycle, deals), step: 1);
        AssertSlices(odd, deals => SalesCycleOracle.Of(odd, deals), step: 17);
    }

    [Fact]
    public void Pipeline_EverySlice_IsTheDefinitionOfEachPart()
    {
        static Pipeline Oracle(IReadOnlyList<Deal> deals) => PipelineOracle.Of(Kpi.Pipeline, OddDeals.AsOf, deals);
        for (int count = 0; count <= MostRows; count++)
        {
            Deal[] deals = Pool[..count], within = [.. deals.Where(IsWithin)];
            foreach (Deals view in Views(deals))
            {
                AssertSame(Oracle(deals), Kpi.Pipeline.Calculate(view, OddDeals.AsOf));
                AssertSame(Table("owner", deals, deal => deal.OwnerId, Oracle), Kpi.Pipeline.Calculate(view.By(DealDimension.Owner), OddDeals.AsOf));
                Deals narrowed = view.Within(Span, DealDate.Created);
                AssertSame(Oracle(within), Kpi.Pipeline.Calculate(narrowed, OddDeals.AsOf));
                AssertSame(Table("source", within, deal => deal.Source, Oracle), Kpi.Pipeline.Calculate(narrowed.By(DealDimension.Source), OddDeals.AsOf));
            }
        }
    }

    private static IEnumerable<Deals> Views(Deal[] deals)
    {
        CrmDeal[] foreign = [.. deals.Select(deal => new CrmDeal(deal))];
        return [deals, deals.ToList(), DealTable.Of(deals), Deals.Over(foreign, deal => new CrmDealRow(deal))];
    }

    private static void AssertSlices<TAccumulator, TResult>(DealCalculator<TAccumulator, TResult> calculator, Func<IReadOnlyList<Deal>, TResult> oracle, int step)
        where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow>
    {
        for (int count = 0; count <= MostRows; count += step)
        {
            Deal[] deals = Pool[..count], within = [.. deals.Where(IsWithin)], named = [.. within.Where(IsNamed)];
            TResult whole = oracle(deals), part = oracle(named);
            KpiTable<string?, TResult> byOwner = Table("owner", deals, deal => deal.OwnerId, oracle);
            KpiTable<string?, TResult> bySource = Table("source", named, deal => deal.Source, oracle);
            KpiTable<string?, TResult> byLength = Table("key", within, deal => deal.OwnerId?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), oracle);
            KpiSeries<TResult> perQuarter = Series(calculator, deals, deal => deal.ClosedAt, oracle);
            KpiSeries<TResult> partPerQuarter = Series(calculator, within, deal => deal.CreatedAt, oracle);
            KpiGrid<string?, TResult> grid = Grid(calculator, "owner", within, deal => deal.OwnerId, deal => deal.ClosedAt, oracle);
            foreach (Deals view in Views(deals))
            {
                Deals narrowed = view.Within(Span, DealDate.Created), chosen = narrowed.Where(IsNamed);
                AssertSame(whole, calculator.Calculate(view));
                AssertSame(part, calculator.Calculate(chosen));
                AssertSame(part, calculator.Calculate(view.Where(IsNamed).Within(Span, DealDate.Created)));
                AssertSame(byOwner, calculator.Calculate(view.By(DealDimension.Owner)));
                AssertSame(bySource, calculator.Calculate(chosen.By(DealDimension.Source)));
                AssertSame(byLength, calculator.Calculate(narrowed.By(deal => deal.OwnerId?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))));
                AssertSame(byLength, calculator.Calculate(narrowed.By(
                    DealDimension.Owner.Map("key", owner => owner?.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
                AssertSame(perQuarter, calculator.Calculate(view.Per(Quarters, DealDate.Closed)));
                AssertSame(partPerQuarter, calculator.Calculate(narrowed.Per(Quarters, DealDate.Created)));
                AssertSame(grid, calculator.Calculate(narrowed.By(DealDimension.Owner).Per(Quarters, DealDate.Closed)));
                AssertPairs(within, calculator.Calculate(narrowed.By(DealDimension.Outcome, DealDimension.Source)), oracle);
            }
        }
    }

    private static bool IsWithin(Deal deal) => deal.CreatedAt >= Span.Start && deal.CreatedAt < Span.End;

    private static bool IsNamed(Deal deal) => !string.IsNullOrEmpty(deal.OwnerId);

    private static void AssertSame(object? expected, object? actual) => Everything.Equal(expected, actual, 1e-12);

    private static KpiTable<string?, TResult> Table<TResult>(string name, Deal[] deals, Func<Deal, string?> key, Func<IReadOnlyList<Deal>, TResult> oracle) =>
        new(name, [.. Keys(deals, key).Select(one => new KpiRow<string?, TResult>(one, oracle([.. deals.Where(deal => key(deal) == one)])))], oracle(deals), []);

    private static void AssertPairs<TResult>(Deal[] deals, KpiTable<(DealOutcome, string?), TResult> table, Func<IReadOnlyList<Deal>, TResult> oracle)
    {
        (DealOutcome, string?)[] keys = [.. from outcome in deals.Select(deal => deal.Outcome).Distinct().Order()
                                           from source in Keys([.. deals.Where(deal => deal.Outcome == outcome)], deal => deal.Source)
                                           select (outcome, source)];
        Assert.Equal(keys, table.Select(row => row.Key));
        Assert.All(keys, key => AssertSame(oracle([.. deals.Where(deal => (deal.Outcome, deal.Source) == key)]), table[key]));
    }

    private static KpiSeries<TResult> Series<TAccumulator, TResult>(
        DealCalculator<TAccumulator, TResult> calculator, Deal[] deals, Func<Deal, Instant?> date, Func<IReadOnlyList<Deal>, TResult> oracle)
        where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow>
    {
        ILookup<int, Deal> slots = deals.ToLookup(deal => SlotOf(date(deal)));
        return new(Quarters, [.. Enumerable.Range(0, Quarters.Count + 3).Select(slot => oracle([.. slots[slot]]))], [.. Cautions(calculator)]);
    }

    private static KpiGrid<string?, TResult> Grid<TAccumulator, TResult>(DealCalculator<TAccumulator, TResult> calculator, string name,
        Deal[] deals, Func<Deal, string?> key, Func<Deal, Instant?> date, Func<IReadOnlyList<Deal>, TResult> oracle)
        where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow> =>
        new(name, Quarters.Periods, [.. Keys(deals, key).Select(one => new KpiRow<string?, KpiSeries<TResult>>(
            one, Series(calculator, [.. deals.Where(deal => key(deal) == one)], date, oracle)))]);

    private static IEnumerable<string?> Keys(Deal[] deals, Func<Deal, string?> key) =>
        deals.Select(key).Distinct().OrderBy(one => one is null).ThenBy(one => one, StringComparer.Ordinal);

    // By the local date of each instant.
    private static int SlotOf(Instant? instant)
    {
        if (instant is not { } time)
            return Quarters.Count + 2;
        LocalDate day = time.InZone(Berlin.Zone).Date;
        if (day < Quarters[0].Start)
            return Quarters.Count;
        return day >= Quarters[^1].End ? Quarters.Count + 1 : Quarters.Periods.TakeWhile(period => period.End <= day).Count();
    }

    private static IEnumerable<Caution> Cautions(object calculator)
    {
        Instant? asOf = calculator switch { WinRateCalculator rate => rate.AsOf, SalesCycleCalculator cycle => cycle.AsOf, _ => null };
        return Quarters.Periods.Where(period => asOf > period.From && asOf < period.Until).Select(period => new Caution
        {
            Code = CautionCode.PartialPeriod, Observed = (asOf!.Value - period.From) / (period.Until - period.From), Limit = 1,
        });
    }
}

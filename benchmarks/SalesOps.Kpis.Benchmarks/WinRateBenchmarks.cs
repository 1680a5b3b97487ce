using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Benchmarks;

/// <summary>The win rate in every slice, over a table and over records, with LINQ over the records as the baseline.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WinRateBenchmarks
{
    private readonly Deal[] _records = SyntheticDeals.Generate();
    private readonly Deals _table;
    private readonly PeriodGrid _months;
    private readonly RowsBy<IDealRow, string?> _byOwner;

    public WinRateBenchmarks()
    {
        _table = DealTable.Of(_records);
        _byOwner = _table.By(DealDimension.Owner);
        _months = new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/New_York"])
            .Months(SyntheticDeals.Start, SyntheticDeals.Start.PlusYears(3));
    }

    [BenchmarkCategory("whole"), Benchmark]
    public object WholeTable() => Kpi.WinRate.Calculate(_table);

    [BenchmarkCategory("whole"), Benchmark]
    public object WholeRecords() => Kpi.WinRate.Calculate(_records);

    [BenchmarkCategory("whole"), Benchmark(Baseline = true)]
    public object WholeLinq() => Rate(_records.Where(IsSold));

    [BenchmarkCategory("by owner"), Benchmark]
    public object ByOwnerTable() => Kpi.WinRate.Calculate(_table.By(DealDimension.Owner));

    [BenchmarkCategory("by owner"), Benchmark]
    public object ByOwnerRecords() => Kpi.WinRate.Calculate(((Deals)_records).By(DealDimension.Owner));

    [BenchmarkCategory("by owner"), Benchmark(Baseline = true)]
    public object ByOwnerLinq() => _records.Where(IsSold).GroupBy(deal => deal.OwnerId).Select(group => (group.Key, Rate(group))).ToList();

    [BenchmarkCategory("encode owners"), Benchmark]
    public object EncodeOwners() => ((Deals)_records).By(DealDimension.Owner);

    [BenchmarkCategory("encode owners"), Benchmark(Baseline = true)]
    public object EncodeOwnersLinq() => _records.ToLookup(deal => deal.OwnerId);

    [BenchmarkCategory("per month"), Benchmark]
    public object PerMonthTable() => Kpi.WinRate.Calculate(_table.Per(_months, DealDate.Closed));

    [BenchmarkCategory("per month"), Benchmark]
    public object PerMonthRecords() => Kpi.WinRate.Calculate(((Deals)_records).Per(_months, DealDate.Closed));

    [BenchmarkCategory("per month"), Benchmark(Baseline = true)]
    public object PerMonthLinq() => _records.Where(IsSold).GroupBy(Month).Select(group => (group.Key, Rate(group))).ToList();

    [BenchmarkCategory("by owner per month"), Benchmark]
    public object ByOwnerPerMonthTable() => Kpi.WinRate.Calculate(_byOwner.Per(_months, DealDate.Closed));

    [BenchmarkCategory("by owner per month"), Benchmark(Baseline = true)]
    public object ByOwnerPerMonthLinq() =>
        _records.Where(IsSold).GroupBy(deal => (deal.OwnerId, Month(deal))).Select(group => (group.Key, Rate(group))).ToList();

    private static bool IsSold(Deal deal) => deal.Kind != DealKind.Renewal && deal.MergedIntoId is null;

    private static YearMonth? Month(Deal deal) => deal.ClosedAt is { } closed
        ? closed.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).Date.ToYearMonth()
        : null;

    private static (double Rate, decimal Won, decimal Lost) Rate(IEnumerable<Deal> deals)
    {
        int won = 0, lost = 0;
        decimal wonAmount = 0, lostAmount = 0;
        foreach (Deal deal in deals)
        {
            if (deal.Outcome == DealOutcome.Won)
                (won, wonAmount) = (won + 1, wonAmount + (deal.Amount?.Amount ?? 0));
            else if (deal.Outcome == DealOutcome.Lost)
                (lost, lostAmount) = (lost + 1, lostAmount + (deal.Amount?.Amount ?? 0));
        }

        return ((double)won / (won + lost), wonAmount, lostAmount);
    }
}

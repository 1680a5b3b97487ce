using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Benchmarks;

/// <summary>Sales cycles with exact quantiles, and the pipeline at the ends of 24 months.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class DurationAndStockBenchmarks
{
    private readonly Deal[] _records = SyntheticDeals.Generate();
    private readonly Deals _table;
    private readonly Instant[] _dates = [.. Enumerable.Range(6, 24).Select(month =>
        SyntheticDeals.Start.PlusMonths(month).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant())];

    public DurationAndStockBenchmarks() => _table = DealTable.Of(_records);

    [BenchmarkCategory("cycle"), Benchmark]
    public object CycleTable() => Kpi.SalesCycle.Calculate(_table);

    [BenchmarkCategory("cycle"), Benchmark]
    public object CycleRecords() => Kpi.SalesCycle.Calculate(_records);

    [BenchmarkCategory("cycle"), Benchmark(Baseline = true)]
    public object CycleLinq() => MedianAndP90(_records);

    [BenchmarkCategory("cycle by owner"), Benchmark]
    public object CycleByOwnerTable() => Kpi.SalesCycle.Calculate(_table.By(DealDimension.Owner));

    [BenchmarkCategory("cycle by owner"), Benchmark(Baseline = true)]
    public object CycleByOwnerLinq() => _records.GroupBy(deal => deal.OwnerId).Select(group => (group.Key, MedianAndP90(group))).ToList();

    [BenchmarkCategory("24 snapshots"), Benchmark]
    public object SnapshotsTable() => Kpi.Pipeline.AtEach(_dates, _table);

    [BenchmarkCategory("24 snapshots"), Benchmark]
    public object SnapshotsRecords() => Kpi.Pipeline.AtEach(_dates, _records);

    [BenchmarkCategory("24 snapshots"), Benchmark(Baseline = true)]
    public object SnapshotsLinq() => _dates.Select(date => _records
        .Where(deal => !(deal.CreatedAt > date) && !(deal.ClosedAt <= date))
        .Sum(deal => deal.Amount?.Amount ?? 0)).ToList();

    private static (double Median, double P90) MedianAndP90(IEnumerable<Deal> deals)
    {
        double[] days = [.. deals.Where(deal => deal.Outcome == DealOutcome.Won)
            .Select(deal => (deal.ClosedAt!.Value - (deal.FirstContactAt ?? deal.CreatedAt!.Value)).TotalDays)
            .Where(length => length >= 0).Order()];
        return (At(days, 0.5), At(days, 0.9));
    }

    private static double At(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int low = (int)at;
        return sorted[low] + (at - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]);
    }
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class AccumulatorLaws
{
    private static readonly Deal[] Sample = SampleDeals.Make(2_000, seed: 21);

    [Fact]
    public void WinRate_AnySplitAndOrder_GivesTheSameResult() =>
        Check(Kpi.WinRate, result => (result.ByCount, result.ByAmount, result.Ledger, result.AmountLedger));

    [Fact]
    public void SalesCycle_AnySplitAndOrder_GivesTheSameResult() =>
        Check(Kpi.SalesCycle, result => (result.Duration, result.Ledger));

    [Fact]
    public void WinRate_OverATable_AllocatesNothingPerRow()
    {
        Deals table = DealTable.Of(SampleDeals.Make(100_000));
        Kpi.WinRate.Calculate(table);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Kpi.WinRate.Calculate(table);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000);
    }

    private static void Check<TAccumulator, TResult, TSeen>(DealCalculator<TAccumulator, TResult> calculator, Func<TResult, TSeen> see)
        where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow>
    {
        TSeen expected = see(calculator.Calculate(Sample));
        var random = new Random(5);
        for (int trial = 0; trial < 10; trial++)
        {
            var parts = new TAccumulator[random.Next(1, 9)];
            for (int i = 0; i < parts.Length; i++)
                parts[i] = calculator.Start();
            foreach (int row in Enumerable.Range(0, Sample.Length).OrderBy(_ => random.Next()))
                parts[random.Next(parts.Length)].Add(in Sample[row]);
            random.Shuffle(parts);
            TAccumulator all = calculator.Start();
            foreach (ref readonly TAccumulator part in parts.AsSpan())
                all.Merge(in part);
            Assert.Equal(expected, see(calculator.Result(in all)));
        }
    }
}

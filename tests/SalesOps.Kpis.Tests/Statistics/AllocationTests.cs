using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

/// <summary>Statistics whose result is a number allocate nothing: scratch is rented and returned.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTests
{
    private static readonly double[] Values = [.. Enumerable.Range(0, 5_000).Select(i => Math.Sin(i) * i)];
    private static readonly long[] Longs = [.. Enumerable.Range(0, 5_000).Select(i => i * 7919L % 5_003)];
    private static readonly int[] Groups = [.. Enumerable.Range(0, 5_000).Select(i => i % 7)];
    private static readonly double[] Shares = [0.9, 0.1, 0.5], Found = new double[3];
    private static readonly Proportion One = new(3, 20), Other = new(0, 40);

    public static TheoryData<string, Action> Calls => new()
    {
        { "quantile", () => Quantiles.Quantile(Values, 0.9) },
        { "quantile of whole numbers", () => Quantiles.Quantile(Longs, 0.9) },
        { "median in place", () => Quantiles.MedianInPlace(Longs) },
        { "quantiles", () => Quantiles.TryQuantiles(Values, Shares, Found) },
        { "sum", () => CompensatedSum.Of(Values) },
        { "mean", () => CompensatedSum.Mean(Values) },
        { "trimmed mean", () => RobustStatistics.TrimmedMean(Values, 0.1) },
        { "winsorized mean", () => RobustStatistics.WinsorizedMean(Values, 0.1) },
        { "median absolute deviation", () => RobustStatistics.MedianAbsoluteDeviation(Values) },
        { "Wilson", () => ProportionIntervals.Wilson(One) },
        { "Clopper-Pearson", () => ProportionIntervals.ClopperPearson(One) },
        { "Jeffreys", () => ProportionIntervals.Jeffreys(One) },
        { "Newcombe", () => ProportionIntervals.NewcombeDifference(One, Other) },
        { "Poisson", () => PoissonIntervals.Exact(17) },
        { "odds ratio", () => OddsRatio.Of(One, Other) },
        { "relative risk", () => RelativeRisk.Of(One, Other) },
        { "Kruskal-Wallis", () => KruskalWallis.Test(Values, Groups, 7) },
        { "quantile of a histogram", () => Histogram.Quantile(0.9) },
    };

    private static LogLinearHistogram Histogram { get; } = MakeHistogram();

    [Theory, MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public void Call_OnceWarm_AllocatesNothing(string name, Action call)
    {
        for (int i = 0; i < 3; i++)
            call();
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, name);
    }

    private static LogLinearHistogram MakeHistogram()
    {
        var histogram = new LogLinearHistogram();
        foreach (long value in Longs)
            histogram.Add(value * value);
        return histogram;
    }
}

using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class RobustStatisticsTests
{
    private static readonly double[] Values = [12, 15, 11, 14, 13, 95, 10, 16, 14, 12, 13, 300];

    // mean(x, trim), median and mad of R 4.2.2.
    [Theory]
    [InlineData(0, 43.75)]
    [InlineData(0.1, 21.5)]
    [InlineData(0.2, 13.625)]
    [InlineData(0.25, 13.5)]
    public void TrimmedMean_IsThatOfR(double share, double expected) => Near.Relative(expected, RobustStatistics.TrimmedMean(Values, share), 1e-15);

    [Fact]
    public void MedianAbsoluteDeviation_IsThatOfR()
    {
        Assert.Equal(13.5, Quantiles.Median(Values));
        Assert.Equal(1.5, RobustStatistics.MedianAbsoluteDeviation(Values));
        Near.Relative(2.2239, RobustStatistics.MedianAbsoluteDeviation(Values, RobustStatistics.NormalConsistency), 1e-15);
        Assert.Equal(3.25, Quantiles.Quantile(Values, 0.75) - Quantiles.Quantile(Values, 0.25));
    }

    // By hand: 11 11 12 12 13 13 14 14 15 16 95 95, and 12 12 12 12 13 13 14 14 15 16 16 16.
    [Theory]
    [InlineData(0.1, 26.75)]
    [InlineData(0.2, 13.75)]
    public void WinsorizedMean_IsThatByHand(double share, double expected) => Near.Relative(expected, RobustStatistics.WinsorizedMean(Values, share), 1e-15);

    // The worked example of Wikipedia's article on winsorizing, 5 % at each end.
    [Fact]
    public void WinsorizedMean_IsThatOfWikipedia()
    {
        double[] values = [92, 19, 101, 58, 1053, 91, 26, 78, 10, 13, -40, 101, 86, 85, 15, 89, 89, 28, -5, 41];
        Assert.Equal(101.5, RobustStatistics.WinsorizedMean(values, 0));
        Near.Relative(55.65, RobustStatistics.WinsorizedMean(values, 0.05), 1e-15);
    }

    [Property(MaxTest = 1_000)]
    public void Means_AreThoseOfTheSortedDefinition(sbyte[] whole, byte percent)
    {
        int share = percent % 50, n = whole.Length, cut = n * share / 100;
        double[] values = [.. whole.Select(v => v / 4.0)], sorted = [.. values.Order()];
        double? trimmed = RobustStatistics.TrimmedMean(values, share / 100.0), winsorized = RobustStatistics.WinsorizedMean(values, share / 100.0);
        if (n == 0)
        {
            Assert.Null(trimmed);
            Assert.Null(winsorized);
            return;
        }

        Assert.Equal(sorted[cut..^cut].Average(), trimmed!.Value, 1e-12);
        Assert.Equal(sorted.Select(v => Math.Clamp(v, sorted[cut], sorted[n - 1 - cut])).Average(), winsorized!.Value, 1e-12);
    }

    [Property]
    public void MedianAbsoluteDeviation_IsThatOfTheSortedDefinition(short[] whole)
    {
        double[] values = [.. whole.Select(v => v / 4.0)];
        double? median = Middle(values);
        Assert.Equal(Middle([.. values.Select(v => Math.Abs(v - median!.Value))]), RobustStatistics.MedianAbsoluteDeviation(values));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Means_OfAShareThatLeavesNothing_Throw(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>("shareOfEachEnd", () => RobustStatistics.TrimmedMean(Values, share));
        Assert.Throws<ArgumentOutOfRangeException>("shareOfEachEnd", () => RobustStatistics.WinsorizedMean(Values, share));
    }

    [Fact]
    public void All_WithoutANumber_NameTheIndex()
    {
        double[] values = [1, 2, double.NaN];
        Assert.Contains("index 2", Assert.Throws<ArgumentException>("values", () => RobustStatistics.TrimmedMean(values, 0.1)).Message);
        Assert.Throws<ArgumentException>("values", () => RobustStatistics.WinsorizedMean(values, 0.1));
        Assert.Throws<ArgumentException>("values", () => RobustStatistics.MedianAbsoluteDeviation(values));
    }

    private static double? Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class QuantilesTests
{
    private static readonly double[] Shares = [0, 0.05, 0.1, 0.25, 0.3, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

    // stats::quantile of R 4.2.2, types 2, 6 and 7.
    public static TheoryData<double[], QuantileMethod, double[]> OfR => new()
    {
        { [2, 4, 4, 5, 7, 9, 11, 12, 17, 21], QuantileMethod.AveragedInvertedCdf, [2, 2, 3, 4, 4.5, 8, 12, 19, 21, 21, 21] },
        { [2, 4, 4, 5, 7, 9, 11, 12, 17, 21], QuantileMethod.Weibull, [2, 2, 2.2, 4, 4.3, 8, 13.25, 20.6, 21, 21, 21] },
        { [2, 4, 4, 5, 7, 9, 11, 12, 17, 21], QuantileMethod.Linear, [2, 2.9, 3.8, 4.25, 4.7, 8, 11.75, 17.4, 19.2, 20.64, 21] },
        { [5], QuantileMethod.AveragedInvertedCdf, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5] },
        { [5], QuantileMethod.Weibull, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5] },
        { [5], QuantileMethod.Linear, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5] },
        { [1, 2], QuantileMethod.AveragedInvertedCdf, [1, 1, 1, 1, 1, 1.5, 2, 2, 2, 2, 2] },
        { [1, 2], QuantileMethod.Weibull, [1, 1, 1, 1, 1, 1.5, 2, 2, 2, 2, 2] },
        { [1, 2], QuantileMethod.Linear, [1, 1.05, 1.1, 1.25, 1.3, 1.5, 1.75, 1.9, 1.95, 1.99, 2] },
    };

    [Theory, MemberData(nameof(OfR))]
    public void Quantile_IsThatOfRQuantile(double[] values, QuantileMethod method, double[] expected)
    {
        for (int i = 0; i < Shares.Length; i++)
        {
            Near.Relative(expected[i], Quantiles.Quantile(values, Shares[i], method), 1e-14);
            Near.Relative(expected[i], Quantiles.QuantileInPlace([.. values], Shares[i], method), 1e-14);
            Near.Relative(expected[i], Quantiles.Quantile([.. values.Select(v => (long)v)], Shares[i], method), 1e-14);
        }
    }

    [Fact]
    public void Quantile_IsThatOfTheHelpOfExcel()
    {
        double[] eleven = [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49];
        Near.Relative(1.9, Quantiles.Quantile([1.0, 3, 2, 4], 0.3), 1e-15);                        // PERCENTILE.INC
        Assert.Equal(15, Quantiles.Quantile(eleven, 0.25, QuantileMethod.Weibull));                 // QUARTILE.EXC
        Assert.Equal(43, Quantiles.Quantile(eleven, 0.75, QuantileMethod.Weibull));
    }

    [Fact]
    public void Quantile_IsWhatUsersOfMathNetExpected()
    {
        double[] ten = [1, 2, 3, 4, 5, 7, 8, 10, 12, 14];       // mathnet-numerics issue 755
        Assert.Equal(2.75, Quantiles.Quantile(ten, 0.25, QuantileMethod.Weibull));
        Assert.Equal(10.5, Quantiles.Quantile(ten, 0.75, QuantileMethod.Weibull));
        Assert.Equal(3.25, Quantiles.Quantile(ten, 0.25));
        Assert.Equal(9.5, Quantiles.Quantile(ten, 0.75));
    }

    [Fact]
    public void Quantile_IsThatOfTheDocumentationOfPowerQuery()
    {
        double[] a = [5, 3, 1, 7, 9], b = [1, 1, 15, 80, 85], c = [1, 5, 15, 80, 100];
        Assert.Equal(3, Quantiles.Quantile(a, 0.25));
        Assert.Equal([2, 5, 8], Several(a, QuantileMethod.Weibull, 0.25, 0.5, 0.75));
        Assert.Equal([1, 15, 80], Several(b, QuantileMethod.Linear, 0.25, 0.5, 0.75));
        double[] deciles = [2.6, 4.2, 7, 11, 15, 41], found = Several(c, QuantileMethod.Linear, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        for (int i = 0; i < deciles.Length; i++)
            Near.Relative(deciles[i], found[i], 1e-15);
    }

    // In binary 100 times 0.07 is above 7, and 100 times 0.29 below 29.
    [Theory]
    [InlineData(0.07, 7.5)]
    [InlineData(0.29, 29.5)]
    [InlineData(0.58, 58.5)]
    public void Quantile_AtAPercentOfAHundredValues_IsBetweenTheTwo(double share, double expected) =>
        Assert.Equal(expected, Quantiles.Quantile([.. Enumerable.Range(1, 100).Select(i => (double)i)], share, QuantileMethod.AveragedInvertedCdf));

    [Property(MaxTest = 2_000)]
    public void Quantile_IsThatOfTheSortedDefinition(int[] whole, ushort thousandths)
    {
        decimal share = thousandths % 1001 / 1000m;
        double[] values = [.. whole.Select(v => v / 7.0)];
        long[] longs = [.. whole.Select(v => (long)v)];
        foreach (QuantileMethod method in Enum.GetValues<QuantileMethod>())
        {
            AssertSame(Naive([.. values.Order()], share, method), Quantiles.Quantile(values, (double)share, method));
            AssertSame(Naive([.. whole.Order().Select(v => (double)v)], share, method), Quantiles.Quantile(longs, (double)share, method));
        }
    }

    [Property(MaxTest = 40)]
    public void Quantile_OverManyValues_IsThatOfTheSortedDefinition(int seed)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, random.Next(90, 3_000)).Select(_ => Math.Exp(40 * random.NextDouble()) * random.Next(-1, 2))];
        double[] sorted = [.. values.Order()], shares = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(1001) / 1000.0)];
        foreach (QuantileMethod method in Enum.GetValues<QuantileMethod>())
        {
            double[] several = Several(values, method, shares);
            for (int i = 0; i < shares.Length; i++)
            {
                AssertSame(Naive(sorted, (decimal)shares[i], method), several[i]);
                Assert.Equal(several[i], Quantiles.Quantile(values, shares[i], method));
            }
        }
    }

    [Property]
    public void QuantileInPlace_KeepsTheValues(int[] whole, byte share)
    {
        double[] values = [.. whole.Select(v => v / 3.0)], reordered = [.. values];
        Quantiles.QuantileInPlace(reordered, share / 255.0);
        Assert.Equal(values.Order(), reordered.Order());
    }

    [Fact]
    public void Quantile_OfTheLargestDoubles_DoesNotOverflow()
    {
        Assert.Equal(0, Quantiles.Median([double.MaxValue, -double.MaxValue]));
        Assert.Equal(double.MaxValue, Quantiles.Quantile([double.MaxValue, double.MaxValue], 0.3));
        Assert.Equal(double.Epsilon, Quantiles.Quantile([double.Epsilon, 1, -1], 0.5));
    }

    [Fact]
    public void Quantile_OfNothing_IsNull()
    {
        Assert.Null(Quantiles.Median(Array.Empty<double>()));
        Assert.Null(Quantiles.Median(Array.Empty<long>()));
        Assert.Null(Quantiles.MedianInPlace(Array.Empty<long>()));
        Assert.False(Quantiles.TryQuantiles([], [0.5], new double[1]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Quantile_WithoutANumber_NamesTheIndexAndLeavesTheOrder(double odd)
    {
        double[] values = [3, 2, odd, 1];
        Assert.Contains("index 2", Assert.Throws<ArgumentException>("values", () => Quantiles.QuantileInPlace(values, 0.5)).Message);
        Assert.Throws<ArgumentException>("values", () => Quantiles.Median(values));
        Assert.Equal([3, 2, odd, 1], values);
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(50)]
    [InlineData(double.NaN)]
    public void Quantile_AtAShareBeyondAllOrNone_Throws(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(share), () => Quantiles.Quantile([1.0, 2], share));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(share), () => Quantiles.Quantile(Array.Empty<double>(), share));
        Assert.Throws<ArgumentOutOfRangeException>("shares", () => Quantiles.TryQuantiles([1, 2], [share], new double[1]));
    }

    [Fact]
    public void Quantile_ByAnUnknownMethod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("method", () => Quantiles.Quantile([1.0, 2], 0.5, default));

    [Fact]
    public void TryQuantiles_WithoutRoom_Throws() =>
        Assert.Throws<ArgumentException>("quantiles", () => Quantiles.TryQuantiles([1, 2], [0.1, 0.2], new double[1]));

    private static double[] Several(double[] values, QuantileMethod method, params double[] shares)
    {
        var quantiles = new double[shares.Length];
        Assert.True(Quantiles.TryQuantiles(values, shares, quantiles, method));
        return quantiles;
    }

    private static void AssertSame(double? expected, double? actual)
    {
        if (expected is { } value)
            Assert.True(Math.Abs(actual!.Value - value) <= 1e-12 * Math.Max(1, Math.Abs(value)), $"expected {value:R}, got {actual:R}");
        else
            Assert.Null(actual);
    }

    // Hyndman and Fan's definitions word by word, positions in decimal.
    private static double? Naive(double[] sorted, decimal share, QuantileMethod method)
    {
        int n = sorted.Length;
        if (n == 0)
            return null;
        if (method == QuantileMethod.AveragedInvertedCdf)
        {
            double[] reaching = [.. Enumerable.Range(1, n).Where(i => i >= n * share).Select(i => sorted[i - 1])];
            double[] beyond = [.. Enumerable.Range(1, n).Where(i => i > n * share).Select(i => sorted[i - 1])];
            return (reaching[0] + (beyond.Length > 0 ? beyond[0] : sorted[^1])) / 2;
        }

        decimal position = Math.Clamp(method == QuantileMethod.Linear ? (n - 1) * share + 1 : (n + 1) * share, 1, n);
        int low = (int)Math.Floor(position), high = (int)Math.Ceiling(position);
        return sorted[low - 1] + (double)(position - low) * (sorted[high - 1] - sorted[low - 1]);
    }
}

using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class KruskalWallisTests
{
    // Ozone by month, datasets::airquality; kruskal.test of R 4.2.2.
    private static readonly double[][] Ozone =
    [
        [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37],
        [29, 71, 39, 23, 21, 37, 20, 12, 13],
        [135, 49, 32, 64, 40, 77, 97, 97, 85, 10, 27, 7, 48, 35, 61, 79, 63, 16, 80, 108, 20, 52, 82, 50, 64, 59],
        [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85],
        [96, 78, 73, 91, 47, 32, 20, 23, 21, 24, 44, 21, 28, 9, 13, 46, 18, 13, 24, 16, 13, 23, 36, 7, 14, 30, 14, 18, 20],
    ];

    [Fact]
    public void Test_IsThatOfRKruskalTest()
    {
        KruskalWallisTest test = KruskalWallis.Test(Ozone)!.Value;
        Near.Relative(29.2665763061169, test.H);
        Assert.Equal(4, test.DegreesOfFreedom);
        Near.Relative(6.90071411854678e-06, test.PValue);
        Assert.Equal(116, test.Count);
        Near.Relative((29.2665763061169 - 4) / 111, test.EtaSquared, 1e-11);
        Near.Relative(29.2665763061169 / 115, test.EpsilonSquared);
    }

    // By hand: ranks 1 2 3.5 | 3.5 5 6, between 3 (13/6 - 7/2)² + 3 (29/6 - 7/2)² = 32/3, over 42/12, over 1 - 6/210.
    [Fact]
    public void Test_WithATie_IsThatByHand()
    {
        KruskalWallisTest test = KruskalWallis.Test([1.0, 2, 3], [3.0, 4, 5])!.Value;
        Near.Relative(32.0 / 3 * 12 / 42 / (1 - 6.0 / 210), test.H, 1e-14);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Property]
    public void Test_OfNumberedValues_IsThatOfTheGroups(int seed)
    {
        var random = new Random(seed);
        int groupCount = random.Next(1, 6);
        double[] values = [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (double)random.Next(-9, 10))];
        int[] groups = [.. values.Select(_ => random.Next(groupCount))];
        double[][] apart = [.. Enumerable.Range(0, groupCount).Select(g => values.Where((_, i) => groups[i] == g).ToArray())];
        KruskalWallisTest? numbered = KruskalWallis.Test(values, groups, groupCount);
        Assert.Equal(KruskalWallis.Test(apart), numbered);
        double? naive = Naive([.. apart.Where(group => group.Length > 0)]);
        if (naive is { } h)
            Assert.Equal(h, numbered!.Value.H, 1e-9 * Math.Max(1, h));
        else
            Assert.Null(numbered);
    }

    [Fact]
    public void Test_OfNothingToCompare_IsNull()
    {
        Assert.Null(KruskalWallis.Test());
        Assert.Null(KruskalWallis.Test([1.0, 2, 3]));
        Assert.Null(KruskalWallis.Test([1.0, 2, 3], []));
        Assert.Null(KruskalWallis.Test([7.0, 7], [7.0]));
    }

    [Fact]
    public void Test_OfOneValueAGroup_HasNoShareOfVariance() => Assert.Null(KruskalWallis.Test([1.0], [2.0], [3.0])!.Value.EtaSquared);

    [Fact]
    public void Test_OfAMistake_NamesIt()
    {
        Assert.Contains("index 1", Assert.Throws<ArgumentException>("values", () => KruskalWallis.Test([1, double.NaN], [0, 1], 2)).Message);
        Assert.Throws<ArgumentException>("groups", () => KruskalWallis.Test([1, 2], [0], 2));
        Assert.Contains("index 1", Assert.Throws<ArgumentOutOfRangeException>("groups", () => KruskalWallis.Test([1, 2], [0, 2], 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => KruskalWallis.Test([1, 2], [0, -1], 2));
        Assert.Throws<ArgumentException>("groups", () => KruskalWallis.Test([1.0], [double.NaN]));
        Assert.Throws<ArgumentNullException>("groups", () => KruskalWallis.Test([1.0], null!));
    }

    // The textbook formula, with ranks by counting.
    private static double? Naive(double[][] groups)
    {
        double[] all = [.. groups.SelectMany(group => group)];
        double n = all.Length, ties = all.GroupBy(v => v).Sum(tied => Math.Pow(tied.Count(), 3) - tied.Count());
        if (groups.Length < 2 || ties == n * n * n - n)
            return null;
        double sum = groups.Sum(group => Math.Pow(group.Sum(v => all.Count(o => o < v) + (all.Count(o => o == v) + 1) / 2.0), 2) / group.Length);
        return (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
    }
}

using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class LogRankTests
{
    private static readonly double[] Weeks = [.. SurvivalSamples.SixMp.Times, .. SurvivalSamples.Placebo.Times];
    private static readonly bool[] Relapsed = [.. SurvivalSamples.SixMp.Events, .. SurvivalSamples.Placebo.Events];
    private static readonly int[] Arm = [.. SurvivalSamples.SixMp.Times.Select(_ => 0), .. SurvivalSamples.Placebo.Times.Select(_ => 1)];

    // survdiff of R, survival 3.5-3, on remission under 6-MP and placebo.
    [Fact]
    public void Test_OfRemission_IsThatOfRSurvdiff()
    {
        LogRankTest test = LogRank.Test(Weeks, Relapsed, Arm, 2)!;
        Near.Relative(16.7929409892165, test.ChiSquared);
        Assert.Equal(1, test.DegreesOfFreedom);
        Near.Relative(4.16880910933453e-05, test.PValue);
        Assert.Equal([9.0, 21.0], test.Groups.Select(group => group.Observed));
        Near.Relative(19.2505009480311, test.Groups[0].Expected);
        Near.Relative(10.7494990519689, test.Groups[1].Expected);
        Near.Relative(6.2569605736755, Math.Pow(test.Groups[0].Observed - test.Groups[0].Expected, 2) / test.ChiSquared);
        Assert.Equal([21, 21], test.Groups.Select(group => group.Count));
    }

    [Fact]
    public void Test_WithRhoOne_IsPetosOfRSurvdiff() => Near.Relative(14.4571508187171, LogRank.Test(Weeks, Relapsed, Arm, 2, rho: 1)!.ChiSquared);

    // survdiff of R on survival::aml (R. G. Miller, 1981): χ² = 3.39639, p = 0.06534.
    [Fact]
    public void Test_OfMaintainedChemotherapy_IsThatOfRSurvdiff()
    {
        double[] times = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45];
        bool[] events = [.. "11011011010" .Select(e => e == '1'), .. "111110111111".Select(e => e == '1')];
        int[] groups = [.. Enumerable.Repeat(0, 11), .. Enumerable.Repeat(1, 12)];
        LogRankTest test = LogRank.Test(times, events, groups, 2)!;
        Assert.Equal(3.39639, test.ChiSquared, 5e-6);
        Assert.Equal(0.06534, test.PValue, 5e-6);
    }

    [Property(MaxTest = 500)]
    public void Test_IsThatOfTheDefinition(int seed)
    {
        var random = new Random(seed);
        int groupCount = random.Next(1, 6), n = random.Next(0, 50);
        double rho = random.Next(3) / 2.0;
        double[] times = [.. Enumerable.Range(0, n).Select(_ => random.Next(12) / 2.0)];
        bool[] events = [.. times.Select(_ => random.Next(3) > 0)];
        int[] groups = [.. times.Select(_ => random.Next(groupCount))];
        LogRankTest? test = LogRank.Test(times, events, groups, groupCount, rho);
        double? naive = Naive(times, events, groups, rho);
        if (naive is { } expected)
            Assert.Equal(expected, test!.ChiSquared, 1e-8 * Math.Max(1, expected));
        else
            Assert.Null(test);
    }

    [Property]
    public void Test_OfGroupsRenumbered_IsTheSame(int seed)
    {
        var random = new Random(seed);
        double[] times = [.. Enumerable.Range(0, 40).Select(_ => random.Next(20) / 2.0)];
        bool[] events = [.. times.Select(_ => random.Next(3) > 0)];
        int[] groups = [.. times.Select(_ => random.Next(4))];
        LogRankTest one = LogRank.Test(times, events, groups, 4)!, other = LogRank.Test(times, events, [.. groups.Select(g => 5 - g)], 9)!;
        Assert.Equal(one.ChiSquared, other.ChiSquared, 1e-9 * (1 + one.ChiSquared));
        Assert.Equal(one.DegreesOfFreedom, other.DegreesOfFreedom);
        Assert.Equal(one.Groups.Sum(g => g.Observed), one.Groups.Sum(g => g.Expected), 1e-9);
    }

    [Fact]
    public void Test_OfNothingToCompare_IsNull()
    {
        Assert.Null(LogRank.Test([], [], [], 0));
        Assert.Null(LogRank.Test([1, 2], [true, true], [0, 0], 2));
        Assert.Null(LogRank.Test([1, 2], [false, false], [0, 1], 2));
        Assert.Null(LogRank.Test([1, 1], [true, true], [0, 1], 2));
    }

    [Fact]
    public void Test_OfAMistake_NamesIt()
    {
        Assert.Throws<ArgumentException>("durations", () => LogRank.Test([-1], [true], [0], 1));
        Assert.Throws<ArgumentException>("events", () => LogRank.Test([1], [], [0], 1));
        Assert.Throws<ArgumentException>("groups", () => LogRank.Test([1], [true], [], 1));
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => LogRank.Test([1], [true], [1], 1));
        Assert.Throws<ArgumentOutOfRangeException>("rho", () => LogRank.Test([1], [true], [0], 1, -1));
    }

    // The textbook sums over all groups, with the pseudo-inverse of the whole variance.
    private static double? Naive(double[] times, bool[] events, int[] groups, double rho)
    {
        int[] present = [.. groups.Distinct().Order()];
        int k = present.Length;
        if (k < 2)
            return null;
        Vector<double> excess = Vector<double>.Build.Dense(k);
        Matrix<double> variance = Matrix<double>.Build.Dense(k, k);
        double survival = 1;
        foreach (double time in times.Where((_, i) => events[i]).Distinct().Order())
        {
            double n = times.Count(t => t >= time), d = times.Where((t, i) => t == time && events[i]).Count(), weight = Math.Pow(survival, rho);
            Vector<double> atRisk = Vector<double>.Build.Dense(k, g => times.Where((t, i) => t >= time && groups[i] == present[g]).Count());
            Vector<double> died = Vector<double>.Build.Dense(k, g => times.Where((t, i) => t == time && events[i] && groups[i] == present[g]).Count());
            excess += weight * (died - atRisk * d / n);
            if (n > 1)
                variance += weight * weight * d * (n - d) / (n - 1) * (Matrix<double>.Build.DenseOfDiagonalVector(atRisk / n) - (atRisk / n).OuterProduct(atRisk / n));
            survival *= 1 - d / n;
        }

        if (excess.Count == 0 || variance.FrobeniusNorm() < 1e-12)
            return null;
        return excess * (variance.PseudoInverse() * excess);
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class OddsRatioTests
{
    // The Physicians' Health Study: heart attacks under placebo and under aspirin; mpmath, and to their digits A. Agresti's books.
    [Fact]
    public void Of_WithAllFourCounts_IsWoolfs()
    {
        RatioEstimate estimate = OddsRatio.Of(new(189, 11_034), new(104, 11_037));
        Check(estimate, 1.8320539419087137, 1.4400423918486225, 2.3307797500006404, RatioIntervalMethod.Logarithm);
        Assert.False(estimate.IsOneSided);
    }

    // By hand, z = 1.959964: ratio (3 / 1) / (1 / 3) = 9, exp(ln 9 ± z √(1/3 + 1 + 1 + 1/3)).
    [Fact]
    public void Of_ThreeOfFourAgainstOneOfFour_IsThatByHand()
    {
        RatioEstimate estimate = OddsRatio.Of(new(3, 4), new(1, 4));
        Near.Relative(9, estimate.Value, 1e-15);
        Near.Relative(9 / 24.54744, estimate.Lower, 1e-5);
        Near.Relative(9 * 24.54744, estimate.Upper, 1e-5);
    }

    // fisher.test of R 4.2.2, whose own search for a bound stops at a probability's fourth digit.
    [Theory]
    [InlineData(56, 70, 48, 80, 1.20911815005875, 6.04056145383803)]
    [InlineData(9, 10, 3, 10, 1.3871270224585, 1039.29096760222)]
    [InlineData(10, 10, 0, 20, 23.3634569077797, null)]
    [InlineData(5, 56, 0, 29, 0.483270710149347, null)]
    [InlineData(12, 40, 25, 50, 0.16156461624249, 1.11415193151818)]
    [InlineData(3, 4, 1, 4, 0.211732915305503, 621.933750545417)]
    public void Exact_IsThatOfRFisherTest(long x1, long n1, long x2, long n2, double lower, double? upper)
    {
        RatioEstimate estimate = OddsRatio.Exact(new(x1, n1), new(x2, n2));
        Near.Relative(lower, estimate.Lower, 1e-2);
        if (upper is { } bound)
            Near.Relative(bound, estimate.Upper, 1e-2);
        else
            Assert.Null(estimate.Upper);
    }

    // The same bounds by mpmath, 40 digits, from the sums over all tables.
    [Theory]
    [InlineData(56, 70, 48, 80, 1.2091154789241256, 6.0398730131334436)]
    [InlineData(9, 10, 3, 10, 1.3871135379434164, 1047.839981703822)]
    [InlineData(12, 40, 25, 50, 0.16156346594695495, 1.114176452035092)]
    [InlineData(3, 4, 1, 4, 0.21173559544657857, 626.24353058881404)]
    public void Exact_IsThatOfMpmath(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        double ratio = x1 * (double)(n2 - x2) / (x2 * (double)(n1 - x1));
        Check(OddsRatio.Exact(new(x1, n1), new(x2, n2)), ratio, lower, upper, RatioIntervalMethod.ConditionalExact);
        Check(OddsRatio.Exact(new(x2, n2), new(x1, n1)), 1 / ratio, 1 / upper, 1 / lower, RatioIntervalMethod.ConditionalExact);
    }

    [Theory]
    [InlineData(10, 10, 0, 20, 23.358071647209743)]
    [InlineData(5, 56, 0, 29, 0.48327150104200475)]
    public void Of_WhereTheReferenceHasNoHits_IsBoundedBelow(long x1, long n1, long x2, long n2, double lower)
    {
        RatioEstimate estimate = OddsRatio.Of(new(x1, n1), new(x2, n2));
        Check(estimate, null, lower, null, RatioIntervalMethod.ConditionalExact);
        Assert.True(estimate.IsOneSided);
        Check(OddsRatio.Of(new(x2, n2), new(x1, n1)), 0, 0, 1 / lower, RatioIntervalMethod.ConditionalExact);
        Check(OddsRatio.Of(new(n2 - x2, n2), new(n1 - x1, n1)), null, lower, null, RatioIntervalMethod.ConditionalExact);
    }

    // By hand: given 1 hit among 1 and 1, P = ψ / (1 + ψ) = 0.025 at 1/39.
    [Fact]
    public void Of_OneOfOneAgainstNoneOfOne_IsThatByHand() =>
        Check(OddsRatio.Of(new(1, 1), new(0, 1)), null, 1 / 39.0, null, RatioIntervalMethod.ConditionalExact);

    [Theory]
    [InlineData(0, 10, 0, 20)]
    [InlineData(10, 10, 20, 20)]
    [InlineData(0, 0, 5, 20)]
    [InlineData(5, 20, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Of_CountsThatSayNothing_HasNoBounds(long x1, long n1, long x2, long n2)
    {
        foreach (RatioEstimate estimate in new[] { OddsRatio.Of(new(x1, n1), new(x2, n2)), OddsRatio.Exact(new(x1, n1), new(x2, n2)) })
        {
            Check(estimate, null, null, null, RatioIntervalMethod.None);
            Assert.False(estimate.IsOneSided);
            Assert.Equal("undefined", estimate.ToString());
        }
    }

    [Property(MaxTest = 200)]
    public Property Exact_AtItsEnds_LeavesHalfOfAlphaBeyond() => Prop.ForAll(RelativeRiskTests.Tables, table =>
    {
        RatioEstimate estimate = OddsRatio.Exact(table.First, table.Second, 0.9);
        int x = (int)table.First.Numerator;
        if (estimate.Lower is > 0 and { } lower)
            Near.Relative(0.05, Tables(table, lower).Where(t => t.Hits >= x).Sum(t => t.Probability), 1e-9);
        if (estimate.Upper is { } upper)
            Near.Relative(0.05, Tables(table, upper).Where(t => t.Hits <= x).Sum(t => t.Probability), 1e-9);
    });

    [Property(MaxTest = 200)]
    public Property Of_HoldsTheRatio() => Prop.ForAll(RelativeRiskTests.Tables, table =>
    {
        RatioEstimate estimate = OddsRatio.Of(table.First, table.Second);
        Assert.True(estimate.Lower is null || estimate.Value is null || estimate.Lower <= estimate.Value);
        Assert.True(estimate.Upper is null || estimate.Value is null || estimate.Upper >= estimate.Value);
    });

    [Fact]
    public void Exact_OfLargeGroups_IsNearWoolfs()
    {
        RatioEstimate exact = OddsRatio.Exact(new(300_000, 1_000_000), new(200_000, 1_000_000)), woolf = OddsRatio.Of(new(300_000, 1_000_000), new(200_000, 1_000_000));
        Near.Relative(woolf.Lower!.Value, exact.Lower, 1e-4);
        Near.Relative(woolf.Upper!.Value, exact.Upper, 1e-4);
    }

    [Fact]
    public void ToString_SaysWhatIsOpen()
    {
        Assert.Equal("infinity (95 % CI 0.0256 to infinity)", OddsRatio.Of(new(1, 1), new(0, 1)).ToString());
        Assert.Equal("0 (95 % CI 0 to 39)", OddsRatio.Of(new(0, 1), new(1, 1)).ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void All_OfALevelThatIsNone_Throw(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => OddsRatio.Of(new(1, 2), new(1, 2), level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => OddsRatio.Exact(new(1, 2), new(1, 2), level));
    }

    private static void Check(RatioEstimate estimate, double? value, double? lower, double? upper, RatioIntervalMethod method) =>
        RelativeRiskTests.Check(estimate, value, lower, upper, method);

    private static IEnumerable<(int Hits, double Probability)> Tables(RelativeRiskTests.Table table, double oddsRatio)
    {
        int n1 = (int)table.First.Denominator, n2 = (int)table.Second.Denominator, hits = (int)(table.First.Numerator + table.Second.Numerator);
        int[] possible = [.. Enumerable.Range(0, n1 + 1).Where(k => hits - k >= 0 && hits - k <= n2)];
        double[] logs = [.. possible.Select(k => Choose(n1, k) + Choose(n2, hits - k) + k * Math.Log(oddsRatio))];
        double most = logs.Max(), sum = logs.Sum(log => Math.Exp(log - most));
        return possible.Zip(logs, (k, log) => (k, Math.Exp(log - most) / sum));
    }

    private static double Choose(int n, int k) => MathNet.Numerics.SpecialFunctions.BinomialLn(n, k);
}

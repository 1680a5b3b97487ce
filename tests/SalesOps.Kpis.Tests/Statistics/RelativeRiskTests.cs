using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class RelativeRiskTests
{
    internal static Arbitrary<Table> Tables => (
        from n1 in Gen.Choose(1, 60)
        from x1 in Gen.Choose(0, n1)
        from n2 in Gen.Choose(1, 60)
        from x2 in Gen.Choose(0, n2)
        select new Table(new(x1, n1), new(x2, n2))).ToArbitrary();

    // The Physicians' Health Study: heart attacks under placebo and under aspirin; mpmath, and to their digits A. Agresti's books.
    [Fact]
    public void Of_WithHitsInBoth_IsKatzs() =>
        Check(RelativeRisk.Of(new(189, 11_034), new(104, 11_037)), 1.8178017944535073, 1.4330309030505628, 2.3058842324224458, RatioIntervalMethod.Logarithm);

    // P. A. R. Koopman's own example, 36 of 40 against 16 of 80: 2.94 to 7.15.
    [Fact]
    public void Koopman_IsThatOfHisPaper()
    {
        RatioEstimate estimate = RelativeRisk.Koopman(new(36, 40), new(16, 80));
        Assert.Equal(2.94, estimate.Lower!.Value, 0.005);
        Assert.Equal(7.15, estimate.Upper!.Value, 0.005);
    }

    // mpmath, 40 digits, with the most likely pair of rates found by search rather than from the closed form.
    [Theory]
    [InlineData(36, 40, 16, 80, 2.9395691922149939, 7.1522234348660296)]
    [InlineData(3, 20, 7, 50, 0.31825321588520695, 3.3436937935533965)]
    [InlineData(10, 10, 4, 12, 1.6410178014989811, 7.2400763140216134)]
    [InlineData(5, 5, 8, 8, 0.56551753521682518, 1.4801823525867657)]
    public void Koopman_IsThatOfMpmath(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        double ratio = (double)x1 / n1 / ((double)x2 / n2);
        Check(RelativeRisk.Koopman(new(x1, n1), new(x2, n2)), ratio, lower, upper, RatioIntervalMethod.Score);
        Check(RelativeRisk.Koopman(new(x2, n2), new(x1, n1)), 1 / ratio, 1 / upper, 1 / lower, RatioIntervalMethod.Score);
    }

    [Theory]
    [InlineData(5, 56, 0, 29, 0.72568888359361829)]
    [InlineData(10, 10, 0, 20, 6.2063554325401134)]
    public void Of_WhereTheReferenceHasNoHits_IsBoundedBelow(long x1, long n1, long x2, long n2, double lower)
    {
        RatioEstimate estimate = RelativeRisk.Of(new(x1, n1), new(x2, n2));
        Check(estimate, null, lower, null, RatioIntervalMethod.Score);
        Assert.True(estimate.IsOneSided);
        Check(RelativeRisk.Of(new(x2, n2), new(x1, n1)), 0, 0, 1 / lower, RatioIntervalMethod.Score);
    }

    [Fact]
    public void Of_WhereAllOfBothHit_IsKoopmans() =>
        Check(RelativeRisk.Of(new(5, 5), new(8, 8)), 1, 0.56551753521682518, 1.4801823525867657, RatioIntervalMethod.Score);

    [Theory]
    [InlineData(0, 10, 0, 20)]
    [InlineData(0, 0, 5, 20)]
    [InlineData(5, 20, 0, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Of_CountsThatSayNothing_HasNoBounds(long x1, long n1, long x2, long n2)
    {
        RatioEstimate estimate = RelativeRisk.Of(new(x1, n1), new(x2, n2));
        Check(estimate, null, null, null, RatioIntervalMethod.None);
        Assert.False(estimate.IsOneSided);
    }

    [Property(MaxTest = 300)]
    public Property All_HoldTheRatio_AndTurnWithTheGroups() => Prop.ForAll(Tables, table =>
    {
        foreach (Func<Proportion, Proportion, RatioEstimate> ratio in new Func<Proportion, Proportion, RatioEstimate>[]
        {
            (a, b) => RelativeRisk.Of(a, b), (a, b) => RelativeRisk.Koopman(a, b),
        })
        {
            RatioEstimate estimate = ratio(table.First, table.Second), turned = ratio(table.Second, table.First);
            Assert.True(estimate.Lower is null || estimate.Value is null || estimate.Lower <= estimate.Value);
            Assert.True(estimate.Upper is null || estimate.Value is null || estimate.Upper >= estimate.Value);
            if (estimate.Lower > 0)
                Near.Relative(1 / estimate.Lower.Value, turned.Upper, 1e-9);
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void All_OfALevelThatIsNone_Throw(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => RelativeRisk.Of(new(1, 2), new(1, 2), level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => RelativeRisk.Koopman(new(1, 2), new(1, 2), level));
    }

    internal static void Check(RatioEstimate estimate, double? value, double? lower, double? upper, RatioIntervalMethod method)
    {
        Check(value, estimate.Value);
        Check(lower, estimate.Lower);
        Check(upper, estimate.Upper);
        Assert.Equal(method, estimate.Method);
        Assert.Equal(0.95, estimate.Level);
    }

    private static void Check(double? expected, double? actual)
    {
        if (expected is { } value)
            Near.Relative(value, actual, 1e-12);
        else
            Assert.Null(actual);
    }

    internal sealed record Table(Proportion First, Proportion Second);
}

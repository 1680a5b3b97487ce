using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class PoissonIntervalsTests
{
    // poisson.test of R 4.2.2.
    [Theory]
    [InlineData(0, 120, 0, 0.0307406621176161)]
    [InlineData(1, 8.05, 0.00314506931481862, 0.69212961378123)]
    [InlineData(2, 8.476, 0.0285758941179761, 0.852369946640391)]
    [InlineData(12, 340, 0.0182369856138889, 0.0616517207299322)]
    public void ExactRate_IsThatOfRPoissonTest(long events, double exposure, double lower, double upper)
    {
        ConfidenceInterval interval = PoissonIntervals.ExactRate(events, exposure), count = PoissonIntervals.Exact(events);
        Near.Interval(lower, upper, interval);
        Near.Interval(lower * exposure, upper * exposure, count);
    }

    // The quantiles of the gamma distribution by mpmath, 25 digits.
    [Theory]
    [InlineData(1_000, 938.9730184076952, 1063.952136016302)]
    [InlineData(100_000, 99381.15266374473, 100621.7447397439)]
    public void Exact_OfManyEvents_IsThatOfMpmath(long events, double lower, double upper) =>
        Near.Interval(lower, upper, PoissonIntervals.Exact(events), 1e-11);

    // What the bounds are by definition: the expectations at which so many events or more, or so many or fewer, have probability α/2.
    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(2, 0.5)]
    [InlineData(7, 0.9)]
    [InlineData(40, 0.99)]
    [InlineData(160, 0.999)]
    public void Exact_AtItsEnds_LeavesHalfOfAlphaBeyond(int events, double level)
    {
        ConfidenceInterval interval = PoissonIntervals.Exact(events, level);
        double below = Enumerable.Range(0, events).Sum(k => Poisson(k, interval.Lower));
        double upTo = Enumerable.Range(0, events + 1).Sum(k => Poisson(k, interval.Upper));
        Assert.Equal((1 - level) / 2, 1 - below, 1e-11);
        Near.Relative((1 - level) / 2, upTo, 1e-10);
        Assert.InRange(events, interval.Lower, interval.Upper);
    }

    [Fact]
    public void Exact_OfBillions_HoldsTheCount()
    {
        foreach (long events in new[] { 1_000_000, 1_000_000_000, 1_000_000_000_000 })
        {
            ConfidenceInterval interval = PoissonIntervals.Exact(events);
            double normal = 1.959964 * Math.Sqrt(events);
            Assert.Equal(events - normal, interval.Lower, 0.01 * normal);
            Assert.Equal(events + normal, interval.Upper, 0.01 * normal);
        }
    }

    [Fact]
    public void ExactRate_OfAMistake_NamesIt()
    {
        Assert.Throws<ArgumentOutOfRangeException>("events", () => PoissonIntervals.Exact(-1));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => PoissonIntervals.ExactRate(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => PoissonIntervals.ExactRate(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => PoissonIntervals.ExactRate(1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => PoissonIntervals.Exact(1, 1));
    }

    private static double Poisson(int k, double mean) => MathNet.Numerics.Distributions.Poisson.PMF(mean, k);
}

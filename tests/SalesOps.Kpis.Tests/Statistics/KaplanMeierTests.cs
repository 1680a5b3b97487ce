using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

/// <summary>Survival curves against R 4.2.2 with survival 3.5-3, on published data.</summary>
public class KaplanMeierTests
{
    private static readonly SurvivalCurve SixMp = Estimate(SurvivalSamples.SixMp), Placebo = Estimate(SurvivalSamples.Placebo);

    [Theory]
    [InlineData(6, 21, 3, 0.857142857142857, 0.0763603548321213, 0.7074793118252, 1.0, 0.71981708391627, 1.0, 0.619717955265984, 0.951551747646997)]
    [InlineData(7, 17, 1, 0.80672268907563, 0.0869352851800572, 0.636332661136999, 0.977112717014261, 0.653124218462171, 0.996443675908659, 0.563146564622233, 0.92280901920288)]
    [InlineData(10, 15, 1, 0.752941176470588, 0.0963496529943205, 0.564099326678788, 0.941783026262388, 0.585918982029694, 0.967574754552297, 0.503199510799957, 0.889361835169265)]
    [InlineData(13, 12, 1, 0.690196078431372, 0.1068147077750098, 0.480843098173183, 0.899549058689562, 0.50961309910178, 0.93476919553613, 0.431610222486184, 0.849065963349451)]
    [InlineData(16, 11, 1, 0.627450980392157, 0.1140538652567525, 0.403909512191338, 0.850992448592976, 0.439393924968767, 0.895994938535082, 0.367510855987502, 0.804912189471841)]
    [InlineData(22, 7, 1, 0.53781512605042, 0.128233751693034, 0.286481591129621, 0.789148660971219, 0.337036616157685, 0.858200848044665, 0.267778936767135, 0.746790717635394)]
    [InlineData(23, 6, 1, 0.448179271708683, 0.1345914567557604, 0.184384863840613, 0.711973679576754, 0.24878822681766, 0.807372045529077, 0.188052005959232, 0.680142628495241)]
    public void Estimate_OfRemissionUnder6Mp_IsThatOfRSurvfit(
        double time, int atRisk, int events, double survival, double error,
        double plainLower, double plainUpper, double logLower, double logUpper, double logLogLower, double logLogUpper)
    {
        SurvivalPoint point = Assert.Single(SixMp.Points, point => point.Time == time);
        Assert.Equal((atRisk, events), (point.AtRisk, point.Events));
        Near.Relative(survival, point.Survival, 3e-15);
        Near.Relative(error, point.StandardError, 1e-14 * 100);
        Near.Interval(plainLower, plainUpper, point.ConfidenceInterval(method: SurvivalIntervalMethod.Plain));
        Near.Interval(logLower, logUpper, point.ConfidenceInterval(method: SurvivalIntervalMethod.Log));
        Near.Interval(logLogLower, logLogUpper, point.ConfidenceInterval());
    }

    [Fact]
    public void Estimate_OfRemissionUnder6Mp_FallsOnlyAtTheEventsOfR()
    {
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], SixMp.Points.Where(point => point.Events > 0).Select(point => point.Time));
        Assert.Equal(SurvivalSamples.SixMp.Times.Distinct(), SixMp.Points.Select(point => point.Time));
        Assert.Equal(21, SixMp.Points.Sum(point => point.Events + point.Censored));
        Assert.Equal(21, SixMp.Count);
    }

    [Fact]
    public void Median_OfRemission_IsThatOfR()
    {
        Assert.Equal(23, SixMp.Median);
        Assert.Equal(8, Placebo.Median);
        Check(SixMp, SurvivalIntervalMethod.Log, 23, 16, null);
        Check(SixMp, SurvivalIntervalMethod.LogLog, 23, 13, null);
        Check(SixMp, SurvivalIntervalMethod.Plain, 23, 13, null);
        Check(Placebo, SurvivalIntervalMethod.Log, 8, 4, 12);
        Check(Placebo, SurvivalIntervalMethod.LogLog, 8, 4, 11);
        Check(Placebo, SurvivalIntervalMethod.Plain, 8, 4, 11);

        static void Check(SurvivalCurve curve, SurvivalIntervalMethod method, double time, double? lower, double? upper)
        {
            SurvivalQuantile median = curve.Quantile(0.5, 0.95, method);
            Assert.Equal((time, lower, upper), (median.Time, median.Lower, median.Upper));
        }
    }

    [Theory]
    [InlineData(20, 16.1165266106443, 1.25156019600505, 8.42857142857143, 1.26808268250392)]
    [InlineData(35, 23.2873949579832, 2.82746762337144, 8.66666666666667, 1.37739004126455)]
    public void RestrictedMean_OfRemission_IsThatOfR(double horizon, double sixMp, double sixMpError, double placebo, double placeboError)
    {
        RestrictedMean one = SixMp.RestrictedMean(horizon)!.Value, other = Placebo.RestrictedMean(horizon)!.Value;
        Near.Relative(sixMp, one.Mean);
        Near.Relative(sixMpError, one.StandardError);
        Near.Relative(placebo, other.Mean);
        Near.Relative(placeboError, other.StandardError);
    }

    // By R, with entries: at risk when the entry lies before the time.
    [Fact]
    public void Estimate_WithLateEntries_IsThatOfR()
    {
        double[] entries = [0, 0, 2, 3, 5, 0, 1], durations = [4, 6, 7, 8, 9, 10, 3];
        bool[] events = [true, false, true, true, false, true, true];
        (double Time, int AtRisk, int Events, double Survival)[] expected = [(3, 5, 1, 0.8), (4, 5, 1, 0.64), (6, 5, 0, 0.64), (7, 4, 1, 0.48), (8, 3, 1, 0.32), (9, 2, 0, 0.32), (10, 1, 1, 0.0)];
        IReadOnlyList<SurvivalPoint> points = KaplanMeier.Estimate(entries, durations, events).Points;
        Assert.Equal(expected.Select(e => (e.Time, e.AtRisk, e.Events)), points.Select(p => (p.Time, p.AtRisk, p.Events)));
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i].Survival, points[i].Survival, 1e-15);
    }

    [Fact]
    public void Estimate_WhereAllAreCensored_StaysAtOne()
    {
        SurvivalCurve curve = KaplanMeier.Estimate([5, 6, 7], [false, false, false]);
        Assert.All(curve.Points, point => Assert.Equal(1, point.Survival));
        Assert.All(curve.Points, point => Assert.Null(point.ConfidenceInterval()));
        Assert.Null(curve.Median);
        Assert.Equal(1, curve.SurvivalAt(7));
        Assert.Null(curve.SurvivalAt(7.5));
    }

    // R gives the middle of the flat piece; lifelines its beginning, 2.
    [Fact]
    public void Median_WhereHalfIsLeftForAWhile_IsTheMiddleAsInR()
    {
        Assert.Equal(3, KaplanMeier.Estimate([1, 2, 3, 4], [true, true, false, false]).Median);
        Assert.Equal(2.5, KaplanMeier.Estimate([1, 2, 3, 4], [true, true, true, true]).Median);
        Assert.Equal(2, KaplanMeier.Estimate([1, 2, 3], [true, true, true]).Median);
    }

    [Property(MaxTest = 500)]
    public void Estimate_WithoutCensoring_IsTheShareThatIsLeft(byte[] whole)
    {
        double[] durations = [.. whole.Select(v => v / 2.0)];
        SurvivalCurve curve = KaplanMeier.Estimate(durations, [.. whole.Select(_ => true)]);
        foreach (SurvivalPoint point in curve.Points)
            Assert.Equal((double)durations.Count(d => d > point.Time) / durations.Length, point.Survival, 1e-13);
        Assert.Equal(Quantiles.Median(durations), curve.Median);
    }

    [Property(MaxTest = 500)]
    public void Estimate_IsTheProductOfTheDefinition(byte[] whole, int seed)
    {
        var random = new Random(seed);
        double[] exits = [.. whole.Select(v => 1 + v % 20 / 2.0)], entries = [.. exits.Select(e => random.Next(3) == 0 ? e * random.NextDouble() : 0)];
        bool[] events = [.. whole.Select(_ => random.Next(2) == 0)];
        SurvivalCurve curve = KaplanMeier.Estimate(entries, exits, events);
        Assert.Equal(exits.Distinct().Order(), curve.Points.Select(p => p.Time));
        double survival = 1, greenwood = 0;
        foreach (SurvivalPoint point in curve.Points)
        {
            double n = exits.Where((e, i) => entries[i] < point.Time && e >= point.Time).Count();
            double d = exits.Where((e, i) => e == point.Time && events[i]).Count();
            survival *= 1 - d / n;
            greenwood += d / (n * (n - d));
            Assert.Equal(survival, point.Survival, 1e-12);
            Assert.Equal((n, d), (point.AtRisk, point.Events));
            if (survival > 0)
                Assert.Equal(survival * Math.Sqrt(greenwood), point.StandardError!.Value, 1e-12);
            else
                Assert.Null(point.StandardError);
            Assert.Equal(point.Survival, curve.SurvivalAt(point.Time));
        }
    }

    [Property]
    public void ConfidenceInterval_HoldsTheSurvivalWithinAllAndNone(byte[] whole)
    {
        SurvivalCurve curve = KaplanMeier.Estimate([.. whole.Select(v => v / 4.0)], [.. whole.Select(v => v % 3 > 0)]);
        foreach (SurvivalPoint point in curve.Points)
        {
            foreach (SurvivalIntervalMethod method in Enum.GetValues<SurvivalIntervalMethod>())
            {
                if (point.ConfidenceInterval(0.9, method) is not { } interval)
                    continue;
                Assert.InRange(interval.Lower, 0, point.Survival);
                Assert.InRange(interval.Upper, point.Survival, 1);
            }
        }
    }

    [Fact]
    public void SurvivalAt_BetweenTheTimes_IsThatOfTheStepBefore()
    {
        Assert.Equal(1, SixMp.SurvivalAt(5.9));
        Near.Relative(0.857142857142857, SixMp.SurvivalAt(6.5), 1e-14);
        Assert.NotNull(SixMp.SurvivalAt(35));
        Assert.Null(SixMp.SurvivalAt(36));
        Assert.Equal(0, Placebo.SurvivalAt(100));
        Assert.Null(SixMp.SurvivalAt(double.NaN));
    }

    [Fact]
    public void Estimate_OfNothing_IsACurveWithoutPoints()
    {
        SurvivalCurve curve = KaplanMeier.Estimate([], []);
        Assert.Empty(curve.Points);
        Assert.Null(curve.Median);
        Assert.Null(curve.SurvivalAt(0));
        Assert.Null(curve.RestrictedMean(1));
    }

    [Fact]
    public void All_OfAMistake_NameIt()
    {
        Assert.Contains("index 1", Assert.Throws<ArgumentException>("durations", () => KaplanMeier.Estimate([1, double.NaN], [true, true])).Message);
        Assert.Contains("index 0", Assert.Throws<ArgumentException>("durations", () => KaplanMeier.Estimate([-1, 2], [true, true])).Message);
        Assert.Throws<ArgumentException>("events", () => KaplanMeier.Estimate([1, 2], [true]));
        Assert.Contains("index 1", Assert.Throws<ArgumentException>("durations", () => KaplanMeier.Estimate([0, 2], [1, 2], [true, true])).Message);
        Assert.Throws<ArgumentException>("entries", () => KaplanMeier.Estimate([-1], [1], [true]));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => SixMp.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => SixMp.Quantile(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => SixMp.Points[3].ConfidenceInterval(0.9, (SurvivalIntervalMethod)9));
        Assert.Throws<ArgumentOutOfRangeException>("horizon", () => SixMp.RestrictedMean(0));
    }

    private static SurvivalCurve Estimate(SurvivalSamples.Sample sample) => KaplanMeier.Estimate(sample.Times, sample.Events);
}

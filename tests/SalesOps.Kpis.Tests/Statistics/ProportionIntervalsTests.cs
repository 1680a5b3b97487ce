using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class ProportionIntervalsTests
{
    // prop.test, binom.test and qbeta of R 4.2.2, which agree with Newcombe 1998 on his rows.
    [Theory]
    [InlineData(81, 263, 0.255288519878274, 0.3662095769828, 0.252736745585271, 0.367621922601351, 0.254521934991023, 0.365647499174082)]
    [InlineData(15, 148, 0.0623863995307363, 0.160487241723308, 0.0578440100834486, 0.161650490349479, 0.0604485170092964, 0.157643143478741)]
    [InlineData(0, 20, 0, 0.161125158052819, 0, 0.168433470983085, 0, 0.116638982904875)]
    [InlineData(1, 29, 0.00611321429276266, 0.171755218793203, 0.000872646883579923, 0.177644295488723, 0.00374617364905708, 0.150077686002232)]
    [InlineData(0, 1, 0, 0.793450685622763, 0, 0.975, 0, 0.853253683690425)]
    [InlineData(1, 1, 0.206549314377238, 1, 0.025, 1, 0.146746316309575, 1)]
    [InlineData(5, 10, 0.236593090512564, 0.763406909487436, 0.187086028447399, 0.812913971552601, 0.223528670252705, 0.776471329747295)]
    [InlineData(10, 10, 0.722467200137111, 1, 0.691502892181239, 1, 0.782803732490789, 1)]
    [InlineData(29, 30, 0.833296090085908, 0.994091409618387, 0.827830544366587, 0.99915642907337, 0.85458222264598, 0.996379535626208)]
    [InlineData(3, 7, 0.15821985525147, 0.749541635472343, 0.0989882784425079, 0.815948432359917, 0.13886421910489, 0.765498750747906)]
    [InlineData(450, 1000, 0.419415384074297, 0.480967291774259, 0.418851709679951, 0.481443466623407, 0.419347142417224, 0.48094182035837)]
    [InlineData(38, 38, 0.908190131774416, 1, 0.907487238584122, 1, 0.93644174502978, 1)]
    [InlineData(0, 77, 0, 0.0475184252824341, 0, 0.0467780681604041, 0, 0.0319936262649118)]
    [InlineData(3, 50, 0.020614970348974, 0.162170916888382, 0.0125485878353341, 0.165481946603773, 0.0171866490711511, 0.15153256302766)]
    [InlineData(20, 20, 0.838874841947181, 1.0, 0.831566529016915, 1, 0.883361017095125, 1)]
    public void Intervals_AreThoseOfR(long x, long n, double wilsonLower, double wilsonUpper, double exactLower, double exactUpper, double jeffreysLower, double jeffreysUpper)
    {
        var proportion = new Proportion(x, n);
        Near.Interval(wilsonLower, wilsonUpper, ProportionIntervals.Wilson(proportion));
        Near.Interval(exactLower, exactUpper, ProportionIntervals.ClopperPearson(proportion));
        Near.Interval(jeffreysLower, jeffreysUpper, ProportionIntervals.Jeffreys(proportion));
    }

    // proportion_confint of statsmodels 0.13.5: wilson, beta, jeffreys. It gives 1.0000000000000002 for Wilson at 38 of 38,
    // and doesn't set Jeffreys' ends at no and at all hits: left out here.
    [Theory]
    [InlineData(81, 263, 0.2552885198782742, 0.36620957698280004, 0.2527367455852713, 0.3676219226013513, 0.2545219349910236, 0.3656474991740823)]
    [InlineData(15, 148, 0.06238639953073628, 0.16048724172330803, 0.05784401008344857, 0.161650490349479, 0.06044851700929642, 0.15764314347874112)]
    [InlineData(0, 20, 0.0, 0.1611251580528194, 0.0, 0.16843347098308534, 0, 0.11663898290487539)]
    [InlineData(1, 29, 0.006113214292762667, 0.17175521879320294, 0.000872646883579922, 0.17764429548872293, 0.0037461736490570752, 0.15007768600223173)]
    [InlineData(5, 10, 0.23659309051256394, 0.7634069094874361, 0.18708602844739855, 0.8129139715526015, 0.22352867025270523, 0.7764713297472947)]
    [InlineData(10, 10, 0.7224672001371106, 1.0, 0.6915028921812392, 1.0, 0.7828037324907895, 1)]
    [InlineData(38, 38, 0.9081901317744162, 1.0, 0.9074872385841217, 1.0, 0.9364417450297795, 1)]
    public void Intervals_AreThoseOfStatsmodels(long x, long n, double wilsonLower, double wilsonUpper, double exactLower, double exactUpper, double jeffreysLower, double jeffreysUpper) =>
        Intervals_AreThoseOfR(x, n, wilsonLower, wilsonUpper, exactLower, exactUpper, jeffreysLower, jeffreysUpper);

    // R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.052431472402364815, 0.3338726540369059)]
    [InlineData(9, 10, 3, 10, 0.17052272393450302, 0.809017973535488)]
    [InlineData(6, 7, 2, 7, 0.058227927482312314, 0.8062496375242277)]
    [InlineData(5, 56, 0, 29, -0.03813714790353688, 0.1925600138551116)]
    [InlineData(0, 10, 0, 20, -0.16112515805281938, 0.2775327998628892)]
    [InlineData(0, 10, 0, 10, -0.2775327998628892, 0.2775327998628892)]
    [InlineData(10, 10, 0, 20, 0.6790860371419147, 1.0)]
    [InlineData(10, 10, 0, 10, 0.6075093504305242, 1.0)]
    public void NewcombeDifference_IsThatOfNewcombe(long x1, long n1, long x2, long n2, double lower, double upper)
    {
        Near.Interval(lower, upper, ProportionIntervals.NewcombeDifference(new(x1, n1), new(x2, n2)));
        Near.Interval(-upper, -lower, ProportionIntervals.NewcombeDifference(new(x2, n2), new(x1, n1)));
    }

    [Property(MaxTest = 500)]
    public Property Intervals_HoldTheProportionWithinAllAndNone() => Prop.ForAll(Counts, counts =>
    {
        var proportion = new Proportion(counts.X, counts.N);
        double p = proportion.Value!.Value;
        foreach (ConfidenceInterval? interval in All(proportion, counts.Level))
        {
            Assert.InRange(interval!.Value.Lower, 0, p);
            Assert.InRange(interval.Value.Upper, p, 1);
            Assert.Equal(counts.Level, interval.Value.Level);
        }
    });

    [Property(MaxTest = 500)]
    public Property Intervals_OfTheMisses_AreMirrored() => Prop.ForAll(Counts, counts =>
    {
        ConfidenceInterval?[] hits = All(new(counts.X, counts.N), counts.Level), misses = All(new(counts.N - counts.X, counts.N), counts.Level);
        for (int i = 0; i < hits.Length; i++)
        {
            Assert.Equal(1 - hits[i]!.Value.Upper, misses[i]!.Value.Lower, 1e-12);
            Assert.Equal(1 - hits[i]!.Value.Lower, misses[i]!.Value.Upper, 1e-12);
        }
    });

    [Property(MaxTest = 500)]
    public Property Intervals_OfAHigherLevel_AreWider() => Prop.ForAll(Counts, counts =>
    {
        ConfidenceInterval?[] narrow = All(new(counts.X, counts.N), counts.Level), wide = All(new(counts.X, counts.N), (1 + counts.Level) / 2);
        for (int i = 0; i < narrow.Length; i++)
        {
            Assert.True(wide[i]!.Value.Lower <= narrow[i]!.Value.Lower);
            Assert.True(wide[i]!.Value.Upper >= narrow[i]!.Value.Upper);
        }
    });

    // What the bounds are by definition: the rates at which the counts, or worse, have probability α/2.
    [Property(MaxTest = 300)]
    public Property ClopperPearson_AtItsEnds_LeavesHalfOfAlphaBeyond() => Prop.ForAll(Counts, counts =>
    {
        ConfidenceInterval interval = ProportionIntervals.ClopperPearson(new(counts.X, counts.N), counts.Level)!.Value;
        double tail = (1 - counts.Level) / 2;
        if (counts.X > 0)
            Near.Relative(tail, Enumerable.Range(counts.X, counts.N - counts.X + 1).Sum(k => Binomial(k, counts.N, interval.Lower)), 1e-9);
        if (counts.X < counts.N)
            Near.Relative(tail, Enumerable.Range(0, counts.X + 1).Sum(k => Binomial(k, counts.N, interval.Upper)), 1e-9);
    });

    // Few hits among many are as rare events of a Poisson count: 3 of a billion are between 0.619 and 8.767 billionths.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(50)]
    public void ClopperPearson_OfFewHitsAmongABillion_IsThatOfPoisson(long hits)
    {
        ConfidenceInterval interval = ProportionIntervals.ClopperPearson(new(hits, 1_000_000_000))!.Value, count = PoissonIntervals.Exact(hits);
        Near.Relative(count.Lower / 1e9, interval.Lower, 1e-7);
        Near.Relative(count.Upper / 1e9, interval.Upper, 1e-7);
    }

    [Property(MaxTest = 500)]
    public Property NewcombeDifference_HoldsTheDifference() => Prop.ForAll(Counts, Counts, (one, other) =>
    {
        var first = new Proportion(one.X, one.N);
        var second = new Proportion(other.X, other.N);
        double difference = first.Value!.Value - second.Value!.Value;
        ConfidenceInterval interval = ProportionIntervals.NewcombeDifference(first, second, one.Level)!.Value;
        Assert.InRange(interval.Lower, -1, difference);
        Assert.InRange(interval.Upper, difference, 1);
    });

    [Fact]
    public void Intervals_OfNothing_AreNull()
    {
        Assert.All(All(default, 0.95), interval => Assert.Null(interval));
        Assert.Null(ProportionIntervals.NewcombeDifference(default, new(1, 2)));
        Assert.Null(ProportionIntervals.NewcombeDifference(new(1, 2), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Intervals_OfALevelThatIsNone_Throw(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => ProportionIntervals.Wilson(default, level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => ProportionIntervals.ClopperPearson(default, level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => ProportionIntervals.Jeffreys(default, level));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(level), () => ProportionIntervals.NewcombeDifference(default, default, level));
    }

    [Fact]
    public void Wilson_IsWhatAProportionShows() =>
        Assert.Equal(ProportionIntervals.Wilson(new(90, 210), 0.9), new Proportion(90, 210).ConfidenceInterval(0.9));

    private static Arbitrary<Sample> Counts => (
        from n in Gen.Choose(1, 400)
        from x in Gen.Choose(0, n)
        from level in Gen.Elements(0.5, 0.8, 0.9, 0.95, 0.99, 0.999)
        select new Sample(x, n, level)).ToArbitrary();

    private static ConfidenceInterval?[] All(Proportion proportion, double level) =>
    [
        ProportionIntervals.Wilson(proportion, level),
        ProportionIntervals.ClopperPearson(proportion, level),
        ProportionIntervals.Jeffreys(proportion, level),
    ];

    private static double Binomial(int k, int n, double p) => MathNet.Numerics.Distributions.Binomial.PMF(p, n, k);

    private sealed record Sample(int X, int N, double Level);
}

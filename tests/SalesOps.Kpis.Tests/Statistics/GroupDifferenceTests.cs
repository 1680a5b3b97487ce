using System.Numerics;
using FsCheck.Xunit;
using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests.Statistics;

public class GroupDifferenceTests
{
    // The test of callers' own spans has references of its own.
    [Property(MaxTest = 200)]
    public void Ranks_AreThoseOfTheTestOverSpans(int seed)
    {
        var random = new Random(seed);
        int size = random.Next(3) switch { 0 => 20, 1 => 400, _ => 3_000 };
        long range = random.Next(3) switch { 0 => 6, 1 => 100_000, _ => 1L << 50 };
        long[][] groups = [.. Enumerable.Range(0, random.Next(2, 6)).Select(g => Enumerable.Range(0, random.Next(5, size)).Select(_ => random.NextInt64(range) - range / 3 + g).ToArray())];
        using var arena = new ValueArena();
        double[][] numbers = [.. groups.Select(group => group.Select(value => (double)value).ToArray())];
        KruskalWallisTest? expected = KruskalWallis.Test(numbers);
        GroupDifference? actual = GroupDifference.Between(Bags(arena, groups), significance: 2, limit: -2);
        Assert.Equal(expected is null, actual is null);
        if (expected is { } test)
        {
            Near.Relative(test.H, actual!.Value.Test.H, 1e-10);
            Assert.Equal((test.Count, test.Groups), (actual.Value.Test.Count, actual.Value.Test.Groups));
        }
    }

    // What is told without ranking: never that groups don't differ where their ranks say that they do.
    [Property(MaxTest = 100)]
    public void LimitWithoutRanking_IsAboveWhatTheRanksSay(int seed)
    {
        var random = new Random(seed);
        long range = random.Next(4) switch { 0 => 6, 1 => 1_000, 2 => 100_000_000, _ => 1L << 55 };
        double skew = random.Next(1, 8), shift = random.NextDouble() * random.Next(3);
        long[][] groups = [.. Enumerable.Range(0, random.Next(2, 9)).Select(g => Enumerable.Range(0, random.Next(5, 2_500))
            .Select(_ => (long)(range * Math.Pow(random.NextDouble(), skew) * (1 + g * shift / 10)) - range / 3).ToArray())];
        using var arena = new ValueArena();
        ValueBag[] bags = Bags(arena, groups);
        var rankSums = new long[bags.Length];
        KruskalWallisTest? limit = KruskalWallis.OfRankSums(rankSums, [.. groups.Select(group => group.Length)], CoarseRanks.Furthest(bags, rankSums));
        KruskalWallisTest exact = KruskalWallis.Test([.. groups.Select(group => group.Select(value => (double)value).ToArray())])!.Value;
        Assert.True(limit is null || limit.Value.H >= exact.H * (1 - 1e-12));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.3)]
    [InlineData(3.0)]
    public void ManyValues_AreJudgedByTheirRanks(double stretch)
    {
        var random = new Random(7);
        long[] Group(double by) => [.. Enumerable.Range(0, 4_000).Select(_ => (long)(random.Next(1_000_000) * by))];
        long[][] groups = [Group(1), Group(1), Group(stretch)];
        using var arena = new ValueArena();
        KruskalWallisTest exact = KruskalWallis.Test([.. groups.Select(group => group.Select(value => (double)value).ToArray())])!.Value;
        bool differ = exact.EtaSquared >= 0.06 && exact.PValue < 0.01;
        Assert.Equal(stretch > 2, differ);
        ValueBag[] bags = Bags(arena, groups);
        var rankSums = new long[groups.Length];
        KruskalWallisTest limit = KruskalWallis.OfRankSums(rankSums, [4_000, 4_000, 4_000], CoarseRanks.Furthest(bags, rankSums))!.Value;
        Assert.Equal(differ, limit.EtaSquared >= 0.06);                     // close enough to be of use
        GroupDifference? found = GroupDifference.Between(bags, 0.01, 0.06);
        Assert.Equal(differ ? 2 : null, found?.Group);
        Near.Relative(exact.H, found?.Test.H ?? exact.H, 1e-10);
    }

    [Fact]
    public void WiderThanItsBits_TiesWhatIsLeastApart()
    {
        // All 64 bits of values and 1 of groups: values that differ in the last bit only are tied, no others.
        long[][] groups = [[long.MinValue, 0, 2, 4, 6], [long.MaxValue, 100, 102, 104, 106]];
        using var arena = new ValueArena();
        double[][] numbers = [.. groups.Select(group => group.Select(value => (double)value).ToArray())];
        Near.Relative(KruskalWallis.Test(numbers)!.Value.H, GroupDifference.Between(Bags(arena, groups), 2, -2)!.Value.Test.H, 1e-12);
    }

    [Fact]
    public void Group_IsTheOneThatDiffersMost_TheSlowerOfTwo()
    {
        using var arena = new ValueArena();
        Assert.Equal(1, GroupDifference.Between(Bags(arena, [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 0.01, 0.06)!.Value.Group);
        Assert.Equal(0, GroupDifference.Between(Bags(arena, [6, 7, 8, 9, 10], [1, 2, 3, 4, 5]), 0.01, 0.06)!.Value.Group);
        Assert.Equal(2, GroupDifference.Between(Bags(arena, [1, 4, 7, 10, 13, 16], [2, 5, 8, 11, 14, 17], [90, 91, 92, 93, 94, 95]), 0.01, 0.06)!.Value.Group);
    }

    [Theory]
    [InlineData("1", "3", 0.333333333333333314829616256247390992939472198486328125)]
    [InlineData("-1", "3", -0.333333333333333314829616256247390992939472198486328125)]
    [InlineData("0", "7", 0)]
    [InlineData("9007199254740993", "1", 9007199254740992)]                                // half-way: to even
    [InlineData("9007199254740995", "1", 9007199254740996)]
    [InlineData("90071992547409930000001", "10000000", 9007199254740994)]                  // just above half-way
    [InlineData("1267650600228229401496703205376", "1", 1.2676506002282294E+30)]           // 2^100
    public void Quotient_IsTheNearestDouble(string numerator, string denominator, double expected) =>
        Assert.Equal(expected, ExactQuotient.Nearest(Int128.Parse(numerator), Int128.Parse(denominator)));

    // No other double lies nearer, by whole numbers without a limit of size.
    [Property(MaxTest = 300)]
    public void Quotient_HasNoNearerDouble(long high, long low, long divisor)
    {
        Int128 numerator = (Int128)high * 4_294_967_296 + low, denominator = Int128.Max(1, Int128.Abs(divisor) * 600_000_007);
        double quotient = ExactQuotient.Nearest(numerator, denominator);
        BigInteger Error(double value)
        {
            BigInteger scaled = (BigInteger)Math.ScaleB(value, 200);
            return BigInteger.Abs(scaled * (BigInteger)denominator - ((BigInteger)numerator << 200));
        }

        Assert.True(Error(quotient) <= Error(Math.BitIncrement(quotient)));
        Assert.True(Error(quotient) <= Error(Math.BitDecrement(quotient)));
    }

    private static ValueBag[] Bags(ValueArena arena, params long[][] groups) => [.. groups.Select(group =>
    {
        var bag = new ValueBag(arena);
        foreach (long value in group)
            bag.Add(value);
        return bag;
    })];
}

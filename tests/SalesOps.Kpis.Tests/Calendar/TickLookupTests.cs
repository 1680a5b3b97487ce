namespace SalesOps.Kpis.Tests;

public class TickLookupTests
{
    private const int Absent = -7;
    private static readonly long DayTicks = NodaConstants.TicksPerDay;

    public static TheoryData<long[]> Edges => new()
    {
        new long[] { 1 },
        new long[] { 1, 2 },
        new long[] { 5, 5 },
        new long[] { 1_000, 1_000, 1_000, 1_001, 1_003 },
        new[] { 7 * DayTicks, 8 * DayTicks, 8 * DayTicks, 9 * DayTicks },
        new[] { 700_000 * DayTicks, 700_000 * DayTicks + 1, 703_650 * DayTicks, 703_650 * DayTicks + 3, 703_651 * DayTicks },
        new[] { 1L, 3_652_058 * DayTicks },
    };

    [Theory, MemberData(nameof(Edges))]
    public void ValueOf_AroundEveryEdge_IsThatOfTheLastEdgeAtOrBefore(long[] edges)
    {
        TickLookup lookup = Lookup(edges);
        foreach (long tick in edges.SelectMany(e => new[] { e - 2, e - 1, e, e + 1, e + 2, e + DayTicks }).Concat([1, DateTime.MaxValue.Ticks + 1]).Where(t => t > 0))
            Assert.Equal(Naive(edges, tick), lookup.ValueOf(Moment.FromValue(tick)));
        Assert.Equal(Absent, lookup.ValueOf(default));
    }

    [Fact]
    public void ValueOf_OverRandomEdges_MatchesLinq()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            long widest = 1L << random.Next(1, 58);
            long[] edges = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => 2 + random.NextInt64(widest)).Order()];
            TickLookup lookup = Lookup(edges);
            for (int i = 0; i < 200; i++)
            {
                long tick = i % 2 == 0 ? 1 + random.NextInt64(2 * widest) : edges[random.Next(edges.Length)] + random.Next(-1, 2);
                Assert.Equal(Naive(edges, tick), lookup.ValueOf(Moment.FromValue(tick)));
                if (!lookup.IsCrowded)
                    Assert.Equal(Naive(edges, tick), lookup.UncrowdedValueOf(Moment.FromValue(tick)));
            }
        }
    }

    [Fact]
    public void IsCrowded_OnlyWhereEdgesAreFarCloserThanTheSpan()
    {
        Assert.False(Lookup([1, 1, 1 + DayTicks, 1 + 4_000 * DayTicks]).IsCrowded);
        Assert.True(Lookup([1, 2, 1 + 4_000 * DayTicks]).IsCrowded);
    }

    // Values that can't be mistaken for indices.
    private static TickLookup Lookup(long[] edges) => new(edges, [.. Enumerable.Range(0, edges.Length + 1).Select(i => 100 + 3 * i)], Absent);

    private static int Naive(long[] edges, long tick) => 100 + 3 * edges.Count(e => e <= tick);
}

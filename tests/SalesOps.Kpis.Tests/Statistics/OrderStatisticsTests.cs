using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis.Tests;

public sealed class OrderStatisticsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1_000)]
    [InlineData(100_003)]
    public void Select_AnyShape_MatchesSorting(int count)
    {
        var random = new Random(count);
        Func<int, long>[] shapes =
        [
            _ => random.NextInt64(),
            _ => random.NextInt64(long.MinValue, long.MaxValue),
            _ => random.Next(3),
            i => i == 0 ? long.MaxValue : random.Next(1_000),               // one bucket holds all but one
            i => 1L << i % 62,
            _ => 42,
            i => i,
        ];
        foreach (Func<int, long> shape in shapes)
        {
            long[] values = [.. Enumerable.Range(0, count).Select(shape)], sorted = [.. values.Order()];
            int[] ranks = [.. new[] { 0, count / 10, count / 4, count / 2, count / 2, Math.Min(count - 1, count / 2 + 1), count - 1 }.Order()];
            var found = new long[ranks.Length];
            OrderStatistics.Select(values, ranks, found);
            Assert.Equal(ranks.Select(rank => sorted[rank]), found);
        }
    }

    [Fact]
    public void Select_NoRanks_DoesNothing() => OrderStatistics.Select(new long[200], [], []);
}

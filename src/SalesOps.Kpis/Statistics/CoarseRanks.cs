using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Ranks without their order: a value's rank lies between those of the first and the last value of its class.</summary>
internal static class CoarseRanks
{
    private static DoublingClasses Classes => new(bits: 6);

    /// <summary>
    /// For each bag twice the sum of ranks that lies furthest from what it would be without a difference; no order within the
    /// classes gives one further away. Returns Σ(t³-t) as if all values of a class were tied.
    /// </summary>
    public static double Furthest(ReadOnlySpan<ValueBag> bags, Span<long> twiceRankSums)
    {
        Range(bags, out long least, out long most);
        var classes = new RankRange[Classes.Of(unchecked((ulong)(most - least))) + 1];
        foreach (ref readonly ValueBag bag in bags)
        {
            foreach (ReadOnlySpan<long> values in bag.Blocks)
                Count(values, least, classes);
        }

        int n = ToRanks(classes, out double ties);
        for (int i = 0; i < bags.Length; i++)
        {
            long first = 0, last = 0, expected = bags[i].Count * (n + 1L);
            foreach (ReadOnlySpan<long> values in bags[i].Blocks)
                Sum(values, least, classes, ref first, ref last);
            twiceRankSums[i] = expected - first > last - expected ? first : last;
        }

        return ties;
    }

    private static void Range(ReadOnlySpan<ValueBag> bags, out long least, out long most)
    {
        (least, most) = (long.MaxValue, long.MinValue);
        foreach (ref readonly ValueBag bag in bags)
        {
            foreach (ReadOnlySpan<long> values in bag.Blocks)
            {
                WholeNumbers.Range(values, out long first, out long last);
                (least, most) = (Math.Min(least, first), Math.Max(most, last));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Count(ReadOnlySpan<long> values, long least, RankRange[] classes)
    {
        foreach (long value in values)
            classes[Classes.Of(unchecked((ulong)(value - least)))].TwiceLast++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sum(ReadOnlySpan<long> values, long least, RankRange[] classes, ref long firsts, ref long lasts)
    {
        long first = 0, last = 0;
        foreach (long value in values)
        {
            RankRange ranks = classes[Classes.Of(unchecked((ulong)(value - least)))];
            first += ranks.TwiceFirst;
            last += ranks.TwiceLast;
        }

        firsts += first;
        lasts += last;
    }

    /// <summary>Turns the counts into ranks, and returns how many there are.</summary>
    private static int ToRanks(Span<RankRange> classes, out double ties)
    {
        uint before = 0;
        ties = 0;
        for (int i = 0; i < classes.Length; i++)
        {
            uint size = classes[i].TwiceLast;
            double count = size;
            ties += count * count * count - count;
            RankRange ranks = new() { TwiceFirst = 2 * (before + 1), TwiceLast = 2 * (before + size) };
            // The first classes hold one value each, whose ties share their mean rank.
            classes[i] = i >= Classes.Single ? ranks
                : new() { TwiceFirst = 2 * before + 1 + size, TwiceLast = 2 * before + 1 + size };
            before += size;
        }

        return (int)before;
    }

    /// <summary>Twice the ranks of the first and the last value of a class; while they are counted, how many there are.</summary>
    private struct RankRange
    {
        public uint TwiceFirst;
        public uint TwiceLast;
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>Values by rank, found by selection rather than by sorting everything.</summary>
internal static class OrderStatistics
{
    private const int SortBelow = 96, BucketBits = 9, Buckets = 1 << BucketBits;

    /// <summary>The values at ascending 0-based <paramref name="ranks"/>; reorders <paramref name="values"/>.</summary>
    /// <remarks>
    /// Values are counted into equal buckets of their range; then only the buckets that hold a wanted rank are looked into,
    /// in the same way. A bucket of equal values ends it, so ties cost nothing.
    /// </remarks>
    public static void Select(Span<long> values, ReadOnlySpan<int> ranks, Span<long> found)
    {
        if (ranks.IsEmpty)
            return;
        if (values.Length < SortBelow)
        {
            values.Sort();
            for (int i = 0; i < ranks.Length; i++)
                found[i] = values[ranks[i]];
            return;
        }

        Range(values, out long least, out long most);
        if (least == most)
        {
            found[..ranks.Length].Fill(least);
            return;
        }

        int shift = Math.Max(0, 64 - BucketBits - System.Numerics.BitOperations.LeadingZeroCount(unchecked((ulong)(most - least))));
        Span<int> ends = stackalloc int[Buckets];
        ends.Clear();
        unchecked
        {
            foreach (long value in values)
                ends[(int)((ulong)(value - least) >> shift)]++;
        }

        int end = 0;
        for (int b = 0; b < Buckets; b++)
            ends[b] = end += ends[b];
        SelectWithinBuckets(values, least, shift, ends, ranks, found);
    }

    // Wanted buckets are moved to the front, each in turn; what is behind them is only read.
    private static void SelectWithinBuckets(Span<long> values, long least, int shift, ReadOnlySpan<int> ends, ReadOnlySpan<int> ranks, Span<long> found)
    {
        Span<int> within = stackalloc int[ranks.Length];     // a handful
        int front = 0;
        for (int i = 0; i < ranks.Length;)
        {
            int bucket = 0;
            while (ends[bucket] <= ranks[i])
                bucket++;
            int before = bucket == 0 ? 0 : ends[bucket - 1], same = i;
            while (same < ranks.Length && ranks[same] < ends[bucket])
            {
                within[same - i] = ranks[same] - before;
                same++;
            }

            int size = ends[bucket] - before;
            Span<long> rest = values[front..];
            Gather(rest, least, shift, bucket, size);
            Select(rest[..size], within[..(same - i)], found[i..]);
            front += size;
            i = same;
        }
    }

    private static void Gather(Span<long> values, long least, int shift, int bucket, int size)
    {
        int kept = 0;
        unchecked
        {
            for (int i = 0; kept < size; i++)
            {
                long value = values[i];
                if ((int)((ulong)(value - least) >> shift) == bucket)
                {
                    (values[i], values[kept]) = (values[kept], value);
                    kept++;
                }
            }
        }
    }

    private static void Range(ReadOnlySpan<long> values, out long least, out long most)
    {
        (least, most) = (values[0], values[0]);
        foreach (long value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }
    }
}

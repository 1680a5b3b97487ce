using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Values by rank, found by selection rather than by sorting everything.</summary>
internal static class OrderStatistics
{
    private const int SortBelow = 128, SkewedShare = 5;

    /// <summary>The ranks that a percentile of <paramref name="n"/> values lies between (type 7).</summary>
    public static ReadOnlySpan<int> Neighbours(int n, int percent)
    {
        int low = (int)((n - 1L) * percent / 100);
        return new[] { low, Math.Min(n - 1, low + 1) };
    }

    /// <summary>The values at ascending 0-based <paramref name="ranks"/>; reorders <paramref name="values"/> where they are few.</summary>
    /// <remarks>
    /// Values are counted into buckets by their distance from the least one. Those of the few buckets that hold a wanted rank are
    /// copied out, all in one scan, and each such bucket is looked into in the same way. A bucket of equal values ends it, so ties
    /// cost nothing.
    /// </remarks>
    public static void Select(Span<long> values, ReadOnlySpan<int> ranks, Span<long> found)
    {
        if (ranks.IsEmpty)
            return;
        WholeNumbers.Range(values, out long least, out long most);
        Select(values, least, most, ranks, found);
    }

    /// <summary>The same, where the least and the most of the values are known.</summary>
    public static void Select(Span<long> values, long least, long most, ReadOnlySpan<int> ranks, Span<long> found)
    {
        if (values.Length < SortBelow)
        {
            values.Sort();
            for (int i = 0; i < ranks.Length; i++)
                found[i] = values[ranks[i]];
            return;
        }

        if (least == most)
        {
            found[..ranks.Length].Fill(least);
            return;
        }

        int bits = BitOperations.Log2((uint)values.Length);
        ulong range = unchecked((ulong)(most - least));
        if (AreSkewed(values, least, range))
            Select(values, least, range, new DoublingClasses(Math.Clamp(bits - 6, 3, 7)), ranks, found);
        else
            Select(values, least, range, new EvenClasses(Math.Max(0, BitOperations.Log2(range) + 1 - Math.Clamp(bits - 3, 7, 11))), ranks, found);
    }

    // Whether classes of one width would leave most values in few of them.
    private static bool AreSkewed(ReadOnlySpan<long> values, long least, ulong range) =>
        (UInt128)(WholeNumbers.Sum(values) - (Int128)least * values.Length) < (UInt128)range / SkewedShare * (UInt128)values.Length;

    private static void Select<TClasses>(Span<long> values, long least, ulong range, TClasses classes, ReadOnlySpan<int> ranks, Span<long> found)
        where TClasses : struct, IClasses
    {
        Span<int> sizes = stackalloc int[classes.Of(range) + 1];
        sizes.Clear();
        CountIntoBuckets(values, least, classes, sizes);
        Span<Bucket> wanted = stackalloc Bucket[ranks.Length];
        wanted = wanted[..FindBuckets(sizes, ranks, wanted)];
        SelectWithin(wanted, values, least, classes, sizes, ranks, found);
    }

    // The sizes become the places that the values of wanted buckets are copied to; the others have none.
    private static void SelectWithin<TClasses>(ReadOnlySpan<Bucket> wanted, ReadOnlySpan<long> values, long least, TClasses classes, Span<int> sizes,
        ReadOnlySpan<int> ranks, Span<long> found) where TClasses : struct, IClasses
    {
        int kept = 0;
        foreach (Bucket bucket in wanted)
            kept += bucket.Size;
        long[] rented = ArrayPool<long>.Shared.Rent(kept);
        try
        {
            sizes.Fill(-1);
            int start = 0;
            foreach (Bucket bucket in wanted)
            {
                sizes[bucket.Number] = start;
                start += bucket.Size;
            }

            CopyOut(values, least, classes, sizes, rented);
            Span<int> ranksWithin = stackalloc int[ranks.Length];
            start = 0;
            foreach (Bucket bucket in wanted)
            {
                Span<int> within = ranksWithin[..bucket.RankCount];
                for (int i = 0; i < within.Length; i++)
                    within[i] = ranks[bucket.FirstRank + i] - bucket.Before;
                Select(rented.AsSpan(start, bucket.Size), within, found[bucket.FirstRank..]);
                start += bucket.Size;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private static int FindBuckets(ReadOnlySpan<int> sizes, ReadOnlySpan<int> ranks, Span<Bucket> wanted)
    {
        int count = 0, before = 0, rank = 0;
        for (int number = 0; rank < ranks.Length; number++)
        {
            int first = rank, end = before + sizes[number];
            while (rank < ranks.Length && ranks[rank] < end)
                rank++;
            if (rank > first)
                wanted[count++] = new Bucket(number, sizes[number], before, first, rank - first);
            before = end;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CountIntoBuckets<TClasses>(ReadOnlySpan<long> values, long least, TClasses classes, Span<int> sizes)
        where TClasses : struct, IClasses
    {
        unchecked
        {
            foreach (long value in values)
                sizes[classes.Of((ulong)(value - least))]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopyOut<TClasses>(ReadOnlySpan<long> values, long least, TClasses classes, Span<int> places, Span<long> kept)
        where TClasses : struct, IClasses
    {
        unchecked
        {
            foreach (long value in values)
            {
                ref int place = ref places[classes.Of((ulong)(value - least))];
                if (place >= 0)                             // seldom
                    kept[place++] = value;
            }
        }
    }

    /// <param name="Number">Its place among the buckets.</param>
    /// <param name="Size">How many values it holds.</param>
    /// <param name="Before">How many values the buckets before it hold.</param>
    /// <param name="FirstRank">The first of the wanted ranks that it holds.</param>
    /// <param name="RankCount">How many of them it holds.</param>
    private readonly record struct Bucket(int Number, int Size, int Before, int FirstRank, int RankCount);
}

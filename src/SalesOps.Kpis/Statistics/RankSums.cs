using System.Numerics;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>The ranks of the values of several bags among all of them.</summary>
/// <remarks>
/// A value and the number of its bag are packed into 64 bits, which are sorted by digits. Where both don't fit, which takes
/// centuries or millions of bags, the last bits of the values are given up and values that differ in them only are tied.
/// </remarks>
internal static class RankSums
{
    private const int DigitBits = 11, SortBelow = 4_096;

    /// <summary>Sums twice the ranks of each bag, ties sharing their mean; returns Σ(t³-t) over ties of t values.</summary>
    public static double Of(ReadOnlySpan<ValueBag> bags, Span<long> twiceRankSums)
    {
        int count = 0;
        foreach (ref readonly ValueBag bag in bags)
            count = checked(count + (int)bag.Count);
        using var packed = new Rented<ulong>(count);
        using var scratch = new Rented<ulong>(count < SortBelow ? 0 : count);
        int bagBits = BitOperations.Log2((uint)Math.Max(1, bags.Length - 1)) + 1;
        int valueBits = Pack(bags, bagBits, packed.Span);
        if (count < SortBelow)
            packed.Span.Sort();
        else
            Sort(packed.Span, scratch.Span, bagBits, bagBits + valueBits);
        return Sum(packed.Span, bagBits, twiceRankSums);
    }

    /// <summary>Writes all values, the least as 0, above the number of their bag; returns how many bits they take.</summary>
    private static int Pack(ReadOnlySpan<ValueBag> bags, int bagBits, Span<ulong> packed)
    {
        Span<long> values = MemoryMarshal.Cast<ulong, long>(packed);
        int at = 0;
        foreach (ref readonly ValueBag bag in bags)
        {
            bag.CopyTo(values[at..]);
            at += (int)bag.Count;
        }

        long least = long.MaxValue, most = long.MinValue;
        foreach (long value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        int bits = values.IsEmpty ? 0 : 64 - BitOperations.LeadingZeroCount(unchecked((ulong)(most - least)));
        int drop = Math.Max(0, bits + bagBits - 64);
        at = 0;
        for (int number = 0; number < bags.Length; number++)
        {
            foreach (ref ulong item in packed.Slice(at, (int)bags[number].Count))
                item = unchecked((item - (ulong)least) >> drop << bagBits) | (uint)number;
            at += (int)bags[number].Count;
        }

        return bits - drop;
    }

    // From the last digit to the first, each pass keeping the order of the one before. The result ends in items.
    private static void Sort(Span<ulong> items, Span<ulong> scratch, int fromBit, int untilBit)
    {
        Span<int> places = stackalloc int[1 << DigitBits];
        Span<ulong> from = items, to = scratch;
        for (int bit = fromBit; bit < untilBit; bit += DigitBits)
        {
            CountDigits(from, bit, places);
            foreach (ulong item in from)
                to[places[Digit(item, bit)]++] = item;
            Span<ulong> swap = from;
            from = to;
            to = swap;
        }

        if (!(from == items))
            from.CopyTo(items);
    }

    /// <summary>Where the items of each digit begin.</summary>
    private static void CountDigits(ReadOnlySpan<ulong> items, int bit, Span<int> places)
    {
        places.Clear();
        foreach (ulong item in items)
            places[Digit(item, bit)]++;
        int start = 0;
        foreach (ref int place in places)
            (place, start) = (start, start + place);
    }

    private static int Digit(ulong item, int bit) => (int)(item >> bit & (1 << DigitBits) - 1);

    private static double Sum(ReadOnlySpan<ulong> sorted, int bagBits, Span<long> twiceRankSums)
    {
        twiceRankSums.Clear();
        ulong bagMask = (1UL << bagBits) - 1;
        double ties = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] >> bagBits == sorted[start] >> bagBits)
                end++;
            double tied = end - start;
            ties += tied * tied * tied - tied;
            foreach (ulong item in sorted[start..end])
                twiceRankSums[(int)(item & bagMask)] += (long)start + 1 + end;      // ranks start + 1 to end
        }

        return ties;
    }
}

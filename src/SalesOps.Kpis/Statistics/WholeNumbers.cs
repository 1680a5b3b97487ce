using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Exact sums over whole numbers, several at a time.</summary>
internal static class WholeNumbers
{
    private const int HalfBits = 26, MostBits = 2 * HalfBits;           // the square of a half is below 2^52,
    private const int BlockLength = 1 << 11;                            // and so many of them, even doubled, below 2^64
    private const long LowHalf = (1L << HalfBits) - 1;
    private const double TwoToThe128 = 340282366920938463463374607431768211456.0;

    /// <summary>The least and the most; there is at least one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Range(ReadOnlySpan<long> values, out long least, out long most)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(values);
        Vector<long> min = new(values[0]), max = min;
        foreach (Vector<long> vector in vectors)
        {
            min = Vector.Min(min, vector);
            max = Vector.Max(max, vector);
        }

        (least, most) = (values[0], values[0]);
        for (int i = 0; i < Vector<long>.Count; i++)
            (least, most) = (Math.Min(least, min[i]), Math.Max(most, max[i]));
        foreach (long value in values[(vectors.Length * Vector<long>.Count)..])
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
    }

    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Int128 Sum(ReadOnlySpan<long> values)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(values);
        Vector<long> low = Vector<long>.Zero, high = low;
        foreach (Vector<long> vector in vectors)
        {
            low += vector & new Vector<long>(uint.MaxValue);
            high += vector >> 32;
        }

        Int128 sum = Total(low, high);
        foreach (long value in values[(vectors.Length * Vector<long>.Count)..])
            sum += value;
        return sum;
    }

    /// <summary>
    /// The sum without as many values at either end, of which <paramref name="first"/> and <paramref name="last"/> are the first and
    /// the last to stay.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Int128 SumBetween(ReadOnlySpan<long> values, long first, long last, int trimmed)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(values);
        Vector<long> firsts = new(first), lasts = new(last), low = Vector<long>.Zero, high = low, above = low, below = low;
        foreach (Vector<long> vector in vectors)
        {
            Vector<long> isAbove = Vector.GreaterThan(vector, firsts), isBelow = Vector.LessThan(vector, lasts);
            Vector<long> between = vector & isAbove & isBelow;
            low += between & new Vector<long>(uint.MaxValue);
            high += between >> 32;
            above -= isAbove;
            below -= isBelow;
        }

        Int128 sum = Total(low, high);
        long aboveFirst = Vector.Sum(above), belowLast = Vector.Sum(below);
        foreach (long value in values[(vectors.Length * Vector<long>.Count)..])
        {
            sum += value > first && value < last ? value : 0;
            aboveFirst += value > first ? 1 : 0;
            belowLast += value < last ? 1 : 0;
        }

        // Ties with the first and the last that stay are split by count.
        long stay = values.Length - 2L * trimmed;
        if (first == last)
            return (Int128)first * stay;
        long tiesOfFirst = values.Length - aboveFirst - trimmed, tiesOfLast = values.Length - belowLast - trimmed;
        return sum + (Int128)first * tiesOfFirst + (Int128)last * tiesOfLast;
    }

    /// <summary>The sum of the squares of the distances from a centre, of which none is above <paramref name="furthest"/>.</summary>
    public static double SumOfSquares(ReadOnlySpan<long> values, long centre, long furthest)
    {
        if (furthest >> MostBits != 0)                                  // 14 years, in ticks
            return SumOfLargeSquares(values, centre);
        UInt128 sum = 0;
        for (int start = 0; start < values.Length; start += BlockLength)
            sum += SumOfSquares(values.Slice(start, Math.Min(BlockLength, values.Length - start)), centre);
        return (double)sum;
    }

    // (2^26 h + l)² = 2^52 h² + 2^27 h l + l²
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static UInt128 SumOfSquares(ReadOnlySpan<long> block, long centre)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(block);
        Vector<long> centres = new(centre), highHigh = Vector<long>.Zero, highLow = highHigh, lowLow = highHigh;
        foreach (Vector<long> vector in vectors)
        {
            Vector<long> distance = Vector.Abs(vector - centres), high = distance >> HalfBits, low = distance & new Vector<long>(LowHalf);
            highHigh += high * high;
            highLow += high * low;
            lowLow += low * low;
        }

        UInt128 sum = ((UInt128)(ulong)Vector.Sum(highHigh) << MostBits) + ((UInt128)(ulong)Vector.Sum(highLow) << HalfBits + 1)
            + (ulong)Vector.Sum(lowLow);
        foreach (long value in block[(vectors.Length * Vector<long>.Count)..])
        {
            ulong distance = (ulong)Math.Abs(value - centre);
            sum += Math.BigMul(distance, distance);
        }

        return sum;
    }

    // In three words until the end: at most 2^157 over 2^31 values.
    private static double SumOfLargeSquares(ReadOnlySpan<long> values, long centre)
    {
        UInt128 sum = 0;
        double carried = 0;
        foreach (long value in values)
        {
            ulong distance = (ulong)Math.Abs(value - centre);
            UInt128 square = Math.BigMul(distance, distance);
            sum = unchecked(sum + square);
            carried += sum < square ? 1 : 0;
        }

        return carried * TwoToThe128 + (double)sum;
    }

    // The lanes of the halves of fewer than 2^31 values add up within 64 bits.
    private static Int128 Total(Vector<long> low, Vector<long> high) => ((Int128)Vector.Sum(high) << 32) + Vector.Sum(low);
}

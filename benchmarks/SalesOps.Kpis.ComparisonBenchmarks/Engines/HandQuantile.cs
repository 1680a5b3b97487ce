using System.Buffers;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Exact quantiles by hand: by selection, without sorting.</summary>
internal static class HandQuantile
{
    private const int Bins = 1_024;

    /// <summary>Type 7: linear between the two neighbours. A histogram tells which few values can be these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(Span<long> values, double p)
    {
        double at = (values.Length - 1) * p;
        int below = (int)at;
        (long min, long max) = (long.MaxValue, long.MinValue);
        foreach (long value in values)
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        int shift = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(max - min)) - 10);
        Span<int> bins = stackalloc int[Bins];
        bins.Clear();
        foreach (long value in values)
            bins[(int)(value - min >> shift)]++;
        int bin = 0, before = 0;
        while (before + bins[bin] <= below)
            before += bins[bin++];
        int lastBin = bin, through = before + bins[bin];
        while (through <= below + 1 && lastBin < Bins - 1)
            through += bins[++lastBin];

        long from = min + ((long)bin << shift), width = (long)(lastBin - bin + 1) << shift;
        long[] near = ArrayPool<long>.Shared.Rent(values.Length);
        int count = 0;
        foreach (long value in values)
        {
            near[count] = value;
            count += (ulong)(value - from) < (ulong)width ? 1 : 0;
        }

        Span<long> sorted = near.AsSpan(0, count);
        sorted.Sort();
        long low = sorted[below - before], high = sorted[Math.Min(below - before + 1, count - 1)];
        ArrayPool<long>.Shared.Return(near);
        return low + (at - below) * (high - low);
    }
}

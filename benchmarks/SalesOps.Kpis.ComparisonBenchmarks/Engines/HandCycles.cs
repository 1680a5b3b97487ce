using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Sales cycles by hand: count the won deals of each owner, scatter their durations to the owner's stretch, select there.</summary>
internal static class HandCycles
{
    private const int Bins = 1_024;

    public static CycleOfOwner[] Of(DealColumns deals)
    {
        int[] starts = Starts(deals);
        long[] durations = ArrayPool<long>.Shared.Rent(starts[^1]);
        var cycles = new CycleOfOwner[DealColumns.OwnerCount];
        var negative = new int[cycles.Length];
        var withoutStart = new int[cycles.Length];
        int[] ends = Scatter(deals, starts, durations, negative, withoutStart);
        for (int owner = 0; owner < cycles.Length; owner++)
        {
            Span<long> ticks = durations.AsSpan(starts[owner]..ends[owner]);
            cycles[owner] = new CycleOfOwner
            {
                Count = ticks.Length, Negative = negative[owner], WithoutStart = withoutStart[owner],
                MedianTicks = ticks.Length == 0 ? 0 : Quantile(ticks, 0.5),
                P90Ticks = ticks.Length == 0 ? 0 : Quantile(ticks, 0.9),
            };
        }

        ArrayPool<long>.Shared.Return(durations);
        return cycles;
    }

    // Where each owner's durations start; one place more each, for the writes that don't count.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Starts(DealColumns deals)
    {
        var starts = new int[DealColumns.OwnerCount + 1];
        ref int won = ref starts[1];
        ref int owner = ref MemoryMarshal.GetArrayDataReference(deals.Owner);
        ref byte outcome = ref MemoryMarshal.GetArrayDataReference(deals.Outcome);
        int rows = deals.Rows;
        for (nint i = 0; i < rows; i++)
            Unsafe.Add(ref won, Unsafe.Add(ref owner, i)) += Unsafe.Add(ref outcome, i) == (byte)DealOutcome.Won ? 1 : 0;
        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1] + 1;
        return starts;
    }

    // Every duration is written where the owner's next one belongs, and only those that count move the place on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Scatter(DealColumns deals, int[] starts, long[] durations, int[] negative, int[] withoutStart)
    {
        int[] places = starts[..^1];
        ref int place = ref MemoryMarshal.GetArrayDataReference(places);
        ref long duration = ref MemoryMarshal.GetArrayDataReference(durations);
        ref int owner = ref MemoryMarshal.GetArrayDataReference(deals.Owner);
        ref byte outcome = ref MemoryMarshal.GetArrayDataReference(deals.Outcome);
        ref long created = ref MemoryMarshal.GetArrayDataReference(deals.Created);
        ref long firstContact = ref MemoryMarshal.GetArrayDataReference(deals.FirstContact);
        ref long closed = ref MemoryMarshal.GetArrayDataReference(deals.Closed);
        int rows = deals.Rows;
        for (nint i = 0; i < rows; i++)
        {
            long start = Unsafe.Add(ref firstContact, i), otherwise = Unsafe.Add(ref created, i);
            start += otherwise & start - 1 >> 63;                    // 0 is absent
            long ticks = Unsafe.Add(ref closed, i) - start;
            long isOdd = ticks | start - 1;                          // below 0 for a negative duration or no start
            int who = Unsafe.Add(ref owner, i);
            int isWon = Unsafe.Add(ref outcome, i) == (byte)DealOutcome.Won ? 1 : 0;
            ref int next = ref Unsafe.Add(ref place, who);
            Unsafe.Add(ref duration, next) = ticks;
            next += isWon & (int)(~isOdd >>> 63);
            if ((isOdd & -(long)isWon) < 0)                         // rare
                (start == DealColumns.Always ? withoutStart : negative)[who]++;
        }

        return places;
    }

    // Type 7: linear between the two neighbours. A histogram tells which few values can be these.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Quantile(Span<long> values, double p)
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

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Sales cycles by hand: count the won deals of each owner, scatter their durations to the owner's stretch, select there.</summary>
internal static class HandCycles
{
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
                MedianTicks = ticks.Length == 0 ? 0 : HandQuantile.Of(ticks, 0.5),
                P90Ticks = ticks.Length == 0 ? 0 : HandQuantile.Of(ticks, 0.9),
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
}

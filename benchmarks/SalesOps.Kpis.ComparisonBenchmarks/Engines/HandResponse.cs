using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Response times by hand: count the leads of each owner, scatter their times to the owner's stretch, select there.</summary>
internal static class HandResponse
{
    private const int Fates = (int)ResponseFate.Count;

    /// <summary>How time passes.</summary>
    public interface IClock
    {
        static abstract long Elapsed(long start, long end);
    }

    public static ResponseOfOwner[] Of<TClock>(LeadColumns leads) where TClock : struct, IClock
    {
        int[] starts = Starts(leads);
        long[] times = ArrayPool<long>.Shared.Rent(starts[^1]);
        int[] fates = new int[LeadColumns.OwnerCount * Fates], withinSla = new int[LeadColumns.OwnerCount];
        int[] ends = Scatter<TClock>(leads, starts, times, fates, withinSla);
        var responses = new ResponseOfOwner[LeadColumns.OwnerCount];
        for (int owner = 0; owner < responses.Length; owner++)
        {
            Span<long> ticks = times.AsSpan(starts[owner]..ends[owner]);
            fates[owner * Fates + (int)ResponseFate.Answered] = ticks.Length;
            responses[owner] = new ResponseOfOwner
            {
                Fates = new ArraySegment<int>(fates, owner * Fates, Fates), WithinSla = withinSla[owner],
                MedianTicks = ticks.Length == 0 ? 0 : HandQuantile.Of(ticks, 0.5),
                P90Ticks = ticks.Length == 0 ? 0 : HandQuantile.Of(ticks, 0.9),
            };
        }

        ArrayPool<long>.Shared.Return(times);
        return responses;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Starts(LeadColumns leads)
    {
        var starts = new int[LeadColumns.OwnerCount + 1];
        ref int next = ref starts[1];
        foreach (int owner in leads.Owner)
            Unsafe.Add(ref next, owner)++;
        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return starts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Scatter<TClock>(LeadColumns leads, int[] starts, long[] times, int[] fates, int[] withinSla)
        where TClock : struct, IClock
    {
        int[] places = starts[..^1];
        ref int place = ref MemoryMarshal.GetArrayDataReference(places);
        ref long time = ref MemoryMarshal.GetArrayDataReference(times);
        ref int inTime = ref MemoryMarshal.GetArrayDataReference(withinSla);
        ref int owner = ref MemoryMarshal.GetArrayDataReference(leads.Owner);
        ref long receipt = ref MemoryMarshal.GetArrayDataReference(leads.Received);
        ref long response = ref MemoryMarshal.GetArrayDataReference(leads.FirstResponded);
        long asOf = LeadColumns.AsOf, sla = LeadColumns.Sla.Ticks;
        int rows = leads.Rows;
        for (nint i = 0; i < rows; i++)
        {
            int who = Unsafe.Add(ref owner, i);
            long start = Unsafe.Add(ref receipt, i), end = Unsafe.Add(ref response, i);
            // Received, and answered from then on until the as-of.
            if (start > 0 & start <= end & end <= asOf)
            {
                long ticks = TClock.Elapsed(start, end);
                Unsafe.Add(ref time, Unsafe.Add(ref place, who)++) = ticks;
                Unsafe.Add(ref inTime, who) += ticks <= sla ? 1 : 0;
            }
            else
            {
                fates[who * Fates + (int)FateOf<TClock>(leads, i)]++;
            }
        }

        return places;
    }

    // What became of a lead without a time; from the first reason on.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ResponseFate FateOf<TClock>(LeadColumns leads, nint row) where TClock : struct, IClock
    {
        long start = leads.Received[row], end = leads.FirstResponded[row];
        if (start > LeadColumns.AsOf)
            return ResponseFate.ReceivedLater;
        if (start == LeadColumns.Missing)
            return ResponseFate.ReceiptUnknown;
        if (HasHappened(end))
            return ResponseFate.Negative;
        long contacted = leads.Contacted[row], qualified = leads.Qualified[row], rejected = leads.Disqualified[row];
        var status = (LeadStatus)leads.Status[row];
        bool isUndated = (end | contacted | qualified) == LeadColumns.Missing
            && status is LeadStatus.Contacted or LeadStatus.Qualified or LeadStatus.Converted;
        if (HasHappened(contacted) || HasHappened(qualified) || isUndated)
            return ResponseFate.Undated;
        if (HasHappened(rejected) || rejected == LeadColumns.Missing && status == LeadStatus.Disqualified)
            return ResponseFate.Disqualified;
        return TClock.Elapsed(start, LeadColumns.AsOf) > LeadColumns.Sla.Ticks ? ResponseFate.Breached : ResponseFate.Pending;
    }

    private static bool HasHappened(long at) => at != LeadColumns.Missing & at <= LeadColumns.AsOf;

    /// <summary>The time that passes by the calendar.</summary>
    public readonly struct Calendar : IClock
    {
        public static long Elapsed(long start, long end) => end - start;
    }

    /// <summary>The time that passes in office hours.</summary>
    public readonly struct Office : IClock
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Elapsed(long start, long end) => OfficeHours.Elapsed(start, end);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// Leads to opportunities by hand, by source and month of the receipt: one count per lead, in a cell for what became of it and
/// how far it came; the times of conversions are kept with their cohort and dealt out afterwards.
/// </summary>
internal sealed class HandCohorts(LeadColumns leads, BoundaryTable months)
{
    private const int Slots = LeadColumns.SourceCount * Months.SlotCount;

    // By what was reached, in time, rejected and ended, from the lowest bit up.
    private static readonly byte[] OutcomeOf =
    [
        Cohort.Pending, Cohort.Late, Cohort.Pending, Cohort.Converted, Cohort.Disqualified, Cohort.Late, Cohort.Disqualified, Cohort.Converted,
        Cohort.Expired, Cohort.Late, Cohort.Expired, Cohort.Converted, Cohort.Disqualified, Cohort.Late, Cohort.Disqualified, Cohort.Converted,
    ];

    private readonly long[] _times = new long[leads.Rows + 1];
    private readonly ushort[] _slots = new ushort[leads.Rows + 1];

    /// <summary>By source, then by boundaries passed; leads without a receipt stand last.</summary>
    /// <param name="hasWindow">Whether a conversion must come within the window, and a lead can still convert in it.</param>
    public Cohort[] Of(bool hasWindow)
    {
        var cells = new int[Slots * Cohort.Cells];
        int timed = hasWindow ? Fold(LeadColumns.Window.Ticks, LeadColumns.Window.Ticks, cells) : Fold(long.MaxValue / 2, 0, cells);
        var cohorts = new Cohort[Slots];
        for (int slot = 0; slot < cohorts.Length; slot++)
            cohorts[slot] = new Cohort { Counts = cells[(slot * Cohort.Cells)..((slot + 1) * Cohort.Cells)] };
        SetMedians(cohorts, timed);
        return cohorts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Fold(long windowTicks, long maturityTicks, int[] cells)
    {
        ref int cell = ref MemoryMarshal.GetArrayDataReference(cells);
        ref int source = ref MemoryMarshal.GetArrayDataReference(leads.Source);
        ref byte status = ref MemoryMarshal.GetArrayDataReference(leads.Status);
        ref byte dealOutcome = ref MemoryMarshal.GetArrayDataReference(leads.DealOutcome);
        ref long receipt = ref MemoryMarshal.GetArrayDataReference(leads.Received);
        ref long contacted = ref MemoryMarshal.GetArrayDataReference(leads.Contacted);
        ref long qualified = ref MemoryMarshal.GetArrayDataReference(leads.Qualified);
        ref long rejected = ref MemoryMarshal.GetArrayDataReference(leads.Disqualified);
        ref long dealCreated = ref MemoryMarshal.GetArrayDataReference(leads.DealCreated);
        ref long dealWon = ref MemoryMarshal.GetArrayDataReference(leads.Won);
        ref byte outcomeOf = ref MemoryMarshal.GetArrayDataReference(OutcomeOf);
        ref long time = ref MemoryMarshal.GetArrayDataReference(_times);
        ref ushort slotOfTime = ref MemoryMarshal.GetArrayDataReference(_slots);
        long asOf = LeadColumns.AsOf;
        int rows = leads.Rows, timed = 0;
        for (nint i = 0; i < rows; i++)
        {
            long start = Unsafe.Add(ref receipt, i);
            if (start > asOf)
                continue;
            int said = Unsafe.Add(ref status, i), deal = Unsafe.Add(ref dealOutcome, i);
            long created = Unsafe.Add(ref dealCreated, i), win = Unsafe.Add(ref dealWon, i);
            int isWon = IsDone(win, deal == (int)DealOutcome.Won ? 1 : 0, asOf);
            int isOpportunity = isWon | IsDone(created, (deal != LeadColumns.NoDeal ? 1 : 0) | (said == (int)LeadStatus.Converted ? 1 : 0), asOf);
            int isQualified = isOpportunity | IsDone(Unsafe.Add(ref qualified, i), said == (int)LeadStatus.Qualified ? 1 : 0, asOf);
            int isContacted = isQualified | IsDone(Unsafe.Add(ref contacted, i), said == (int)LeadStatus.Contacted ? 1 : 0, asOf);
            int isRejected = IsDone(Unsafe.Add(ref rejected, i), said == (int)LeadStatus.Disqualified ? 1 : 0, asOf);

            // What has not happened yet is absent; less 1, that is the latest of all.
            created &= ~(asOf - created >> 63);
            win &= ~(asOf - win >> 63);
            long by = (long)(Math.Min((ulong)created - 1, (ulong)win - 1) + 1);
            int isUnknown = start == LeadColumns.Missing ? 1 : 0;
            int inTime = (by < start + windowTicks ? 1 : 0) | isUnknown, hasEnded = (start + maturityTicks <= asOf ? 1 : 0) | isUnknown;
            int outcome = Unsafe.Add(ref outcomeOf, isOpportunity | inTime << 1 | isRejected << 2 | hasEnded << 3);

            int place = months.Reached(start) + Months.Undated * isUnknown;
            int slot = Unsafe.Add(ref source, i) * Months.SlotCount + place;
            Unsafe.Add(ref cell, slot * Cohort.Cells + Cohort.CellOf(outcome, hasEnded, isContacted + isQualified + isOpportunity + isWon))++;
            Unsafe.Add(ref time, timed) = created - start;
            Unsafe.Add(ref slotOfTime, timed) = (ushort)slot;
            timed += (outcome == Cohort.Converted & created >= start & start != LeadColumns.Missing ? 1 : 0);
        }

        return timed;
    }

    // By its date where it has one, else as the status tells.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IsDone(long at, int isSaid, long asOf) => ((ulong)(at - 1) < (ulong)asOf ? 1 : 0) | (at == LeadColumns.Missing ? 1 : 0) & isSaid;

    private void SetMedians(Cohort[] cohorts, int timed)
    {
        var places = new int[cohorts.Length + 1];
        foreach (ushort slot in _slots.AsSpan(0, timed))
            places[slot + 1]++;
        for (int i = 1; i < places.Length; i++)
            places[i] += places[i - 1];
        var dealt = new long[timed];
        for (int i = 0; i < timed; i++)
            dealt[places[_slots[i]]++] = _times[i];
        for (int slot = 0, start = 0; slot < cohorts.Length; start = places[slot++])
        {
            Span<long> ticks = dealt.AsSpan(start..places[slot]);
            cohorts[slot].Timed = ticks.Length;
            cohorts[slot].MedianTicks = ticks.Length == 0 ? 0 : HandQuantile.Of(ticks, 0.5);
        }
    }
}

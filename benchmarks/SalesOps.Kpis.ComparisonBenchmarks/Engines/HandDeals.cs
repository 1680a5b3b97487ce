using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// Loops over plain columns that know these questions and this data, as someone would write them who wants nothing but speed:
/// the bar for the library. No branch depends on the data (the compiler makes branches of choices inside loops, so these are
/// arithmetic), and every sum goes to a cell picked by index.
/// </summary>
internal sealed class HandDeals(DealColumns deals) : IEngine
{
    private const int Outcomes = 4;

    private readonly BoundaryTable _months = new(Months.Boundaries, DealColumns.Never);
    private readonly BoundaryTable _snapshots = new(Months.Snapshots, long.MaxValue);

    public string Name => "hand";

    public string Keys => "columns";

    public int Threads => 1;

    public Func<Answer> Ask(Question question) => question switch
    {
        Question.WinRateByOwner => WinRateByOwner(),
        Question.WinRateByOwnerMonth => WinRateByOwnerMonth(),
        Question.CycleByOwner => CycleByOwner(),
        Question.PipelineSnapshots => PipelineSnapshots(),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    public void Dispose()
    {
    }

    private Func<Answer> WinRateByOwner()
    {
        var cells = new Cell[DealColumns.OwnerCount * Outcomes + Outcomes];      // the last ones take what is left out
        Fold(deals, cells);
        return () =>
        {
            var answer = new Answer();
            for (int owner = 0; owner < DealColumns.OwnerCount; owner++)
                AddTo(answer, deals.Owners[owner], cells.AsSpan(owner * Outcomes, Outcomes));
            return answer;
        };
    }

    private Func<Answer> WinRateByOwnerMonth()
    {
        var cells = new Cell[DealColumns.OwnerCount * Months.SlotCount * Outcomes + Outcomes];
        Fold(deals, _months, cells);
        return () =>
        {
            var answer = new Answer();
            for (int owner = 0; owner < DealColumns.OwnerCount; owner++)
            {
                for (int passed = 0; passed < Months.SlotCount; passed++)
                {
                    // The table counts boundaries passed: none is before, all of them after, "never" one more.
                    int slot = passed == 0 ? Months.Before : passed <= Months.Count ? passed - 1 : passed;
                    AddTo(answer, $"{deals.Owners[owner]} {Months.Name(slot)}",
                        cells.AsSpan((owner * Months.SlotCount + passed) * Outcomes, Outcomes));
                }
            }

            return answer;
        };
    }

    private static void AddTo(Answer answer, string key, ReadOnlySpan<Cell> cells)
    {
        Cell won = cells[(int)DealOutcome.Won], lost = cells[(int)DealOutcome.Lost];
        answer.Add(key, [won.Rows, lost.Rows, cells[(int)DealOutcome.Open].Rows, cells[(int)DealOutcome.Disqualified].Rows,
            won.Units, lost.Units, won.RowsWithoutAmount + lost.RowsWithoutAmount]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(DealColumns deals, Cell[] cells)
    {
        ref int owner = ref MemoryMarshal.GetArrayDataReference(deals.Owner);
        ref byte outcome = ref MemoryMarshal.GetArrayDataReference(deals.Outcome);
        ref byte kind = ref MemoryMarshal.GetArrayDataReference(deals.Kind);
        ref long amount = ref MemoryMarshal.GetArrayDataReference(deals.Amount);
        ref Cell cell = ref MemoryMarshal.GetArrayDataReference(cells);
        int rows = deals.Rows, leftOut = DealColumns.OwnerCount * Outcomes;
        for (nint i = 0; i < rows; i++)
        {
            int slot = Unsafe.Add(ref owner, i) * Outcomes;
            slot += leftOut - slot & -(Unsafe.Add(ref kind, i) == (byte)DealKind.Renewal ? 1 : 0);
            Unsafe.Add(ref cell, slot + Unsafe.Add(ref outcome, i)).Add(Unsafe.Add(ref amount, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(DealColumns deals, BoundaryTable months, Cell[] cells)
    {
        ref int owner = ref MemoryMarshal.GetArrayDataReference(deals.Owner);
        ref byte outcome = ref MemoryMarshal.GetArrayDataReference(deals.Outcome);
        ref byte kind = ref MemoryMarshal.GetArrayDataReference(deals.Kind);
        ref long amount = ref MemoryMarshal.GetArrayDataReference(deals.Amount);
        ref long closed = ref MemoryMarshal.GetArrayDataReference(deals.Closed);
        ref Cell cell = ref MemoryMarshal.GetArrayDataReference(cells);
        int rows = deals.Rows, leftOut = DealColumns.OwnerCount * Months.SlotCount * Outcomes;
        for (nint i = 0; i < rows; i++)
        {
            int slot = (Unsafe.Add(ref owner, i) * Months.SlotCount + months.Reached(Unsafe.Add(ref closed, i))) * Outcomes;
            slot += leftOut - slot & -(Unsafe.Add(ref kind, i) == (byte)DealKind.Renewal ? 1 : 0);
            Unsafe.Add(ref cell, slot + Unsafe.Add(ref outcome, i)).Add(Unsafe.Add(ref amount, i));
        }
    }

    private Func<Answer> CycleByOwner()
    {
        CycleOfOwner[] cycles = HandCycles.Of(deals);
        return () =>
        {
            var answer = new Answer();
            for (int owner = 0; owner < cycles.Length; owner++)
            {
                CycleOfOwner c = cycles[owner];
                answer.Add(deals.Owners[owner], [c.Count, c.Negative, c.WithoutStart],
                    c.MedianTicks / TimeSpan.TicksPerDay, c.P90Ticks / TimeSpan.TicksPerDay);
            }

            return answer;
        };
    }

    // A deal belongs to the cell of its first snapshot and the first one after it; the stock at each snapshot is then
    // the sum of the cells that span it, and a deal closed before it was created is in none of them by itself.
    private Func<Answer> PipelineSnapshots()
    {
        var stock = new Stock[Months.SnapshotCount];
        Fold(deals, _snapshots, stock);
        return () =>
        {
            var answer = new Answer();
            for (int i = 0; i < stock.Length; i++)
                answer.Add(Months.SnapshotName(Months.Snapshots[i]), [stock[i].Rows, stock[i].Units, stock[i].RowsWithoutAmount,
                    Answer.UnitsOfWeighted(stock[i].Weighted)]);
            return answer;
        };
    }

    private static void Fold(DealColumns deals, BoundaryTable snapshots, Stock[] stock)
    {
        const int side = Months.SnapshotCount + 1;
        const int block = 1 << 18;       // so many weighted amounts fit a long
        var spans = new Span[side * side];
        for (int start = 0; start < deals.Rows; start += block)
        {
            Array.Clear(spans);
            Fold(deals, snapshots, spans, start, Math.Min(start + block, deals.Rows));
            for (int first = 0; first < side; first++)
            {
                for (int end = first + 1; end < side; end++)
                {
                    for (int i = first; i < end; i++)
                        stock[i].Add(spans[first * side + end]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(DealColumns deals, BoundaryTable snapshots, Span[] spans, int from, int until)
    {
        ref long created = ref MemoryMarshal.GetArrayDataReference(deals.Created);
        ref long closed = ref MemoryMarshal.GetArrayDataReference(deals.Closed);
        ref long amount = ref MemoryMarshal.GetArrayDataReference(deals.Amount);
        ref short probability = ref MemoryMarshal.GetArrayDataReference(deals.Probability);
        ref Span span = ref MemoryMarshal.GetArrayDataReference(spans);
        for (nint i = from; i < until; i++)
        {
            // Open at t when created <= t and t < closed: the snapshots before either date are counted.
            int first = snapshots.Passed(Unsafe.Add(ref created, i)), end = snapshots.Passed(Unsafe.Add(ref closed, i));
            Unsafe.Add(ref span, first * (Months.SnapshotCount + 1) + end).Add(Unsafe.Add(ref amount, i), Unsafe.Add(ref probability, i));
        }
    }

    /// <summary>The rows of a slot. A missing amount is the least long: only its lowest bit reaches the top of the sum, and is taken out at the end.</summary>
    private struct Cell
    {
        private long _counts;       // rows below, rows without an amount above
        private long _sum;

        public readonly long Rows => (uint)_counts;

        public readonly long RowsWithoutAmount => _counts >> 32;

        public readonly long Units => _sum ^ RowsWithoutAmount << 63;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(long amount)
        {
            long missing = amount == DealColumns.Missing ? 1 : 0;
            _counts += 1 + (missing << 32);
            _sum += amount;
        }
    }

    /// <summary>The deals that are open from one snapshot until another.</summary>
    private struct Span
    {
        public long Counts, Units, Weighted;
        private long _padding;      // to 32 bytes, so that none crosses a cache line

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(long amount, short probability)
        {
            long missing = amount == DealColumns.Missing ? 1 : 0;
            long units = amount & missing - 1;
            Counts += 1 + (missing << 32);
            Units += units;
            Weighted += units * probability;
        }
    }

    private struct Stock
    {
        public long Rows, RowsWithoutAmount;
        public Int128 Units, Weighted;

        public void Add(in Span span)
        {
            Rows += (uint)span.Counts;
            RowsWithoutAmount += span.Counts >> 32;
            Units += span.Units;
            Weighted += span.Weighted;
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The slots of two ways of slicing at once, and which pair each slot stands for.</summary>
internal abstract class PairSlots(int count) : SlotMap(count)
{
    private const int SmallProduct = 1 << 16;

    /// <summary>The slot of a pair, or -1 where no row has it.</summary>
    public abstract int SlotOf(int outer, int inner);

    /// <summary>The pair of a slot.</summary>
    public abstract void PairOf(int slot, out int outer, out int inner);

    /// <summary>
    /// A slot for every pair while they are few, because that needs no memory per row; else only for the pairs that occur,
    /// because most pairs of two long lists never meet.
    /// </summary>
    public static PairSlots Of(SlotMap outer, SlotMap inner, int rowCount) =>
        (long)outer.Count * inner.Count <= SmallProduct ? new DensePairs(outer, inner) : new OccurringPairs(outer, inner, rowCount);

    private sealed class DensePairs(SlotMap outer, SlotMap inner) : PairSlots(outer.Count * inner.Count)
    {
        private readonly int _stride = inner.Count;

        public override ReadOnlySpan<int> Read(int start, Span<int> scratch)
        {
            Span<int> rented = stackalloc int[Driver.ChunkRows];
            ReadOnlySpan<int> a = outer.Read(start, rented[..scratch.Length]), b = inner.Read(start, scratch);
            Pair(a, b, _stride, scratch);
            return scratch;
        }

        // Reads before it writes, since b may be the scratch.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Pair(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int stride, Span<int> pairs)
        {
            int i = 0;
            for (; i <= pairs.Length - Vector<int>.Count; i += Vector<int>.Count)
                (new Vector<int>(a[i..]) * stride + new Vector<int>(b[i..])).CopyTo(pairs[i..]);
            for (; i < pairs.Length; i++)
                pairs[i] = unchecked(a[i] * stride + b[i]);
        }

        public override int SlotOf(int outer, int inner) => outer * _stride + inner;

        public override void PairOf(int slot, out int outer, out int inner) => (outer, inner) = Math.DivRem(slot, _stride);
    }

    private sealed class OccurringPairs : PairSlots
    {
        private readonly int[] _codes;
        private readonly List<long> _pairs;
        private readonly Dictionary<long, int> _slots;
        private readonly int _stride;

        public OccurringPairs(SlotMap outer, SlotMap inner, int rowCount)
            : this(Encode(outer, inner, rowCount, out List<long> pairs, out Dictionary<long, int> slots), pairs, slots, inner.Count)
        {
        }

        private OccurringPairs(int[] codes, List<long> pairs, Dictionary<long, int> slots, int stride) : base(Math.Max(1, pairs.Count)) =>
            (_codes, _pairs, _slots, _stride) = (codes, pairs, slots, stride);

        public override ReadOnlySpan<int> Read(int start, Span<int> scratch) => _codes.AsSpan(start, scratch.Length);

        public override int SlotOf(int outer, int inner) => _slots.GetValueOrDefault((long)outer * _stride + inner, -1);

        public override void PairOf(int slot, out int outer, out int inner)
        {
            (long o, long i) = Math.DivRem(_pairs[slot], _stride);
            (outer, inner) = ((int)o, (int)i);
        }

        private static int[] Encode(SlotMap outer, SlotMap inner, int rowCount, out List<long> pairs, out Dictionary<long, int> slots)
        {
            int[] codes = GC.AllocateUninitializedArray<int>(rowCount);
            (pairs, slots) = ([], []);
            int[] a = new int[Driver.ChunkRows], b = new int[Driver.ChunkRows];
            for (int start = 0; start < rowCount; start += Driver.ChunkRows)
            {
                int length = Math.Min(Driver.ChunkRows, rowCount - start);
                ReadOnlySpan<int> outers = outer.Read(start, a.AsSpan(0, length)), inners = inner.Read(start, b.AsSpan(0, length));
                for (int i = 0; i < length; i++)
                {
                    long pair = (long)outers[i] * inner.Count + inners[i];
                    if (!slots.TryGetValue(pair, out int slot))
                    {
                        slots.Add(pair, slot = pairs.Count);
                        pairs.Add(pair);
                    }

                    codes[start + i] = slot;
                }
            }

            return codes;
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// How many boundaries a time has passed: time is cut into buckets of 2^k ticks that hold at most one boundary, so that a
/// look-up is a shift, one access and one comparison.
/// </summary>
internal sealed class BoundaryTable
{
    private readonly Bucket[] _buckets;
    private readonly long _origin;
    private readonly int _shift;

    /// <param name="boundaries">Ascending.</param>
    /// <param name="last">One boundary more, far beyond the others.</param>
    public BoundaryTable(long[] boundaries, long last)
    {
        _shift = BitOperations.Log2((ulong)boundaries.Zip(boundaries.Skip(1), (a, b) => b - a).Min());
        _origin = boundaries[0] - (1L << _shift);
        int count = (int)(boundaries[^1] - _origin >> _shift) + 2;
        _buckets = new Bucket[count];
        for (int b = 0; b < count; b++)
        {
            long start = _origin + ((long)b << _shift), end = start + (1L << _shift);
            int passed = boundaries.Count(boundary => boundary < start);
            _buckets[b] = new Bucket(boundaries.Where(boundary => boundary >= start && boundary < end).DefaultIfEmpty(last).Single(), passed);
        }
    }

    public Reader Open() => new(_buckets, _origin, _shift);

    public readonly record struct Bucket(long Boundary, long PassedBefore);

    public readonly ref struct Reader(Bucket[] buckets, long origin, int shift)
    {
        private readonly ref Bucket _first = ref MemoryMarshal.GetArrayDataReference(buckets);
        private readonly long _origin = origin, _end = origin + ((long)(buckets.Length - 1) << shift);
        private readonly int _shift = shift;

        /// <summary>The boundaries at or before the time.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Reached(long ticks)
        {
            ref readonly Bucket bucket = ref BucketOf(ticks);
            return (int)bucket.PassedBefore + (ticks >= bucket.Boundary ? 1 : 0);
        }

        /// <summary>The boundaries before the time.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Passed(long ticks)
        {
            ref readonly Bucket bucket = ref BucketOf(ticks);
            return (int)bucket.PassedBefore + (ticks > bucket.Boundary ? 1 : 0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private ref readonly Bucket BucketOf(long ticks)
        {
            long inside = Math.Min(Math.Max(ticks, _origin), _end);
            return ref Unsafe.Add(ref _first, (nint)(inside - _origin >> _shift));
        }
    }
}

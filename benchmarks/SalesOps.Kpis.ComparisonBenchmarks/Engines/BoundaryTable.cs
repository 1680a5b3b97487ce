using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// How many boundaries a time has passed: time is cut into buckets of 2^k ticks that hold at most one boundary, so that a
/// look-up is a shift, one access and one comparison.
/// </summary>
/// <remarks>
/// The buckets cover all of <see cref="DateTime"/>, so that no time has to be checked against their ends. That is 3 MB for
/// months, of which only the few buckets that the data lie in are ever in a cache.
/// </remarks>
internal readonly struct BoundaryTable
{
    private readonly Bucket[] _buckets;
    private readonly int _shift;

    /// <param name="boundaries">Ascending, at least two.</param>
    /// <param name="endOfTime">One boundary more, in the last bucket.</param>
    public BoundaryTable(long[] boundaries, long endOfTime)
    {
        _shift = BitOperations.Log2((ulong)boundaries.Zip(boundaries.Skip(1), (a, b) => b - a).Min());
        _buckets = new Bucket[(DateTime.MaxValue.Ticks >> _shift) + 1];
        int passed = 0;
        for (int b = 0; b < _buckets.Length; b++)
        {
            bool holdsOne = passed < boundaries.Length && boundaries[passed] < (long)(b + 1) << _shift;
            _buckets[b] = new Bucket(holdsOne ? boundaries[passed] : long.MaxValue, passed);
            passed += holdsOne ? 1 : 0;
        }

        _buckets[^1] = new Bucket(endOfTime, boundaries.Length);
    }

    /// <summary>The boundaries at or before the time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reached(long ticks)
    {
        ref readonly Bucket bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), (nint)(ticks >> _shift));
        return (int)bucket.PassedBefore + (ticks >= bucket.Boundary ? 1 : 0);
    }

    /// <summary>The boundaries before the time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Passed(long ticks)
    {
        ref readonly Bucket bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), (nint)(ticks >> _shift));
        return (int)bucket.PassedBefore + (ticks > bucket.Boundary ? 1 : 0);
    }

    private readonly record struct Bucket(long Boundary, long PassedBefore);
}

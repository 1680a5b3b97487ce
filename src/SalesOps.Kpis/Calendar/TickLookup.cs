using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// A step function of time, with a value of its own for an absent moment. Time is cut into buckets of 2^k ticks, the largest
/// that hold at most one edge, so that a lookup is a shift, one array access and one comparison.
/// </summary>
internal readonly struct TickLookup
{
    private const int WidestShift = 45;                     // 41 days
    private const int MostBuckets = 1 << 16;                // 1 MB; edges still closer than a bucket are searched for
    private const int Crowded = int.MinValue;

    private readonly Bucket[] _buckets;
    private readonly long _origin;
    private readonly long _outside;                         // the bucket of whatever lies outside
    private readonly int _shift;
    private readonly long[] _edges;
    private readonly int[] _values;

    /// <param name="edges">At least one, none before its predecessor. Of equal edges the last one counts.</param>
    /// <param name="values">First the value before all edges, then the value from each edge on.</param>
    /// <param name="absent">The value of an absent moment.</param>
    public TickLookup(long[] edges, int[] values, int absent)
    {
        (_edges, _values, _origin) = (edges, values, edges[0]);
        _shift = Shift(edges);
        int count = (int)(edges[^1] - _origin >> _shift) + 1;
        _buckets = new Bucket[count + 2];
        int passed = 0;
        for (int b = 0; b < count; b++)
            _buckets[b] = Fill(_origin + ((long)(b + 1) << _shift), ref passed);

        IsCrowded = Array.Exists(_buckets, bucket => bucket.After == Crowded);
        _outside = count;
        _buckets[count] = new Bucket(_origin, values[0], values[^1]);
        _buckets[count + 1] = new Bucket(_origin, absent, absent);
    }

    /// <summary>Whether some edges are closer than a bucket, so that <see cref="UncrowdedValueOf"/> doesn't know all values.</summary>
    public bool IsCrowded { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ValueOf(Moment moment)
    {
        int value = UncrowdedValueOf(moment);
        return value == Crowded ? Search(moment) : value;
    }

    /// <summary>The value, without the branch to the search: even when never taken, a call in a loop costs it registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int UncrowdedValueOf(Moment moment)
    {
        unchecked
        {
            long t = moment.Value;
            Bucket[] buckets = _buckets;
            long b = (long)((ulong)(t - _origin) >> _shift), outside = _outside;
            b += outside - b & outside - b >> 63;           // the lesser; arithmetic, since random dates defeat a branch
            b -= t - 1 >> 63;                               // an absent moment lies outside, and has the place behind that
            ref readonly Bucket bucket = ref buckets[(int)b];
            return bucket.After + (bucket.Step & (int)(t - bucket.Edge >> 63));
        }
    }

    private Bucket Fill(long end, ref int passed)
    {
        int first = passed;
        while (passed < _edges.Length && _edges[passed] < end)
            passed++;
        if (passed == first)
            return new Bucket(long.MaxValue, _values[first], _values[first]);
        return _edges[first] == _edges[passed - 1]
            ? new Bucket(_edges[first], _values[first], _values[passed])
            : new Bucket(long.MaxValue, Crowded, Crowded);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Search(Moment moment)
    {
        int low = 0, high = _edges.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_edges[middle] <= moment.Value)
                low = middle + 1;
            else
                high = middle;
        }

        return _values[low];
    }

    private static int Shift(long[] edges)
    {
        // At least 1, so that a tick before the first edge is no negative bucket.
        int shift = WidestShift;
        while (shift > 1 && !Fits(edges, shift) && edges[^1] - edges[0] >> shift - 1 < MostBuckets)
            shift--;
        return shift;
    }

    private static bool Fits(long[] edges, int shift)
    {
        for (int i = 1; i < edges.Length; i++)
        {
            if (edges[i] != edges[i - 1] && edges[i] - edges[0] >> shift == edges[i - 1] - edges[0] >> shift)
                return false;
        }

        return true;
    }

    private readonly struct Bucket(long edge, int before, int after)
    {
        public readonly long Edge = edge;
        public readonly int After = after;              // the value from the edge on
        public readonly int Step = unchecked(before - after);   // what leads back to the value before it
    }
}

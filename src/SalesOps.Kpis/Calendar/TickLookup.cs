using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// Where a moment lies among ascending edges. Time is cut into buckets of 2^k ticks, the largest that hold at most one
/// edge, so that a lookup is a shift, one array access and one comparison.
/// </summary>
internal sealed class TickLookup
{
    private readonly Bucket[] _buckets;
    private readonly long _origin;
    private readonly int _shift;
    private readonly int _absent;

    /// <summary>A lookup of edges, at least one; edges may coincide.</summary>
    /// <param name="edges">The first ticks of each part but the first, ascending.</param>
    /// <param name="values">The value of each part: one more than the edges.</param>
    /// <param name="absent">The value of an absent moment.</param>
    public TickLookup(long[] edges, int[] values, int absent)
    {
        (_absent, _origin, _shift) = (absent, edges[0], 45);
        while (!Fits(edges, _shift))
            _shift--;

        int count = (int)(edges[^1] - _origin >> _shift) + 1, passed = 0;
        _buckets = new Bucket[count + 1];
        for (int b = 0; b < count; b++)
        {
            long end = _origin + ((long)(b + 1) << _shift), at = long.MaxValue;
            int before = values[passed];
            while (passed < edges.Length && edges[passed] < end)
                at = edges[passed++];
            _buckets[b] = new Bucket(at, before, values[passed]);
        }

        _buckets[count] = new Bucket(_origin, values[0], values[^1]);       // for all that lies outside
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ValueOf(Moment moment)
    {
        unchecked
        {
            long t = moment.Value;
            Bucket[] buckets = _buckets;
            long b = (long)((ulong)(t - _origin) >> _shift), last = buckets.Length - 1;
            b += last - b & last - b >> 63;                 // the lesser; arithmetic, since random dates defeat a branch
            ref readonly Bucket bucket = ref buckets[(int)b];
            int before = (int)(t - bucket.Edge >> 63);      // -1 or 0
            int absent = (int)(t - 1 >> 63);
            int value = bucket.After + (bucket.Before - bucket.After & before);
            return value + (_absent - value & absent);
        }
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

    private readonly record struct Bucket(long Edge, int Before, int After);
}

using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis;

/// <summary>Half-open spans of response time that follow one another, from zero on; the last has no end.</summary>
/// <remarks>Immutable; two are equal when their edges are.</remarks>
public sealed class ResponseBuckets : IEquatable<ResponseBuckets>
{
    internal const int MostBuckets = 16;
    private const int BlockLength = 2_048;                  // so many stay in the nearest cache for all edges

    private readonly long[] _edgeTicks;

    /// <summary>Buckets between edges.</summary>
    /// <param name="edges">Where one bucket ends and the next begins: 1 to 15 ascending durations above zero.</param>
    /// <exception cref="ArgumentException">There are none or more than 15, or one isn't above the one before it.</exception>
    public ResponseBuckets(params ReadOnlySpan<Duration> edges)
    {
        if (edges.Length is 0 or >= MostBuckets)
            throw new ArgumentException($"There are {edges.Length} edges, not 1 to {MostBuckets - 1}.", nameof(edges));
        _edgeTicks = new long[edges.Length];
        long last = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            long ticks = edges[i].BclCompatibleTicks;
            if (ticks <= last)
                throw new ArgumentException($"The edge at index {i}, {edges[i]}, isn't above {Duration.FromTicks(last)}.", nameof(edges));
            _edgeTicks[i] = last = ticks;
        }
    }

    /// <summary>0-5, 5-15, 15-30, 30-60, 60-1,440 and from 1,440 minutes on.</summary>
    public static ResponseBuckets Default { get; } = OfMinutes(5, 15, 30, 60, 1_440);

    /// <summary>How many buckets there are: one more than edges.</summary>
    public int Count => _edgeTicks.Length + 1;

    /// <summary>Buckets between edges in minutes.</summary>
    /// <inheritdoc cref="ResponseBuckets(ReadOnlySpan{Duration})" path="/param|/exception"/>
    public static ResponseBuckets OfMinutes(params ReadOnlySpan<int> edges)
    {
        var durations = new Duration[edges.Length];
        for (int i = 0; i < edges.Length; i++)
            durations[i] = Duration.FromMinutes((long)edges[i]);
        return new(durations);
    }

    /// <summary>Where a bucket begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bucket.</exception>
    public Duration From(int bucket) => Checked(bucket) == 0 ? Duration.Zero : Duration.FromTicks(_edgeTicks[bucket - 1]);

    /// <summary>Where a bucket ends: the first duration above it; null for the last.</summary>
    /// <inheritdoc cref="From" path="/exception"/>
    public Duration? Until(int bucket) => Checked(bucket) == _edgeTicks.Length ? null : Duration.FromTicks(_edgeTicks[bucket]);

    /// <summary>The bucket of a duration; those below zero belong to the first.</summary>
    public int BucketOf(Duration duration) => BucketOf(duration.BclCompatibleTicks);

    /// <inheritdoc/>
    public bool Equals(ResponseBuckets? other) => other is not null && _edgeTicks.AsSpan().SequenceEqual(other._edgeTicks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResponseBuckets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_edgeTicks.Length, _edgeTicks[0], _edgeTicks[^1]);

    /// <summary>The buckets in minutes, in the invariant culture.</summary>
    public override string ToString() =>
        string.Join(", ", Enumerable.Range(0, Count).Select(bucket => Text(From(bucket), Until(bucket)))) + " minutes";

    internal int BucketOf(long ticks)
    {
        int bucket = 0;
        foreach (long edge in _edgeTicks)
            bucket += ticks >= edge ? 1 : 0;
        return bucket;
    }

    /// <summary>How many durations each bucket holds, and how many are at most a limit.</summary>
    internal long[] Counts(ReadOnlySpan<long> ticks, long limit, out long withinLimit)
    {
        var reached = new long[Count + 1];                  // the start of each bucket; nothing reaches the end of the last
        reached[0] = ticks.Length;
        long beyond = 0;
        for (; !ticks.IsEmpty; ticks = ticks[Math.Min(ticks.Length, BlockLength)..])
        {
            ReadOnlySpan<long> block = ticks[..Math.Min(ticks.Length, BlockLength)];
            for (int i = 0; i < _edgeTicks.Length; i++)
                reached[i + 1] += CountAbove(block, _edgeTicks[i] - 1);
            beyond += CountAbove(block, limit);
        }

        withinLimit = reached[0] - beyond;
        for (int i = 0; i < Count; i++)
            reached[i] -= reached[i + 1];
        return reached[..Count];
    }

    /// <summary>The bucket that begins at a duration, or -1.</summary>
    internal int BucketFrom(Duration from)
    {
        int bucket = BucketOf(from);
        return From(bucket) == from ? bucket : -1;
    }

    internal static string Text(Duration from, Duration? until) => until is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"{from.TotalMinutes:#,0.###}-{end.TotalMinutes:#,0.###}")
        : string.Create(CultureInfo.InvariantCulture, $"{from.TotalMinutes:#,0.###}+");

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountAbove(ReadOnlySpan<long> ticks, long limit)
    {
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(ticks);
        var limits = new Vector<long>(limit);
        Vector<long> counts = default;
        foreach (Vector<long> vector in vectors)
            counts -= Vector.GreaterThan(vector, limits);   // -1 where it is
        long count = Vector.Sum(counts);
        foreach (long value in ticks[(vectors.Length * Vector<long>.Count)..])
            count += value > limit ? 1 : 0;
        return count;
    }

    private int Checked(int bucket)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, _edgeTicks.Length);
        return bucket;
    }
}

using System.Numerics;

namespace SalesOps.Kpis.Statistics;

/// <summary>
/// Counts of whole numbers by their first three digits, so that quantiles are within 0.5 %. Histograms of parts add up to that of the
/// whole.
/// </summary>
/// <remarks>
/// <para>
/// A value keeps its first three decimal digits: 0 to 999 exactly, then 900 bins for each power of ten (1,000-1,009, 1,010-1,019, ...);
/// negative values likewise, mirrored. A bin's first value is the value cut off towards 0: in SQL, for non-negative v,
/// <c>CASE WHEN v &lt; 1000 THEN v WHEN v &lt; 10000 THEN v / 10 * 10 WHEN v &lt; 100000 THEN v / 100 * 100 ... END</c>
/// in integer arithmetic. No logarithm is taken, so that the bins are the same on every machine.
/// </para>
/// <para>
/// Memory: 8 KB per sign and power of ten that occur, however many values. Not safe for writing from several threads: merge theirs.
/// </para>
/// </remarks>
public sealed class LogLinearHistogram
{
    // Values below a thousand stand for themselves; d digits more are cut off above.
    private const int Exact = 1000, Decades = 17;

    // A slot is a decade and three digits, from 0 upwards; for negative values its complement, so that slots ascend with values.
    private const int Slots = Decades * Exact;

    // An array: a span of constants is made anew at every use where code isn't optimised.
    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    private readonly long[]?[] _positive = new long[Decades][], _negative = new long[Decades][];

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>The least value, exactly; null when there is none.</summary>
    public long? Min { get; private set; }

    /// <summary>The largest value, exactly; null when there is none.</summary>
    public long? Max { get; private set; }

    /// <summary>The bins that hold values, from the least to the largest.</summary>
    public IEnumerable<HistogramBin> Bins
    {
        get
        {
            for (int slot = NextFilled(-Slots); slot < Slots; slot = NextFilled(slot + 1))
                yield return BinAt(slot, CountAt(slot));
        }
    }

    /// <summary>The bin that a value belongs to, with the count of 1.</summary>
    public static HistogramBin BinOf(long value)
    {
        Split(Magnitude(value), out int decade, out int digits);
        int slot = decade * Exact + digits;
        return BinAt(value < 0 ? ~slot : slot, 1);
    }

    /// <summary>Adds a value.</summary>
    public void Add(long value) => Add(value, 1);

    /// <summary>Adds a value so many times.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="OverflowException">There are more than 2⁶³-1 values.</exception>
    public void Add(long value, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return;
        Count += count;
        Min = Min < value ? Min : value;
        Max = Max > value ? Max : value;
        Split(Magnitude(value), out int decade, out int digits);
        long[]?[] side = value < 0 ? _negative : _positive;
        (side[decade] ??= new long[Exact])[digits] += count;
    }

    /// <summary>Adds what another histogram holds, which stays as it is.</summary>
    /// <exception cref="OverflowException">There are more than 2⁶³-1 values.</exception>
    public void Merge(LogLinearHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
            return;
        Count += other.Count;
        Min = Min < other.Min ? Min : other.Min;
        Max = Max > other.Max ? Max : other.Max;
        Merge(_positive, other._positive);
        Merge(_negative, other._negative);
    }

    /// <summary>The quantile at a share by linear interpolation (type 7), or null when there are no values.</summary>
    /// <remarks>Each of the two values that it lies between is known within 0.5 %, and exactly below 1,000 and at the ends.</remarks>
    /// <param name="share">A fraction 0..1, such as 0.9.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> isn't between 0 and 1.</exception>
    public double? Quantile(double share)
    {
        Require.Share(share, nameof(share));
        if (Count == 0)
            return null;
        double position = QuantilePosition.Snap((Count - 1) * share), low = Math.Floor(position), weight = position - low;
        long last = Count - 1, rank = low >= last ? last : (long)low;
        double value = At(rank);
        return weight == 0 ? value : value + weight * (At(Math.Min(rank + 1, last)) - value);
    }

    // The value of a rank, counted from 0: the middle of its bin, and never beyond the ends.
    private double At(long rank)
    {
        if (rank == 0)
            return (double)Min!;
        if (rank == Count - 1)
            return (double)Max!;
        int slot = NextFilled(-Slots);
        while (rank >= CountAt(slot))
        {
            rank -= CountAt(slot);
            slot = NextFilled(slot + 1);
        }

        return Math.Clamp(Middle(BinAt(slot, 1)), (double)Min!, (double)Max!);
    }

    // Half a width from the end nearer to 0, which bounds the relative distance of all that may lie here.
    private static double Middle(HistogramBin bin)
    {
        double half = bin.Least == bin.Most ? 0 : ((double)(bin.Most - bin.Least) + 1) / 2;
        return bin.Most < 0 ? bin.Most - half : bin.Least + half;
    }

    private static void Merge(long[]?[] into, long[]?[] from)
    {
        for (int decade = 0; decade < Decades; decade++)
        {
            if (from[decade] is not { } counts)
                continue;
            long[] sums = into[decade] ??= new long[Exact];
            for (int i = 0; i < Exact; i++)
                sums[i] += counts[i];
        }
    }

    private static ulong Magnitude(long value) => unchecked((ulong)(value < 0 ? -value : value));

    private static void Split(ulong magnitude, out int decade, out int digits)
    {
        decade = Math.Max(0, DigitCount(magnitude) - 3);
        digits = (int)(magnitude / Powers[decade]);
    }

    // log10(2) is about 1233/4096.
    private static int DigitCount(ulong magnitude)
    {
        int atLeast = (BitOperations.Log2(magnitude | 1) + 1) * 1233 >> 12;
        return magnitude < Powers[atLeast] ? atLeast : atLeast + 1;
    }

    private long[]? DecadeOf(int slot) => slot < 0 ? _negative[~slot / Exact] : _positive[slot / Exact];

    private long CountAt(int slot) => DecadeOf(slot) is { } counts ? counts[(slot < 0 ? ~slot : slot) % Exact] : 0;

    private int NextFilled(int slot)
    {
        while (slot < Slots && CountAt(slot) == 0)
            slot += DecadeOf(slot) is null ? Exact : 1;       // decades begin at multiples of a thousand on both sides
        return slot;
    }

    private static HistogramBin BinAt(int slot, long count)
    {
        int index = slot < 0 ? ~slot : slot;
        ulong width = Powers[index / Exact], inner = (ulong)(index % Exact) * width, outer = inner + width - 1;
        return slot < 0
            ? new() { Least = unchecked(-(long)Math.Min(outer, 1UL << 63)), Most = -(long)inner, Count = count }
            : new() { Least = (long)inner, Most = (long)Math.Min(outer, long.MaxValue), Count = count };
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>Location and spread that a few extreme values can't move far. Values come in any order; nothing is allocated.</summary>
public static class RobustStatistics
{
    /// <summary>
    /// Times this, the median absolute deviation estimates the standard deviation of normal data: 1 / Φ⁻¹(3/4), to the four digits that
    /// R uses.
    /// </summary>
    public const double NormalConsistency = 1.4826;

    /// <summary>The mean without the ⌊n · share⌋ least and as many largest values; null for no values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="shareOfEachEnd">What to leave out at each end, from 0 and below 0.5: 0.1 leaves out a fifth of the values.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share isn't from 0 and below 0.5.</exception>
    /// <exception cref="OverflowException">The sum is beyond the range of a double.</exception>
    public static double? TrimmedMean(ReadOnlySpan<double> values, double shareOfEachEnd)
    {
        int n = values.Length, cut = Cut(n, shareOfEachEnd);
        return values.IsEmpty ? null : Mean(values, cut, cut, n - 2 * cut);
    }

    /// <summary>
    /// The mean with the ⌊n · share⌋ least and as many largest values drawn in to the least and the largest of the others; null for no
    /// values.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="shareOfEachEnd">What to draw in at each end, from 0 and below 0.5.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share isn't from 0 and below 0.5.</exception>
    /// <exception cref="OverflowException">The sum is beyond the range of a double.</exception>
    public static double? WinsorizedMean(ReadOnlySpan<double> values, double shareOfEachEnd)
    {
        int cut = Cut(values.Length, shareOfEachEnd);
        return values.IsEmpty ? null : Mean(values, cut, 0, values.Length);
    }

    /// <summary>The median of the distances from the median, times <paramref name="scale"/>; null for no values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="scale">1 for the raw deviation, or <see cref="NormalConsistency"/>.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="OverflowException">A distance is beyond the range of a double.</exception>
    public static double? MedianAbsoluteDeviation(ReadOnlySpan<double> values, double scale = 1)
    {
        if (Quantiles.Median(values) is not { } median)
            return null;
        using var distances = new Rented<double>(values.Length);
        for (int i = 0; i < values.Length; i++)
            distances.Span[i] = Require.InRange(Math.Abs(values[i] - median));
        return Quantiles.MedianInPlace(distances.Span) * scale;
    }

    private static int Cut(int n, double shareOfEachEnd)
    {
        if (shareOfEachEnd is not (>= 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(shareOfEachEnd), shareOfEachEnd, "A share of each end lies from 0 and below 0.5.");
        return Math.Min((int)QuantilePosition.Snap(n * shareOfEachEnd), Math.Max(0, n - 1) / 2);
    }

    /// <summary>
    /// The mean with everything drawn in to the ranks <paramref name="cut"/> from each end, of which <paramref name="dropped"/> at each
    /// end don't count.
    /// </summary>
    private static double Mean(ReadOnlySpan<double> values, int cut, int dropped, int count)
    {
        Require.Finite(values, nameof(values));
        Tails(values, cut, out double low, out double high);
        if (low == high)
            return low;
        NeumaierSum sum = default;
        int atLow = 0, atHigh = 0;
        foreach (double value in values)
        {
            if (value <= low)
                atLow++;
            else if (value >= high)
                atHigh++;
            else
                sum.Add(value);
        }

        sum.Add(low * (atLow - dropped));
        sum.Add(high * (atHigh - dropped));
        return Require.InRange(sum.Total) / count;
    }

    private static void Tails(ReadOnlySpan<double> values, int cut, out double low, out double high)
    {
        using var keys = new Rented<long>(values.Length);
        OrderedBits.Encode(values, keys.Span);
        Span<long> found = stackalloc long[2];
        OrderStatistics.Select(keys.Span, [cut, values.Length - 1 - cut], found);
        (low, high) = (OrderedBits.Decode(found[0]), OrderedBits.Decode(found[1]));
    }
}

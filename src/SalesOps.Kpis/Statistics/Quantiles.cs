using System.Runtime.InteropServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Quantiles of values in any order, found by selection rather than by sorting everything.</summary>
/// <remarks>
/// Nothing is allocated: scratch of 8 bytes a value is rented, or the caller's own span is reordered. A share is a fraction 0..1.
/// Values are finite; no values have no quantile, which is null.
/// </remarks>
public static class Quantiles
{
    // Beyond so many shares one sort is cheaper than looking for each rank.
    private const int MostSelected = 32;

    /// <summary>The quantile at a share, such as 0.9.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> isn't between 0 and 1, or the method is unknown.</exception>
    public static double? Quantile(ReadOnlySpan<double> values, double share, QuantileMethod method = QuantileMethod.Linear)
    {
        Require.Finite(values, nameof(values));
        using var keys = new Rented<long>(values.Length);
        OrderedBits.Encode(values, keys.Span);
        return OfKeys(keys.Span, share, method);
    }

    /// <summary>The quantile at a share of whole numbers, such as ticks or cents; between two of them it is a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> isn't between 0 and 1, or the method is unknown.</exception>
    public static double? Quantile(ReadOnlySpan<long> values, double share, QuantileMethod method = QuantileMethod.Linear)
    {
        using var copy = new Rented<long>(values.Length);
        values.CopyTo(copy.Span);
        return QuantileInPlace(copy.Span, share, method);
    }

    /// <summary>The quantile at a share, without scratch: <paramref name="values"/> are in another order afterwards.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> isn't between 0 and 1, or the method is unknown.</exception>
    public static double? QuantileInPlace(Span<double> values, double share, QuantileMethod method = QuantileMethod.Linear)
    {
        Require.Finite(values, nameof(values));
        Span<long> keys = MemoryMarshal.Cast<double, long>(values);
        OrderedBits.Encode(values, keys);
        try
        {
            return OfKeys(keys, share, method);
        }
        finally
        {
            OrderedBits.Decode(keys, values);
        }
    }

    /// <summary>
    /// The quantile at a share of whole numbers, without scratch: <paramref name="values"/> are in another order afterwards.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> isn't between 0 and 1, or the method is unknown.</exception>
    public static double? QuantileInPlace(Span<long> values, double share, QuantileMethod method = QuantileMethod.Linear)
    {
        Require.Share(share, nameof(share));
        if (values.IsEmpty)
            return null;
        Select(values, share, method, out QuantilePosition position, out long low, out long high);
        return position.Between(low, high);
    }

    /// <summary>The median: the middle value, or the mean of the two in the middle.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static double? Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    /// <summary>The median of whole numbers.</summary>
    public static double? Median(ReadOnlySpan<long> values) => Quantile(values, 0.5);

    /// <summary>The median, without scratch: <paramref name="values"/> are in another order afterwards.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static double? MedianInPlace(Span<double> values) => QuantileInPlace(values, 0.5);

    /// <summary>The median of whole numbers, without scratch: <paramref name="values"/> are in another order afterwards.</summary>
    public static double? MedianInPlace(Span<long> values) => QuantileInPlace(values, 0.5);

    /// <summary>The quantiles at several shares, in their order, cheaper than one by one; false when there are no values.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="shares">The shares, in any order.</param>
    /// <param name="quantiles">Receives a quantile for each share.</param>
    /// <param name="method">How a quantile is read off the sorted values.</param>
    /// <exception cref="ArgumentException">
    /// A value is NaN or infinite, or <paramref name="quantiles"/> is shorter than <paramref name="shares"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share isn't between 0 and 1, or the method is unknown.</exception>
    public static bool TryQuantiles(
        ReadOnlySpan<double> values, ReadOnlySpan<double> shares, Span<double> quantiles, QuantileMethod method = QuantileMethod.Linear)
    {
        Require.Finite(values, nameof(values));
        foreach (double share in shares)
            Require.Share(share, nameof(shares));
        if (quantiles.Length < shares.Length)
            throw new ArgumentException("There are more shares than room for their quantiles.", nameof(quantiles));
        if (values.IsEmpty)
            return false;
        using var keys = new Rented<long>(values.Length);
        OrderedBits.Encode(values, keys.Span);
        using var ranks = new Rented<int>(2 * shares.Length);
        using var found = new Rented<long>(2 * shares.Length);
        SelectAll(keys.Span, shares, method, ranks.Span, found.Span);
        for (int i = 0; i < shares.Length; i++)
        {
            var position = new QuantilePosition(values.Length, shares[i], method);
            double low = OrderedBits.Decode(found.Span[ranks.Span.BinarySearch(position.Low)]);
            double high = OrderedBits.Decode(found.Span[ranks.Span.BinarySearch(position.High)]);
            quantiles[i] = position.Between(low, high);
        }

        return true;
    }

    private static double? OfKeys(Span<long> keys, double share, QuantileMethod method)
    {
        Require.Share(share, nameof(share));
        if (keys.IsEmpty)
            return null;
        Select(keys, share, method, out QuantilePosition position, out long low, out long high);
        return position.Between(OrderedBits.Decode(low), OrderedBits.Decode(high));
    }

    private static void Select(
        Span<long> values, double share, QuantileMethod method, out QuantilePosition position, out long low, out long high)
    {
        position = new QuantilePosition(values.Length, share, method);
        Span<long> found = stackalloc long[2];
        OrderStatistics.Select(values, [position.Low, position.High], found);
        (low, high) = (found[0], found[1]);
    }

    private static void SelectAll(Span<long> keys, ReadOnlySpan<double> shares, QuantileMethod method, Span<int> ranks, Span<long> found)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            var position = new QuantilePosition(keys.Length, shares[i], method);
            (ranks[2 * i], ranks[2 * i + 1]) = (position.Low, position.High);
        }

        ranks.Sort();
        if (shares.Length <= MostSelected)
        {
            OrderStatistics.Select(keys, ranks, found);
            return;
        }

        keys.Sort();
        for (int i = 0; i < ranks.Length; i++)
            found[i] = keys[ranks[i]];
    }
}

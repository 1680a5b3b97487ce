using System.Runtime.Intrinsics;

namespace SalesOps.Kpis.Statistics;

/// <summary>Sums and means of doubles that keep what rounding loses: about as precise as twice the digits, rounded once.</summary>
/// <remarks>
/// The same values in the same order give the same bits on every processor. The order matters only in the last bit,
/// unless values cancel; sums that must not depend on it belong in whole numbers or decimals.
/// A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
/// </remarks>
public static class CompensatedSum
{
    private const int Lanes = 4, Stride = 2 * Lanes;

    /// <summary>The sum; 0 for no values.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="OverflowException">A partial sum is beyond the range of a double.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        double sum = Total(values);
        if (double.IsFinite(sum))
            return sum;
        Require.Finite(values, nameof(values));
        return Require.InRange(sum);
    }

    /// <summary>The arithmetic mean; null for no values.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="OverflowException">A partial sum is beyond the range of a double.</exception>
    public static double? Mean(ReadOnlySpan<double> values) => values.IsEmpty ? null : Of(values) / values.Length;

    // Always eight sums side by side, however wide the processor is, so that the order of additions never changes.
    private static double Total(ReadOnlySpan<double> values)
    {
        Vector256<double> even = default, odd = default, evenLost = default, oddLost = default;
        int i = 0;
        for (; i <= values.Length - Stride; i += Stride)
        {
            Add(ref even, ref evenLost, Vector256.Create(values[i..]));
            Add(ref odd, ref oddLost, Vector256.Create(values[(i + Lanes)..]));
        }

        NeumaierSum total = default;
        for (int lane = 0; lane < Lanes; lane++)
        {
            total.Add(even[lane]);
            total.Add(odd[lane]);
        }

        for (; i < values.Length; i++)
            total.Add(values[i]);
        Vector256<double> lost = evenLost + oddLost;
        for (int lane = 0; lane < Lanes; lane++)
            total.Add(lost[lane]);
        return total.Total;
    }

    // D. E. Knuth's exact addition: the rounded sum, and what the rounding lost, without asking which is larger.
    private static void Add(ref Vector256<double> sum, ref Vector256<double> lost, Vector256<double> values)
    {
        Vector256<double> next = sum + values, added = next - sum;
        lost += sum - (next - added) + (values - added);
        sum = next;
    }
}

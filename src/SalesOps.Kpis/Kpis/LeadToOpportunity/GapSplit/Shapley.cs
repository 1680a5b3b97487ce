namespace SalesOps.Kpis;

/// <summary>Shares a change fairly among the things that changed.</summary>
/// <remarks>L. S. Shapley, A value for n-person games (1953).</remarks>
internal static class Shapley
{
    /// <summary>The part of each thing: what it changes, as the mean over all orders in which the things can change.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="value">The value once the things of a set have changed; a bit for each.</param>
    public static double[] Split(int count, Func<int, double> value)
    {
        double[] values = [.. Enumerable.Range(0, 1 << count).Select(value)];
        var parts = new double[count];
        for (int set = 0; set < values.Length; set++)
        {
            double weight = Weight(int.PopCount(set), count);
            for (int thing = 0; thing < count; thing++)
            {
                if ((set >> thing & 1) == 0)
                    parts[thing] += weight * (values[set | 1 << thing] - values[set]);
            }
        }

        return parts;
    }

    // The share of the orders in which just the things of a set come before another: 1 / (count x (count - 1 over size)).
    private static double Weight(int size, int count)
    {
        double orders = count;
        for (int i = 1; i <= size; i++)
            orders *= (double)(count - i) / i;
        return 1 / orders;
    }
}

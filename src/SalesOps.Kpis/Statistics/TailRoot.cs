namespace SalesOps.Kpis.Statistics;

/// <summary>Where a tail has a given probability: Newton's steps, kept inside a bracket that only shrinks.</summary>
internal static class TailRoot
{
    // A step of Newton's squares the distance, so that what is left after a small one is beyond the digits of a double.
    private const double SmallStep = 1e-10, Precision = 1e-15;
    private const int MostSteps = 200;

    /// <summary>The logarithm of the value at which the tail is <paramref name="probability"/>.</summary>
    public static double Solve<TTail>(in TTail tail, double probability, double low, double high, double start, bool falling)
        where TTail : struct, ITail
    {
        double target = Math.Log(probability), at = Math.Clamp(start, low, high);
        for (int step = 0; step < MostSteps; step++)
        {
            double excess = tail.Log(at, out double slope) - target;
            if (excess == 0)
                break;
            if (excess > 0 == falling)
                low = at;
            else
                high = at;
            double next = at - excess / slope;
            bool inside = next > low && next < high;
            if (!inside)
                next = low + (high - low) / 2;
            bool settled = Math.Abs(next - at) <= (inside ? SmallStep : Precision) * Math.Max(1, Math.Abs(at));
            at = next;
            if (settled)
                break;
        }

        return at;
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>How badly a ratio of two rates fits the counts.</summary>
internal readonly struct RatioScore(double x1, double n1, double x2, double n2)
{
    // Counts are below 2 to the 63, so that ratios lie within e to the ±88.
    private const double MostLog = 100;
    private const int Halvings = 64;

    /// <summary>The ratio below that of the counts at which χ² is z².</summary>
    public double LowerBound(double z)
    {
        double low = -MostLog, high = x2 == 0 ? MostLog : Math.Log(x1 / n1 / (x2 / n2));
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (ChiSquared(Math.Exp(middle)) > z * z)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp((low + high) / 2);
    }

    private double ChiSquared(double ratio)
    {
        // The first rate of the most likely pair with this ratio: the smaller root of (n₁+n₂) p² - b p + ratio (x₁+x₂) = 0.
        double b = ratio * (n1 + x2) + x1 + n2, c = ratio * (x1 + x2);
        double rate = Math.Min(1, 2 * c / (b + Math.Sqrt(Math.Max(0, b * b - 4 * (n1 + n2) * c))));
        return Term(x1, n1, rate) + Term(x2, n2, Math.Min(1, rate / ratio));
    }

    private static double Term(double hits, double size, double rate)
    {
        double excess = hits - size * rate;
        return excess == 0 ? 0 : excess * excess / (size * rate * (1 - rate));
    }
}

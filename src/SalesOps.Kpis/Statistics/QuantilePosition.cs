namespace SalesOps.Kpis.Statistics;

/// <summary>Where a quantile lies among n sorted values: between two ranks, counted from 0.</summary>
internal readonly struct QuantilePosition
{
    private const double Fuzz = 4 * 2.220446049250313e-16;

    public QuantilePosition(int n, double share, QuantileMethod method)
    {
        double position = method switch
        {
            QuantileMethod.Linear => Snap((n - 1) * share),
            QuantileMethod.Weibull => Snap((n + 1.0) * share) - 1,
            QuantileMethod.AveragedInvertedCdf => Snap(n * share) - 1,
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method."),
        };
        double low = Math.Floor(position), weight = position - low;
        if (method == QuantileMethod.AveragedInvertedCdf)
            (low, weight) = weight == 0 ? (low, 0.5) : (low + 1, 0);
        Low = Math.Clamp((int)low, 0, n - 1);
        High = Math.Clamp((int)low + 1, 0, n - 1);
        Weight = weight;
    }

    public int Low { get; }

    public int High { get; }

    /// <summary>How far from the lower to the upper, 0..1.</summary>
    public double Weight { get; }

    public double Between(double low, double high) => Weight == 0 || low == high
        ? low
        : low <= 0 && high >= 0
            ? (1 - Weight) * low + Weight * high        // the difference might overflow
            : Math.Min(high, low + Weight * (high - low));

    // 100 times 0.07 is 7.000000000000001: what is meant is the seventh of a hundred.
    internal static double Snap(double product)
    {
        double nearest = Math.Round(product);
        return Math.Abs(product - nearest) <= Fuzz * nearest ? nearest : product;
    }
}

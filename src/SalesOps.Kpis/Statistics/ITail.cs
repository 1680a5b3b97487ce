namespace SalesOps.Kpis.Statistics;

/// <summary>A tail probability over a positive value or parameter, on logarithmic axes, where it is smooth however small it is.</summary>
internal interface ITail
{
    /// <summary>The logarithm of the probability at e to the <paramref name="logX"/>, and its slope there.</summary>
    double Log(double logX, out double slope);
}

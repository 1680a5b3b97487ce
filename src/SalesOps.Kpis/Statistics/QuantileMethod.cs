namespace SalesOps.Kpis.Statistics;

/// <summary>How a quantile is read off the sorted values.</summary>
/// <remarks>
/// The numbers are the types of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50
/// (1996).
/// </remarks>
public enum QuantileMethod
{
    /// <summary>
    /// Type 2: the first value that at least the share lies at or below; the mean of two where the share falls between them. The
    /// default of SAS.
    /// </summary>
    AveragedInvertedCdf = 2,

    /// <summary>
    /// Type 6: at position (n + 1) p, counted from 1. <c>PERCENTILE.EXC</c>, SPSS, Minitab. Beyond the outermost values it is these.
    /// </summary>
    Weibull = 6,

    /// <summary>
    /// Type 7: at position (n - 1) p + 1, counted from 1. <c>PERCENTILE.INC</c>, Power BI, <c>PERCENTILE_CONT</c>, R, NumPy.
    /// </summary>
    Linear = 7,
}

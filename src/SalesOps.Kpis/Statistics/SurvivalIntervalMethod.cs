namespace SalesOps.Kpis.Statistics;

/// <summary>On which scale the interval around a survival estimate is symmetric. All are normal with Greenwood's variance.</summary>
public enum SurvivalIntervalMethod
{
    /// <summary>ln(-ln S): never leaves 0..1. The default here, in SAS and in lifelines.</summary>
    LogLog,

    /// <summary>ln S, cut at 1. The default of R.</summary>
    Log,

    /// <summary>S itself, cut at 0 and 1.</summary>
    Plain,
}

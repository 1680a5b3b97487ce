namespace SalesOps.Kpis;

/// <summary>Which open deals cover what is left of a target.</summary>
public enum CoverageBasis : byte
{
    /// <summary>Those that are expected to close in the target's period and are not overdue.</summary>
    ExpectedInPeriod,

    /// <summary>All of them: overdue, without an expected close, and expected in other periods too.</summary>
    AllOpen,
}

namespace SalesOps.Kpis;

/// <summary>Which calendar year a fiscal year is named by. Both agree where it starts in January.</summary>
public enum FiscalYearLabel : byte
{
    /// <summary>The year in which it ends: FY2013 runs from November 2012 to October 2013.</summary>
    EndYear,

    /// <summary>The year in which it starts.</summary>
    StartYear,
}

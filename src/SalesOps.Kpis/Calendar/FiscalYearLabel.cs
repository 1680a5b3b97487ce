namespace SalesOps.Kpis;

/// <summary>Which calendar year a fiscal year is named after. The two agree when fiscal years start in January.</summary>
public enum FiscalYearLabel : byte
{
    /// <summary>The year that it ends in: from April 2012 to March 2013 is FY2013.</summary>
    EndYear,

    /// <summary>The year that it starts in: from April 2012 to March 2013 is FY2012.</summary>
    StartYear,
}

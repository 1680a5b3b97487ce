namespace SalesOps.Kpis.Import;

/// <summary>What becomes of a row whose value can't be read.</summary>
public enum BadValuePolicy
{
    /// <summary>It is rejected.</summary>
    RejectRow,

    /// <summary>It is kept without that value, unless the record can't be without; the fault is reported all the same.</summary>
    LeaveEmpty,
}

namespace SalesOps.Kpis.Import;

/// <summary>What a close date on an open deal means.</summary>
public enum OpenCloseDate
{
    /// <summary>
    /// The day on which the deal is expected to close: it goes to <see cref="Deal.ExpectedCloseOn"/> where that is empty,
    /// and is dropped otherwise.
    /// </summary>
    Expected,

    /// <summary>Nothing: it is dropped.</summary>
    Ignore,

    /// <summary>When it closed: it stays in <see cref="Deal.ClosedAt"/>, against the outcome.</summary>
    Keep,
}

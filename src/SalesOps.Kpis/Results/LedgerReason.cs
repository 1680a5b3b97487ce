namespace SalesOps.Kpis;

/// <summary>Why a row was left out of a figure, or what was odd about one that was used.</summary>
public enum LedgerReason : byte
{
    /// <summary>Merged into another row, which counts in its place.</summary>
    Merged,

    /// <summary>A kind of deal that the figure leaves out, such as renewals.</summary>
    KindLeftOut,

    /// <summary>Created after the as-of: it did not exist yet.</summary>
    CreatedAfterAsOf,

    /// <summary>Closed after the as-of: it was still open.</summary>
    ClosedAfterAsOf,

    /// <summary>Not decided yet.</summary>
    StillOpen,

    /// <summary>Already closed, so not in the stock.</summary>
    AlreadyClosed,

    /// <summary>Closed, but not won.</summary>
    NotWon,

    /// <summary>Disqualified, where that is neither won nor lost.</summary>
    Disqualified,

    /// <summary>No customer, where customers are counted.</summary>
    CustomerMissing,

    /// <summary>No date of the close.</summary>
    CloseDateMissing,

    /// <summary>No date that the duration could start from.</summary>
    StartMissing,

    /// <summary>Ends before it starts.</summary>
    NegativeDuration,

    /// <summary>No date of the creation.</summary>
    CreationUnknown,

    /// <summary>No amount.</summary>
    AmountMissing,

    /// <summary>No probability, so that its amount weighs nothing.</summary>
    ProbabilityMissing,

    /// <summary>Measured from the receipt of the lead, since there was no first contact.</summary>
    StartedAtLeadReceipt,

    /// <summary>Measured from the creation of the deal, since there was neither a first contact nor a lead.</summary>
    StartedAtCreation,

    /// <summary>No exchange rate for the amount, so that it counts neither in a numerator nor in a denominator.</summary>
    RateMissing,

    /// <summary>Open, although there is a date of its close, which is not used.</summary>
    OpenWithCloseDate,

    /// <summary>Closed since, so that its stage at the time is unknown and its amount is today's; or a status without a date, so that today's is used.</summary>
    AsOfUsesToday,

    /// <summary>No response: it has no response time.</summary>
    Unanswered,

    /// <summary>Answered, as a later date or the status tells, at an unknown time.</summary>
    ResponseUndated,

    /// <summary>A further lead of a person, who counts once.</summary>
    SamePerson,

    /// <summary>Its window had not ended at the as-of, so it counts later.</summary>
    WindowRunning,

    /// <summary>Not converted, or not within the window.</summary>
    NotConverted,

    /// <summary>Converted, without a date of it.</summary>
    ConversionDateMissing,
}

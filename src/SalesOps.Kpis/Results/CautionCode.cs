namespace SalesOps.Kpis;

/// <summary>When not to trust a figure, or what to look at beside it.</summary>
public enum CautionCode : byte
{
    /// <summary>Few rows, so the figure may be chance.</summary>
    SmallSample,

    /// <summary>The last period had not ended at the as-of.</summary>
    PartialPeriod,

    /// <summary>Much of what started is not resolved yet, and what is resolved is the quicker part.</summary>
    RightCensored,

    /// <summary>Durations were measured from different starting points.</summary>
    MixedStarts,

    /// <summary>Some deals closed since, and their stage and amount at the time are unknown.</summary>
    AsOfUsesToday,

    /// <summary>Many open deals have no amount.</summary>
    AmountsMissing,

    /// <summary>A single deal makes up much of the amount.</summary>
    Concentrated,

    /// <summary>A pipeline alone: neither a win rate nor a sales cycle nor stages stand beside it.</summary>
    BigPictureOnly,

    /// <summary>Many leads were never answered, so that the response time speaks of the others only.</summary>
    Unanswered,

    /// <summary>Response times below zero or beyond what a response can take: the dates mean something else.</summary>
    ImplausibleLags,

    /// <summary>The figure of all hides that people differ.</summary>
    RepsDiffer,

    /// <summary>The figure of all hides that groups differ.</summary>
    SegmentsDiffer,

    /// <summary>Many leads may still convert.</summary>
    Immature,

    /// <summary>A rate is off, and without contact dates nobody can tell the part of the leads from that of their handling.</summary>
    CauseNotSeparated,
}

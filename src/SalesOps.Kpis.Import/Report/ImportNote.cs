namespace SalesOps.Kpis.Import;

/// <summary>What was done to rows that were kept.</summary>
public enum ImportNote
{
    /// <summary>The close date of an open deal was moved, dropped or kept.</summary>
    CloseDateOfOpenDeal,

    /// <summary>An amount was one of those that mean "absent".</summary>
    MissingAmount,

    /// <summary>A value could not be read and was left empty.</summary>
    ValueLeftEmpty,

    /// <summary>A word that isn't listed was taken as <see cref="Words{T}.Other"/>.</summary>
    OtherWord,

    /// <summary>Blank fields beyond those of the header were dropped.</summary>
    BlankExtraFields,

    /// <summary>The row holds bytes that the encoding doesn't know (U+FFFD): likely the wrong encoding.</summary>
    UnreadableCharacters,
}

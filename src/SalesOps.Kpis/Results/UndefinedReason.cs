namespace SalesOps.Kpis;

/// <summary>Why a figure has no value.</summary>
public enum UndefinedReason : byte
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>No rows.</summary>
    NoRows,

    /// <summary>No deal was decided.</summary>
    NoClosedDeals,

    /// <summary>No deal was won.</summary>
    NoWonDeals,

    /// <summary>No deal is open.</summary>
    NoOpenDeals,

    /// <summary>No row has an amount.</summary>
    NoAmounts,

    /// <summary>The amounts add up to nothing that could be divided by.</summary>
    NothingToDivideBy,

    /// <summary>Too many lost deals have no amount or 0, so the rate would be near 100 % whatever was lost.</summary>
    LostAmountsMissing,

    /// <summary>Amounts in several currencies and no exchange rates.</summary>
    MixedCurrencies,

    /// <summary>The target has no such figure.</summary>
    NoTarget,

    /// <summary>The target is reached already, so nothing is left to be covered.</summary>
    TargetReached,

    /// <summary>No lead was answered.</summary>
    NoResponses,

    /// <summary>One of the two buckets that are compared has no rows.</summary>
    EmptyBucket,

    /// <summary>No lead's window has ended yet.</summary>
    WindowsRunning,
}

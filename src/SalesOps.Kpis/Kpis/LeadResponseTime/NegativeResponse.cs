namespace SalesOps.Kpis;

/// <summary>What becomes of a response that is dated before the lead's wait began.</summary>
public enum NegativeResponse : byte
{
    /// <summary>It is left out and counted: one of its dates is wrong.</summary>
    Exclude,

    /// <summary>It took no time, as when somebody was in touch already.</summary>
    CountAsZero,

    /// <summary>It is measured as it stands, below zero.</summary>
    Keep,
}

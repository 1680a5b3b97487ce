namespace SalesOps.Kpis;

/// <summary>From when a lead waits for a response.</summary>
public enum ResponseStart : byte
{
    /// <summary>The receipt of the lead: what the lead feels.</summary>
    Receipt,

    /// <summary>The assignment to its owner: what the owner can do anything about.</summary>
    Assignment,
}

namespace SalesOps.Kpis;

/// <summary>How far a lead has come. A status without its date counts in ratios and never in times.</summary>
public enum LeadStatus : byte
{
    /// <summary>Received, nothing more.</summary>
    Open,

    /// <summary>Contacted.</summary>
    Contacted,

    /// <summary>Accepted by sales.</summary>
    Qualified,

    /// <summary>Turned into a deal.</summary>
    Converted,

    /// <summary>Rejected.</summary>
    Disqualified,
}

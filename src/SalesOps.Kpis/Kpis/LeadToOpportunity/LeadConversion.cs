namespace SalesOps.Kpis;

/// <summary>When a lead counts as converted.</summary>
public enum LeadConversion : byte
{
    /// <summary>A deal exists: one is linked, or the status says so. Dated by the deal's creation, else by <see cref="Lead.ConvertedAt"/>.</summary>
    OpportunityCreated,

    /// <summary>Sales accepted it; a deal implies that.</summary>
    Qualified,

    /// <summary>One of its deals was won.</summary>
    Won,
}

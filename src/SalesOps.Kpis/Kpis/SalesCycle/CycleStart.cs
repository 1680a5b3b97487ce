namespace SalesOps.Kpis;

/// <summary>Where a sales cycle starts.</summary>
public enum CycleStart : byte
{
    /// <summary>The first contact; without one the receipt of the lead, without that the creation of the deal.</summary>
    FirstContact,

    /// <summary>The receipt of the lead.</summary>
    LeadReceived,

    /// <summary>The creation of the deal.</summary>
    DealCreated,
}

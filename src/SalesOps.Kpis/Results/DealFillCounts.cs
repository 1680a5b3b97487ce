namespace SalesOps.Kpis;

/// <summary>How many deals took over what they lacked from their leads.</summary>
public readonly record struct DealFillCounts
{
    /// <summary>Deals that took over the receipt of the lead.</summary>
    public long Receipts { get; init; }

    /// <summary>Deals that took over the customer.</summary>
    public long Customers { get; init; }

    /// <summary>Deals that took over the source.</summary>
    public long Sources { get; init; }

    /// <summary>Deals that took over the channel.</summary>
    public long Channels { get; init; }

    /// <summary>Deals that took over the campaign.</summary>
    public long Campaigns { get; init; }

    /// <summary>Deals that took over the segment.</summary>
    public long Segments { get; init; }
}

namespace SalesOps.Kpis;

/// <summary>What is to be reached in a period: an amount, a count, or both; for everybody, or for an owner, segment or product.</summary>
public readonly record struct Target
{
    /// <summary>The period.</summary>
    public required ReportingPeriod Period { get; init; }

    /// <summary>The amount to reach.</summary>
    public Money? Amount { get; init; }

    /// <summary>The number to reach.</summary>
    public long? Count { get; init; }

    /// <summary>The rep whose target it is; null for all.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The segment that it is for; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>The product that it is for; null for all.</summary>
    public string? ProductId { get; init; }
}

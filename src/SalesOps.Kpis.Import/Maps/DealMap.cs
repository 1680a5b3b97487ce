namespace SalesOps.Kpis.Import;

/// <summary>Which columns of a file hold which members of its <see cref="Deal"/>s. Members that are left out stay absent.</summary>
/// <remarks>
/// A member is a column's name or one value for all rows (for texts: <see cref="Column.Always"/>); a column may serve
/// several members.
/// </remarks>
public sealed record DealMap
{
    /// <inheritdoc cref="Deal.Id"/>
    public required Column Id { get; init; }

    /// <inheritdoc cref="Deal.Outcome"/>
    public required Column<DealOutcome> Outcome { get; init; }

    /// <summary>The words of the outcome column. By default the names of <see cref="DealOutcome"/>.</summary>
    public Words<DealOutcome> OutcomeWords { get; init; } = Words<DealOutcome>.Names;

    /// <inheritdoc cref="Deal.Kind"/>
    public Column<DealKind> Kind { get; init; }

    /// <summary>The words of the kind column. By default the names of <see cref="DealKind"/>.</summary>
    public Words<DealKind> KindWords { get; init; } = Words<DealKind>.Names;

    /// <summary>The deal's value; needs <see cref="Currency"/>.</summary>
    public Column<decimal> Amount { get; init; }

    /// <summary>The value at list prices, before discount; needs <see cref="Currency"/>.</summary>
    public Column<decimal> ListAmount { get; init; }

    /// <summary>The currency of the amounts: a column of ISO codes, or one currency.</summary>
    public Column<Currency> Currency { get; init; }

    /// <inheritdoc cref="Deal.Quantity"/>
    public Column<decimal> Quantity { get; init; }

    /// <summary>The chance of winning. A constant is a fraction 0..1.</summary>
    public Column<double> Probability { get; init; }

    /// <summary>How the file writes probabilities. By default as fractions.</summary>
    public ProbabilityScale ProbabilityScale { get; init; }

    /// <inheritdoc cref="Deal.CreatedAt"/>
    public Column<Instant> CreatedAt { get; init; }

    /// <inheritdoc cref="Deal.FirstContactAt"/>
    public Column<Instant> FirstContactAt { get; init; }

    /// <inheritdoc cref="Deal.LeadReceivedAt"/>
    public Column<Instant> LeadReceivedAt { get; init; }

    /// <summary>When it was won, lost or disqualified.</summary>
    public Column<Instant> ClosedAt { get; init; }

    /// <summary>What a close date on an open deal means. By default the expected one.</summary>
    public OpenCloseDate OpenCloseDate { get; init; }

    /// <inheritdoc cref="Deal.ExpectedCloseOn"/>
    public Column<LocalDate> ExpectedCloseOn { get; init; }

    /// <inheritdoc cref="Deal.CustomerId"/>
    public Column CustomerId { get; init; }

    /// <inheritdoc cref="Deal.LeadId"/>
    public Column LeadId { get; init; }

    /// <inheritdoc cref="Deal.OwnerId"/>
    public Column OwnerId { get; init; }

    /// <inheritdoc cref="Deal.ProductId"/>
    public Column ProductId { get; init; }

    /// <inheritdoc cref="Deal.Source"/>
    public Column Source { get; init; }

    /// <inheritdoc cref="Deal.Channel"/>
    public Column Channel { get; init; }

    /// <inheritdoc cref="Deal.CampaignId"/>
    public Column CampaignId { get; init; }

    /// <inheritdoc cref="Deal.Segment"/>
    public Column Segment { get; init; }

    /// <inheritdoc cref="Deal.PipelineId"/>
    public Column PipelineId { get; init; }

    /// <inheritdoc cref="Deal.Stage"/>
    public Column Stage { get; init; }

    /// <inheritdoc cref="Deal.LossReason"/>
    public Column LossReason { get; init; }

    /// <inheritdoc cref="Deal.MergedIntoId"/>
    public Column MergedIntoId { get; init; }
}

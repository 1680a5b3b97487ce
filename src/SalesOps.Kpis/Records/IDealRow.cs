namespace SalesOps.Kpis;

/// <summary>The facts of one deal as calculators read them: a record, a table row or a caller's own struct.</summary>
/// <remarks>
/// Absent texts are null; absent times, amounts, quantities and probabilities are <c>default</c>. Getters must be pure and
/// should be cheap: a calculator reads only those that it needs, once or more per row.
/// </remarks>
public interface IDealRow
{
    /// <inheritdoc cref="Deal.Id"/>
    string Id { get; }

    /// <inheritdoc cref="Deal.Outcome"/>
    DealOutcome Outcome { get; }

    /// <summary>What the deal is about; <see cref="DealKind.Unspecified"/> where absent.</summary>
    DealKind Kind { get; }

    /// <inheritdoc cref="Deal.Amount"/>
    Amount Amount { get; }

    /// <inheritdoc cref="Deal.ListAmount"/>
    Amount ListAmount { get; }

    /// <inheritdoc cref="Deal.Quantity"/>
    Quantity Quantity { get; }

    /// <inheritdoc cref="Deal.Probability"/>
    Probability Probability { get; }

    /// <inheritdoc cref="Deal.CreatedAt"/>
    Moment CreatedAt { get; }

    /// <inheritdoc cref="Deal.FirstContactAt"/>
    Moment FirstContactAt { get; }

    /// <inheritdoc cref="Deal.LeadReceivedAt"/>
    Moment LeadReceivedAt { get; }

    /// <inheritdoc cref="Deal.ClosedAt"/>
    Moment ClosedAt { get; }

    /// <inheritdoc cref="Deal.ExpectedCloseOn"/>
    LocalDate? ExpectedCloseOn { get; }

    /// <inheritdoc cref="Deal.CustomerId"/>
    string? CustomerId { get; }

    /// <inheritdoc cref="Deal.LeadId"/>
    string? LeadId { get; }

    /// <inheritdoc cref="Deal.OwnerId"/>
    string? OwnerId { get; }

    /// <inheritdoc cref="Deal.ProductId"/>
    string? ProductId { get; }

    /// <inheritdoc cref="Deal.Source"/>
    string? Source { get; }

    /// <inheritdoc cref="Deal.Channel"/>
    string? Channel { get; }

    /// <inheritdoc cref="Deal.CampaignId"/>
    string? CampaignId { get; }

    /// <inheritdoc cref="Deal.Segment"/>
    string? Segment { get; }

    /// <inheritdoc cref="Deal.PipelineId"/>
    string? PipelineId { get; }

    /// <inheritdoc cref="Deal.Stage"/>
    string? Stage { get; }

    /// <inheritdoc cref="Deal.LossReason"/>
    string? LossReason { get; }

    /// <inheritdoc cref="Deal.MergedIntoId"/>
    string? MergedIntoId { get; }
}

namespace SalesOps.Kpis;

/// <summary>The facts of one lead as calculators read them: a record, a table row or a caller's own struct.</summary>
/// <remarks>Absent texts are null; absent times are <c>default</c>. Getters must be pure and should be cheap.</remarks>
public interface ILeadRow
{
    /// <inheritdoc cref="Lead.Id"/>
    string Id { get; }

    /// <inheritdoc cref="Lead.Status"/>
    LeadStatus Status { get; }

    /// <summary>Whose lead it is; <see cref="Department.Unspecified"/> where absent.</summary>
    Department Department { get; }

    /// <inheritdoc cref="Lead.Score"/>
    double? Score { get; }

    /// <inheritdoc cref="Lead.ReceivedAt"/>
    Moment ReceivedAt { get; }

    /// <inheritdoc cref="Lead.AssignedAt"/>
    Moment AssignedAt { get; }

    /// <inheritdoc cref="Lead.FirstRespondedAt"/>
    Moment FirstRespondedAt { get; }

    /// <inheritdoc cref="Lead.ContactedAt"/>
    Moment ContactedAt { get; }

    /// <inheritdoc cref="Lead.QualifiedAt"/>
    Moment QualifiedAt { get; }

    /// <inheritdoc cref="Lead.ConvertedAt"/>
    Moment ConvertedAt { get; }

    /// <inheritdoc cref="Lead.DisqualifiedAt"/>
    Moment DisqualifiedAt { get; }

    /// <inheritdoc cref="Lead.DealCreatedAt"/>
    Moment DealCreatedAt { get; }

    /// <inheritdoc cref="Lead.WonAt"/>
    Moment WonAt { get; }

    /// <inheritdoc cref="Lead.DealOutcome"/>
    DealOutcome? DealOutcome { get; }

    /// <inheritdoc cref="Lead.PersonId"/>
    string? PersonId { get; }

    /// <inheritdoc cref="Lead.Source"/>
    string? Source { get; }

    /// <inheritdoc cref="Lead.Channel"/>
    string? Channel { get; }

    /// <inheritdoc cref="Lead.CampaignId"/>
    string? CampaignId { get; }

    /// <inheritdoc cref="Lead.OwnerId"/>
    string? OwnerId { get; }

    /// <inheritdoc cref="Lead.Segment"/>
    string? Segment { get; }

    /// <inheritdoc cref="Lead.ResponderId"/>
    string? ResponderId { get; }

    /// <inheritdoc cref="Lead.RejectReason"/>
    string? RejectReason { get; }

    /// <inheritdoc cref="Lead.DealId"/>
    string? DealId { get; }

    /// <inheritdoc cref="Lead.CustomerId"/>
    string? CustomerId { get; }

    /// <inheritdoc cref="Lead.MergedIntoId"/>
    string? MergedIntoId { get; }
}

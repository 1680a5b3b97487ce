namespace SalesOps.Kpis.Import;

/// <summary>Which columns of a file hold which members of its <see cref="Lead"/>s. Members that are left out stay absent.</summary>
/// <inheritdoc cref="DealMap" path="/remarks"/>
public sealed record LeadMap
{
    /// <inheritdoc cref="Lead.Id"/>
    public required Column Id { get; init; }

    /// <summary>How far it has come; open where it isn't stated.</summary>
    public Column<LeadStatus> Status { get; init; }

    /// <summary>The words of the status column. By default the names of <see cref="LeadStatus"/>.</summary>
    public Words<LeadStatus> StatusWords { get; init; } = Words<LeadStatus>.Names;

    /// <inheritdoc cref="Lead.Department"/>
    public Column<Department> Department { get; init; }

    /// <summary>The words of the department column. By default the names of <see cref="SalesOps.Kpis.Department"/>.</summary>
    public Words<Department> DepartmentWords { get; init; } = Words<Department>.Names;

    /// <inheritdoc cref="Lead.Score"/>
    public Column<double> Score { get; init; }

    /// <inheritdoc cref="Lead.ReceivedAt"/>
    public Column<Instant> ReceivedAt { get; init; }

    /// <inheritdoc cref="Lead.AssignedAt"/>
    public Column<Instant> AssignedAt { get; init; }

    /// <inheritdoc cref="Lead.FirstRespondedAt"/>
    public Column<Instant> FirstRespondedAt { get; init; }

    /// <inheritdoc cref="Lead.ContactedAt"/>
    public Column<Instant> ContactedAt { get; init; }

    /// <inheritdoc cref="Lead.QualifiedAt"/>
    public Column<Instant> QualifiedAt { get; init; }

    /// <inheritdoc cref="Lead.ConvertedAt"/>
    public Column<Instant> ConvertedAt { get; init; }

    /// <inheritdoc cref="Lead.DisqualifiedAt"/>
    public Column<Instant> DisqualifiedAt { get; init; }

    /// <inheritdoc cref="Lead.DealCreatedAt"/>
    public Column<Instant> DealCreatedAt { get; init; }

    /// <inheritdoc cref="Lead.WonAt"/>
    public Column<Instant> WonAt { get; init; }

    /// <inheritdoc cref="Lead.DealOutcome"/>
    public Column<DealOutcome> DealOutcome { get; init; }

    /// <summary>The words of the column of outcomes. By default the names of <see cref="SalesOps.Kpis.DealOutcome"/>.</summary>
    public Words<DealOutcome> DealOutcomeWords { get; init; } = Words<DealOutcome>.Names;

    /// <inheritdoc cref="Lead.PersonId"/>
    public Column PersonId { get; init; }

    /// <inheritdoc cref="Lead.Source"/>
    public Column Source { get; init; }

    /// <inheritdoc cref="Lead.Channel"/>
    public Column Channel { get; init; }

    /// <inheritdoc cref="Lead.CampaignId"/>
    public Column CampaignId { get; init; }

    /// <inheritdoc cref="Lead.OwnerId"/>
    public Column OwnerId { get; init; }

    /// <inheritdoc cref="Lead.Segment"/>
    public Column Segment { get; init; }

    /// <inheritdoc cref="Lead.ResponderId"/>
    public Column ResponderId { get; init; }

    /// <inheritdoc cref="Lead.RejectReason"/>
    public Column RejectReason { get; init; }

    /// <inheritdoc cref="Lead.DealId"/>
    public Column DealId { get; init; }

    /// <inheritdoc cref="Lead.CustomerId"/>
    public Column CustomerId { get; init; }

    /// <inheritdoc cref="Lead.MergedIntoId"/>
    public Column MergedIntoId { get; init; }
}

namespace SalesOps.Kpis.Tables;

/// <summary>The columns of a lead table as a caller gives them; all of one length. Columns that are left out are absent in every row.</summary>
/// <remarks>The columns are copied. A member means what the member of <see cref="Lead"/> with its name means.</remarks>
public sealed record LeadColumns
{
    /// <inheritdoc cref="Lead.Id"/>
    public required string[] Id { get; init; }

    /// <inheritdoc cref="Lead.Status"/>
    public LeadStatus[]? Status { get; init; }

    /// <inheritdoc cref="Lead.Department"/>
    public Department[]? Department { get; init; }

    /// <inheritdoc cref="Lead.Score"/>
    public double?[]? Score { get; init; }

    /// <inheritdoc cref="Lead.ReceivedAt"/>
    public Moment[]? ReceivedAt { get; init; }

    /// <inheritdoc cref="Lead.AssignedAt"/>
    public Moment[]? AssignedAt { get; init; }

    /// <inheritdoc cref="Lead.FirstRespondedAt"/>
    public Moment[]? FirstRespondedAt { get; init; }

    /// <inheritdoc cref="Lead.ContactedAt"/>
    public Moment[]? ContactedAt { get; init; }

    /// <inheritdoc cref="Lead.QualifiedAt"/>
    public Moment[]? QualifiedAt { get; init; }

    /// <inheritdoc cref="Lead.ConvertedAt"/>
    public Moment[]? ConvertedAt { get; init; }

    /// <inheritdoc cref="Lead.DisqualifiedAt"/>
    public Moment[]? DisqualifiedAt { get; init; }

    /// <inheritdoc cref="Lead.DealCreatedAt"/>
    public Moment[]? DealCreatedAt { get; init; }

    /// <inheritdoc cref="Lead.WonAt"/>
    public Moment[]? WonAt { get; init; }

    /// <inheritdoc cref="Lead.DealOutcome"/>
    public DealOutcome?[]? DealOutcome { get; init; }

    /// <inheritdoc cref="Lead.PersonId"/>
    public string?[]? PersonId { get; init; }

    /// <inheritdoc cref="Lead.Source"/>
    public TextColumn? Source { get; init; }

    /// <inheritdoc cref="Lead.Channel"/>
    public TextColumn? Channel { get; init; }

    /// <inheritdoc cref="Lead.CampaignId"/>
    public TextColumn? CampaignId { get; init; }

    /// <inheritdoc cref="Lead.OwnerId"/>
    public TextColumn? OwnerId { get; init; }

    /// <inheritdoc cref="Lead.Segment"/>
    public TextColumn? Segment { get; init; }

    /// <inheritdoc cref="Lead.ResponderId"/>
    public TextColumn? ResponderId { get; init; }

    /// <inheritdoc cref="Lead.RejectReason"/>
    public TextColumn? RejectReason { get; init; }

    /// <inheritdoc cref="Lead.DealId"/>
    public string?[]? DealId { get; init; }

    /// <inheritdoc cref="Lead.CustomerId"/>
    public string?[]? CustomerId { get; init; }

    /// <inheritdoc cref="Lead.MergedIntoId"/>
    public string?[]? MergedIntoId { get; init; }

    /// <summary>A copy of the columns that are read as they are.</summary>
    internal LeadColumns Checked(ColumnLengths lengths) => new()
    {
        Id = [.. Id],
        Status = lengths.CopyOrEmpty(nameof(Status), Status),
        Department = lengths.Copy(nameof(Department), Department),
        Score = lengths.Copy(nameof(Score), Score),
        DealOutcome = lengths.CopyOrEmpty(nameof(DealOutcome), DealOutcome),
        PersonId = lengths.Copy(nameof(PersonId), PersonId),
        DealId = lengths.Copy(nameof(DealId), DealId),
        CustomerId = lengths.Copy(nameof(CustomerId), CustomerId),
        MergedIntoId = lengths.Copy(nameof(MergedIntoId), MergedIntoId),
    };

    /// <summary>By <see cref="LeadField"/>.</summary>
    internal EncodedColumn?[] Labels(ColumnLengths lengths)
    {
        var labels = new EncodedColumn?[(int)LeadField.Received];
        labels[(int)LeadField.Owner] = lengths.Encode(nameof(OwnerId), OwnerId);
        labels[(int)LeadField.Responder] = lengths.Encode(nameof(ResponderId), ResponderId);
        labels[(int)LeadField.Source] = lengths.Encode(nameof(Source), Source);
        labels[(int)LeadField.Channel] = lengths.Encode(nameof(Channel), Channel);
        labels[(int)LeadField.Campaign] = lengths.Encode(nameof(CampaignId), CampaignId);
        labels[(int)LeadField.Segment] = lengths.Encode(nameof(Segment), Segment);
        labels[(int)LeadField.RejectReason] = lengths.Encode(nameof(RejectReason), RejectReason);
        return labels;
    }

    /// <summary>By <see cref="LeadField"/>, from <see cref="LeadField.Received"/> on.</summary>
    internal Moment[][] Moments(ColumnLengths lengths) =>
    [
        lengths.CopyOrEmpty(nameof(ReceivedAt), ReceivedAt), lengths.CopyOrEmpty(nameof(AssignedAt), AssignedAt),
        lengths.CopyOrEmpty(nameof(FirstRespondedAt), FirstRespondedAt), lengths.CopyOrEmpty(nameof(ContactedAt), ContactedAt),
        lengths.CopyOrEmpty(nameof(QualifiedAt), QualifiedAt), lengths.CopyOrEmpty(nameof(ConvertedAt), ConvertedAt),
        lengths.CopyOrEmpty(nameof(DisqualifiedAt), DisqualifiedAt), lengths.CopyOrEmpty(nameof(DealCreatedAt), DealCreatedAt),
        lengths.CopyOrEmpty(nameof(WonAt), WonAt),
    ];
}

namespace SalesOps.Kpis;

/// <summary>One lead. Absent is null, and null is never 0; only the id is required: exports without any date exist.</summary>
/// <remarks>Ids and labels are compared ordinally.</remarks>
public readonly record struct Lead : ILeadRow, IRecordOf<ILeadRow, Lead>
{
    private Moment Received { get; init; }
    private Moment Assigned { get; init; }
    private Moment FirstResponded { get; init; }
    private Moment Contacted { get; init; }
    private Moment Qualified { get; init; }
    private Moment Converted { get; init; }
    private Moment Disqualified { get; init; }
    private Moment DealCreated { get; init; }
    private Moment Won { get; init; }
    private Department Whose { get; init; }

    /// <summary>Identifies the lead. The library trusts ids: a repeated one counts again.</summary>
    public required string Id { get; init; }

    /// <summary>How far it has come. A status without its date counts in ratios and never in times.</summary>
    public LeadStatus Status { get; init; }

    /// <summary>Whose lead it is.</summary>
    public Department? Department
    {
        get => Whose == SalesOps.Kpis.Department.Unspecified ? null : Whose;
        init => Whose = value ?? SalesOps.Kpis.Department.Unspecified;
    }

    /// <summary>The score that a model or a person gave it; the higher, the better.</summary>
    public double? Score { get; init; }

    /// <summary>When it was received.</summary>
    public Instant? ReceivedAt { get => Received.ToInstant(); init => Received = value; }

    /// <summary>When it was assigned to its owner.</summary>
    public Instant? AssignedAt { get => Assigned.ToInstant(); init => Assigned = value; }

    /// <summary>When somebody first tried to reach it.</summary>
    public Instant? FirstRespondedAt { get => FirstResponded.ToInstant(); init => FirstResponded = value; }

    /// <summary>When it was first reached, both ways.</summary>
    public Instant? ContactedAt { get => Contacted.ToInstant(); init => Contacted = value; }

    /// <summary>When sales accepted it.</summary>
    public Instant? QualifiedAt { get => Qualified.ToInstant(); init => Qualified = value; }

    /// <summary>When it became a deal.</summary>
    public Instant? ConvertedAt { get => Converted.ToInstant(); init => Converted = value; }

    /// <summary>When it was rejected.</summary>
    public Instant? DisqualifiedAt { get => Disqualified.ToInstant(); init => Disqualified = value; }

    /// <summary>When the first of its deals was created; <see cref="SalesData"/> takes it from the deals.</summary>
    public Instant? DealCreatedAt { get => DealCreated.ToInstant(); init => DealCreated = value; }

    /// <summary>When the first of its deals was won; <see cref="SalesData"/> takes it from the deals.</summary>
    public Instant? WonAt { get => Won.ToInstant(); init => Won = value; }

    /// <summary>
    /// What became of its deals, null without any: won if one was won, else open if one is open, else lost if one was lost.
    /// <see cref="SalesData"/> takes it from the deals.
    /// </summary>
    public DealOutcome? DealOutcome { get; init; }

    /// <summary>The person; several leads of one person count once.</summary>
    public string? PersonId { get; init; }

    /// <summary>Where it came from, as the CRM says.</summary>
    public string? Source { get; init; }

    /// <summary>The medium that money is booked on.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The rep who owns it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The market segment.</summary>
    public string? Segment { get; init; }

    /// <summary>The rep who responded first.</summary>
    public string? ResponderId { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectReason { get; init; }

    /// <summary>The deal that it became.</summary>
    public string? DealId { get; init; }

    /// <summary>The customer that it became.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The lead that it was merged into, which then counts in its place.</summary>
    public string? MergedIntoId { get; init; }

    Department ILeadRow.Department => Whose;
    Moment ILeadRow.ReceivedAt => Received;
    Moment ILeadRow.AssignedAt => Assigned;
    Moment ILeadRow.FirstRespondedAt => FirstResponded;
    Moment ILeadRow.ContactedAt => Contacted;
    Moment ILeadRow.QualifiedAt => Qualified;
    Moment ILeadRow.ConvertedAt => Converted;
    Moment ILeadRow.DisqualifiedAt => Disqualified;
    Moment ILeadRow.DealCreatedAt => DealCreated;
    Moment ILeadRow.WonAt => Won;

    static Lead IRecordOf<ILeadRow, Lead>.From<TRow>(scoped in TRow row) => new()
    {
        Id = row.Id, Status = row.Status, Whose = row.Department, Score = row.Score,
        Received = row.ReceivedAt, Assigned = row.AssignedAt, FirstResponded = row.FirstRespondedAt,
        Contacted = row.ContactedAt, Qualified = row.QualifiedAt, Converted = row.ConvertedAt,
        Disqualified = row.DisqualifiedAt, DealCreated = row.DealCreatedAt, Won = row.WonAt, DealOutcome = row.DealOutcome,
        PersonId = row.PersonId, Source = row.Source, Channel = row.Channel,
        CampaignId = row.CampaignId, OwnerId = row.OwnerId, Segment = row.Segment, ResponderId = row.ResponderId,
        RejectReason = row.RejectReason, DealId = row.DealId, CustomerId = row.CustomerId, MergedIntoId = row.MergedIntoId,
    };
}

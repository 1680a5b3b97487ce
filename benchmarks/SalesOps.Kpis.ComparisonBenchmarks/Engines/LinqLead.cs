namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>A lead as an entity of an application.</summary>
internal sealed class LinqLead
{
    public required string Owner { get; init; }
    public required string Source { get; init; }
    public LeadStatus Status { get; init; }
    public DealOutcome? DealOutcome { get; init; }
    public DateTimeOffset? ReceivedAt { get; init; }
    public DateTimeOffset? FirstRespondedAt { get; init; }
    public DateTimeOffset? ContactedAt { get; init; }
    public DateTimeOffset? QualifiedAt { get; init; }
    public DateTimeOffset? DisqualifiedAt { get; init; }
    public DateTimeOffset? DealCreatedAt { get; init; }
    public DateTimeOffset? WonAt { get; init; }

    public static LinqLead Of(LeadColumns columns, int row) => new()
    {
        Owner = columns.Owners[columns.Owner[row]],
        Source = columns.Sources[columns.Source[row]],
        Status = (LeadStatus)columns.Status[row],
        DealOutcome = columns.DealOutcome[row] == LeadColumns.NoDeal ? null : (DealOutcome)columns.DealOutcome[row],
        ReceivedAt = Time(columns.Received[row]),
        FirstRespondedAt = Time(columns.FirstResponded[row]),
        ContactedAt = Time(columns.Contacted[row]),
        QualifiedAt = Time(columns.Qualified[row]),
        DisqualifiedAt = Time(columns.Disqualified[row]),
        DealCreatedAt = Time(columns.DealCreated[row]),
        WonAt = Time(columns.Won[row]),
    };

    private static DateTimeOffset? Time(long ticks) => ticks == LeadColumns.Missing ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}

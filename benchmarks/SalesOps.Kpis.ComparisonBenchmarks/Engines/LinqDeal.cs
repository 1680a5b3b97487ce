namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>A deal as an entity of an application.</summary>
internal sealed class LinqDeal
{
    public required string Owner { get; init; }
    public DealOutcome Outcome { get; init; }
    public DealKind Kind { get; init; }
    public decimal? Amount { get; init; }
    public decimal Probability { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? FirstContactAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? MergedIntoId { get; init; }

    public static LinqDeal Of(DealColumns columns, int row) => new()
    {
        Owner = columns.Owners[columns.Owner[row]],
        Outcome = (DealOutcome)columns.Outcome[row],
        Kind = (DealKind)columns.Kind[row],
        Amount = columns.Amount[row] == DealColumns.Missing ? null : columns.Amount[row] / 10_000m,
        Probability = columns.Probability[row] / (decimal)DealColumns.ProbabilityUnits,
        CreatedAt = Time(columns.Created[row]),
        FirstContactAt = Time(columns.FirstContact[row]),
        ClosedAt = Time(columns.Closed[row]),
    };

    private static DateTimeOffset? Time(long ticks) =>
        ticks == DealColumns.Always || ticks == DealColumns.Never ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}

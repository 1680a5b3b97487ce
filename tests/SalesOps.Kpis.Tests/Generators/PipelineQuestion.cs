namespace SalesOps.Kpis.Tests;

/// <summary>A pipeline and the ascending dates at which it is asked for.</summary>
public sealed record PipelineQuestion
{
    public required PipelineCalculator Calculator { get; init; }

    public required IReadOnlyList<Instant> Dates { get; init; }

    public override string ToString() => $"{Calculator} at {string.Join(", ", Dates)}";
}

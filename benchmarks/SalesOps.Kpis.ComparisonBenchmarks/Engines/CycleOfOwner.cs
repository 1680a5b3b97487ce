namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The sales cycles of one owner, and the won deals that have none.</summary>
internal readonly record struct CycleOfOwner
{
    public long Count { get; init; }

    public long Negative { get; init; }

    public long WithoutStart { get; init; }

    public double MedianTicks { get; init; }

    public double P90Ticks { get; init; }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>The values of a <see cref="LogLinearHistogram"/> that share a sign, a size and their first three digits.</summary>
public readonly record struct HistogramBin
{
    /// <summary>The least value that belongs here.</summary>
    public required long Least { get; init; }

    /// <summary>The largest value that belongs here.</summary>
    public required long Most { get; init; }

    /// <summary>How many values fell here.</summary>
    public required long Count { get; init; }
}

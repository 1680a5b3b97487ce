namespace SalesOps.Kpis.Statistics;

/// <summary>One group of a log-rank test.</summary>
public readonly record struct LogRankGroup
{
    /// <summary>How many durations it has.</summary>
    public required int Count { get; init; }

    /// <summary>The events that it had, weighted.</summary>
    public required double Observed { get; init; }

    /// <summary>The events that it would have had if all groups had the same risk, weighted.</summary>
    public required double Expected { get; init; }
}

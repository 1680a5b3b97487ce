namespace SalesOps.Kpis;

/// <summary>How long deals took from their start to the close.</summary>
public sealed record SalesCycle : IKpiResult
{
    /// <summary>The durations in days.</summary>
    public required DurationSummary Duration { get; init; }

    /// <summary>Why there is no duration, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The rows behind it. Deals measured from a fallback are noted.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required SalesCycleCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("deals", Duration.Count);
        columns.Add("median days", Duration.MedianDays, "#,0.0");
        columns.Add("mean days", Duration.MeanDays, "#,0.0");
        columns.Add("p25", Duration.P25Days, "#,0.0");
        columns.Add("p75", Duration.P75Days, "#,0.0");
        columns.Add("p90", Duration.P90Days, "#,0.0");
        columns.Add(Cautions);
    }

    /// <summary>Median, mean and 90th percentile, or the reason why there is none.</summary>
    public override string ToString() => Undefined == UndefinedReason.None ? Duration.ToString() : $"undefined: {Undefined}";
}

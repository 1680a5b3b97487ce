namespace SalesOps.Kpis;

/// <summary>The open deals at one instant.</summary>
public sealed record Pipeline : IKpiResult
{
    /// <summary>The instant.</summary>
    public required Instant At { get; init; }

    /// <summary>The open deals.</summary>
    public required long OpenCount { get; init; }

    /// <summary>The open deals without an amount.</summary>
    public long WithoutAmount { get; init; }

    /// <summary>Their amount; null where none has one or the currencies are mixed.</summary>
    public Money? Amount { get; init; }

    /// <summary>The sum of amount x probability; null where <see cref="Amount"/> is.</summary>
    public Money? WeightedAmount { get; init; }

    /// <summary>Why <see cref="Amount"/> has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The rows behind it.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required PipelineCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("open", OpenCount);
        columns.Add("without amount", WithoutAmount);
        columns.Add("amount", Amount);
        columns.Add("weighted", WeightedAmount);
        columns.Add("cautions", string.Join(", ", Cautions.Select(caution => caution.Code)));
    }

    /// <summary>Count and amount.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{OpenCount:#,0} open deals, {Amount?.ToString() ?? $"amount undefined: {Undefined}"}");
}

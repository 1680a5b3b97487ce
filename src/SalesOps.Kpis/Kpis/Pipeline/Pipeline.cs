using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The open deals at one instant.</summary>
public sealed record Pipeline : IKpiResult
{
    /// <summary>The instant.</summary>
    public required Instant At { get; init; }

    /// <summary>The open deals.</summary>
    public required long OpenCount { get; init; }

    /// <summary>The open deals without an amount, or without a rate for it.</summary>
    public long WithoutAmount { get; init; }

    /// <summary>Their amount; null where none has one or the currencies are mixed.</summary>
    public Money? Amount { get; init; }

    /// <summary>The sum of amount x probability; null where <see cref="Amount"/> is.</summary>
    public Money? WeightedAmount { get; init; }

    /// <summary>Why <see cref="Amount"/> has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The currencies of the amounts; with more than one the money figures are undefined.</summary>
    public IReadOnlyList<Currency> Currencies { get; init; } = [];

    /// <summary>How large the open deals are; null from <see cref="PipelineCalculator.AtEach"/>, which keeps sums only.</summary>
    public AmountSummary? DealAmount { get; init; }

    /// <summary>How long ago the open deals were created; null from <see cref="PipelineCalculator.AtEach"/>, which keeps sums only.</summary>
    public DurationSummary? Age { get; init; }

    /// <summary>The open deals whose expected close lies before the local date of <see cref="At"/>; null from <see cref="PipelineCalculator.AtEach"/>.</summary>
    public long? OverdueCount { get; init; }

    /// <summary>The amount of the overdue deals; null where <see cref="Amount"/> is, and from <see cref="PipelineCalculator.AtEach"/>.</summary>
    public Money? OverdueAmount { get; init; }

    /// <summary>The open deals without an expected close; null from <see cref="PipelineCalculator.AtEach"/>.</summary>
    public long? WithoutExpectedClose { get; init; }

    /// <summary>The open leads beside the deals, where leads were given.</summary>
    public OpenLeads? Leads { get; init; }

    /// <summary>The rows behind <see cref="OpenCount"/>.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The rows behind <see cref="Amount"/>.</summary>
    public required Ledger AmountLedger { get; init; }

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
        columns.Add("median age days", Age?.MedianDays, "#,0.0");
        columns.Add("p90 age days", Age?.P90Days, "#,0.0");
        columns.Add("overdue", OverdueCount, "#,0");
        columns.Add(Cautions);
    }

    /// <summary>Count and amount.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{OpenCount:#,0} open deals, {Amount?.ToString() ?? $"amount undefined: {Undefined}"}");

    /// <summary>The same without what <see cref="PipelineCalculator.AtEach"/> doesn't give.</summary>
    internal Pipeline SumsOnly() => this with
    {
        DealAmount = null, Age = null, OverdueCount = null, OverdueAmount = null, WithoutExpectedClose = null,
        Cautions = [.. Cautions.Where(caution => caution.Code != CautionCode.Concentrated)],
    };
}

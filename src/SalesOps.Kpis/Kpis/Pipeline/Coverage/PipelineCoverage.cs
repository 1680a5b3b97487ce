using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>A target, what is won of it, and the open deals that are to make up the rest.</summary>
public sealed record PipelineCoverage : IKpiResult
{
    /// <summary>The instant.</summary>
    public required Instant At { get; init; }

    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>The deals won in the target's period so far.</summary>
    public PipelinePart Won { get; init; }

    /// <summary>The open deals that are expected to close in the target's period and are not overdue.</summary>
    public PipelinePart ExpectedInPeriod { get; init; }

    /// <summary>The open deals whose expected close lies before the local date of <see cref="At"/>, whatever the period.</summary>
    public PipelinePart Overdue { get; init; }

    /// <summary>The open deals without an expected close.</summary>
    public PipelinePart WithoutExpectedClose { get; init; }

    /// <summary>The open deals that are expected to close in other periods.</summary>
    public PipelinePart ExpectedInOtherPeriods { get; init; }

    /// <summary>The open deals that count, as <see cref="PipelineCalculator.CoverageBasis"/> says.</summary>
    public PipelinePart Covering { get; init; }

    /// <summary>The target's amount less what is won; negative where the target is exceeded.</summary>
    public Money? GapAmount { get; init; }

    /// <summary>The target's count less what is won; negative where the target is exceeded.</summary>
    public long? GapCount { get; init; }

    /// <summary>The covering amount over the gap, or the reason why it is undefined. 3 means three times as much as is missing.</summary>
    public MoneyRatio ByAmount { get; init; }

    /// <summary>The covering deals over the gap in deals; null where <see cref="CountUndefined"/> says why.</summary>
    public double? ByCount { get; init; }

    /// <summary>Why <see cref="ByCount"/> has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason CountUndefined { get; init; }

    /// <summary>The win rate of the deals closed in the 12 months to <see cref="At"/>, as known then.</summary>
    public required WinRate WinRate { get; init; }

    /// <summary>
    /// The open amount that the gap needs at the historical win rate by amount, or, where <see cref="NeededByCount"/> says so,
    /// by count; 0 where the target is reached, null where there is no such rate or it is 0.
    /// </summary>
    public Money? PipelineNeeded { get; init; }

    /// <summary>Whether <see cref="PipelineNeeded"/> uses the win rate by count, because the one by amount is undefined.</summary>
    public bool NeededByCount { get; init; }

    /// <summary><see cref="PipelineNeeded"/> less the covering amount; negative where there is more than is needed.</summary>
    public Money? PipelineShortfall { get; init; }

    /// <summary>The open deals that the gap in deals needs at the historical win rate by count; null where <see cref="PipelineNeeded"/> would be.</summary>
    public double? DealsNeeded { get; init; }

    /// <summary>The rows behind it. Amounts that are missing or have no rate are noted.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required PipelineCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("target", Target.Amount);
        columns.Add("won", Won.Amount);
        columns.Add("gap", GapAmount);
        columns.Add("covering", Covering.Amount);
        columns.Add("coverage", ByAmount.Value, "0.00");
        columns.Add("needed", PipelineNeeded);
        columns.Add("shortfall", PipelineShortfall);
        columns.Add(Cautions);
    }

    /// <summary>The coverage by amount, else by count, else the reason why there is none.</summary>
    public override string ToString() => (ByAmount.Value ?? ByCount) is { } coverage
        ? string.Create(CultureInfo.InvariantCulture, $"{coverage:0.00}x covered: {Covering} for a gap of {(ByAmount.Value is null ? $"{GapCount:#,0} deals" : GapAmount)}")
        : $"undefined: {ByAmount.Undefined}";
}

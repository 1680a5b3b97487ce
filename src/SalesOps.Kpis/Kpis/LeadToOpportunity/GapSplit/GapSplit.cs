using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How much of the gap between the conversion rates of two groups of leads comes from what.</summary>
/// <remarks>
/// <para>The leads of a group lie in cells, one for each combination of the levels of the factors. A rate is then the sum over the cells
/// of share x rate of the cell, and the share is that of the first factor's level x that of the second's among leads of that first
/// level, and so on. The two groups are made equal one thing at a time: the mix of the first factor, that of the second given the
/// first ..., and last how the leads of a cell convert. What such a step changes depends on those done before it, so each part is
/// the mean over all orders (the Shapley value): none is a residual, and the parts add up to the gap.</para>
/// <para>Where one group has no lead of a cell, the other's mix and rate stand in for it, so that the cell can only tell in the mix.</para>
/// <para>It tells where a gap lies, not why: leads are not dealt to reps by chance.</para>
/// </remarks>
public sealed record GapSplit : IKpiResult
{
    /// <summary>The rate that is compared with.</summary>
    public required Proportion Reference { get; init; }

    /// <summary>The rate that is looked at.</summary>
    public required Proportion Rate { get; init; }

    /// <summary><see cref="Rate"/> less <see cref="Reference"/>; null where one of them has no value.</summary>
    public double? Gap => Rate.Value - Reference.Value;

    /// <summary>The parts of the gap: one per factor, in their order, and last the conversion of like leads. Empty without a gap.</summary>
    public required IReadOnlyList<GapPart> Parts { get; init; }

    /// <summary>What the rate would be with the reference's mix of leads: the two rates without the mix.</summary>
    public double? RateAtReferenceMix { get; init; }

    /// <summary>What the reference would be with the mix of the leads looked at.</summary>
    public double? ReferenceAtRateMix { get; init; }

    /// <summary>The leads looked at that lie in cells where the reference has none.</summary>
    public long Unmatched { get; init; }

    /// <summary>The leads of the reference that lie in cells where the other group has none.</summary>
    public long UnmatchedReference { get; init; }

    /// <summary><see cref="Rate"/> less the target of the definition; null without a target.</summary>
    public double? TargetGap => Rate.Value - Definition.TargetRate;

    /// <summary>
    /// <see cref="Reference"/> less the target of the definition: the part of <see cref="TargetGap"/> that the reference has too.
    /// It and the <see cref="Parts"/> add up to the gap to the target.
    /// </summary>
    public double? ReferenceTargetGap => Reference.Value - Definition.TargetRate;

    /// <summary>Why there is no gap, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that the rates were calculated with.</summary>
    public required LeadToOpportunityCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("reference", Reference.Value, "0.0 %");
        columns.Add("rate", Rate.Value, "0.0 %");
        columns.Add("gap", Gap, "0.0 %");
        columns.Add("parts", string.Join(", ", Parts));
        columns.Add("at reference mix", RateAtReferenceMix, "0.0 %");
        columns.Add("reference at mix", ReferenceAtRateMix, "0.0 %");
        columns.Add(Cautions);
    }

    /// <summary>The gap and its parts in points, or the reason why there is none.</summary>
    public override string ToString() => Gap is not { } gap ? $"undefined: {Undefined}" : string.Create(CultureInfo.InvariantCulture,
        $"{gap * 100:+0.0;-0.0;0.0} points ({Reference.Value * 100:0.0} % to {Rate.Value * 100:0.0} %): {string.Join(", ", Parts)}");
}

using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How long leads waited for a response, and how many still do.</summary>
/// <remarks>
/// Quantiles are exact, by linear interpolation (type 7, as in spreadsheets, R and SQL's PERCENTILE_CONT). The minutes are those
/// of answered leads alone: read them beside <see cref="AnsweredShare"/>.
/// </remarks>
public sealed record LeadResponseTime : IKpiResult
{
    /// <summary>The leads with a response time.</summary>
    public required long Answered { get; init; }

    /// <summary>The leads that were answered, as their status or a later date tells, at an unknown time. They count in <see cref="AnsweredShare"/> alone.</summary>
    public required long AnsweredUndated { get; init; }

    /// <summary>The leads without a response, pending ones included.</summary>
    public required long Unanswered { get; init; }

    /// <summary>The unanswered leads whose time isn't up yet at the as-of.</summary>
    public required long Pending { get; init; }

    /// <summary>Answered leads, undated ones included, of all.</summary>
    public Proportion AnsweredShare => new(Answered + AnsweredUndated, Answered + AnsweredUndated + Unanswered);

    /// <summary>
    /// The leads answered within the SLA, of those and the ones that weren't: answered later, or unanswered beyond it. Pending
    /// and undated leads are neither.
    /// </summary>
    public required Proportion WithinSla { get; init; }

    /// <summary>The arithmetic mean in minutes.</summary>
    public double? MeanMinutes { get; init; }

    /// <summary>The median in minutes.</summary>
    public double? MedianMinutes { get; init; }

    /// <summary>The 90th percentile in minutes.</summary>
    public double? P90Minutes { get; init; }

    /// <summary>The 95th percentile in minutes.</summary>
    public double? P95Minutes { get; init; }

    /// <summary>The shortest in minutes.</summary>
    public double? MinMinutes { get; init; }

    /// <summary>The longest in minutes.</summary>
    public double? MaxMinutes { get; init; }

    /// <summary>The answered leads by response time.</summary>
    public required IReadOnlyList<ResponseBucket> Buckets { get; init; }

    /// <summary>Why there are no minutes, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The leads behind it. Used are answered and unanswered ones; unanswered and undated ones are noted.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required LeadResponseTimeCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("answered", Answered);
        columns.Add("answered share", AnsweredShare.Value, "0.0 %");
        columns.Add("mean minutes", MeanMinutes, "#,0.0");
        columns.Add("median", MedianMinutes, "#,0.0");
        columns.Add("p90", P90Minutes, "#,0.0");
        columns.Add("p95", P95Minutes, "#,0.0");
        columns.Add("within SLA", WithinSla.Value, "0.0 %");
        columns.Add(Cautions);
    }

    /// <summary>Mean, median and 90th percentile, the share within the SLA and the answered share; or why there is no time.</summary>
    public override string ToString() => Undefined == UndefinedReason.None
        ? string.Create(CultureInfo.InvariantCulture,
            $"mean {MeanMinutes:#,0.0} minutes, median {MedianMinutes:#,0.0}, p90 {P90Minutes:#,0.0} (n = {Answered:#,0}); {WithinSla.Value:0.0 %} within {Definition.Sla.TotalMinutes:#,0.##} minutes; {AnsweredShare.Value:0.0 %} answered")
        : $"undefined: {Undefined}";
}

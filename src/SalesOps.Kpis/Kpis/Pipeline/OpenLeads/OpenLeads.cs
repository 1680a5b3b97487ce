using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The open leads at one instant, neither converted nor rejected by then, by how far they had come.</summary>
public sealed record OpenLeads : IKpiResult
{
    /// <summary>The instant.</summary>
    public required Instant At { get; init; }

    /// <summary>All of them.</summary>
    public long Count => New + Contacted + Qualified;

    /// <summary>Those without a contact.</summary>
    public required long New { get; init; }

    /// <summary>Those that were contacted and not yet qualified.</summary>
    public required long Contacted { get; init; }

    /// <summary>Those that sales accepted and has not yet converted.</summary>
    public required long Qualified { get; init; }

    /// <summary>How many there are to be, where a target says so.</summary>
    public long? Target { get; init; }

    /// <summary><see cref="Count"/> over <see cref="Target"/>; null without a target or with one of 0.</summary>
    public double? OfTarget => Target is > 0 and var target ? (double)Count / target : null;

    /// <summary>The rows behind it.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The options that it was calculated with.</summary>
    public required PipelineCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("open leads", Count);
        columns.Add("new", New);
        columns.Add("contacted", Contacted);
        columns.Add("qualified", Qualified);
        columns.Add("of target", OfTarget, "0.0 %");
    }

    /// <summary>The counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count:#,0} open leads: {New:#,0} new, {Contacted:#,0} contacted, {Qualified:#,0} qualified");
}

namespace SalesOps.Kpis;

/// <summary>Converted leads of all leads. Each lead is in one place: converted, disqualified, pending or expired.</summary>
public sealed record LeadToOpportunity : IKpiResult
{
    /// <summary>Converted of those leads whose window has ended; young leads don't count yet, converted or not.</summary>
    public required Proportion Rate { get; init; }

    /// <summary>Converted so far, of all leads received.</summary>
    public required Proportion RateToDate { get; init; }

    /// <summary>The leads received, each person once.</summary>
    public long Received => RateToDate.Denominator;

    /// <summary>The leads that converted within their window.</summary>
    public long Converted => RateToDate.Numerator;

    /// <summary>The leads that were rejected and have not converted; they stay in both denominators.</summary>
    public required long Disqualified { get; init; }

    /// <summary>The leads that may still convert: their window is running.</summary>
    public required long Pending { get; init; }

    /// <summary>The leads that didn't convert within their window.</summary>
    public required long Expired { get; init; }

    /// <summary>Of the expired leads, those that converted later.</summary>
    public required long ConvertedLate { get; init; }

    /// <summary>The leads whose window has ended, of all leads received: how mature the cohort is.</summary>
    public required Proportion Maturity { get; init; }

    /// <summary>How far the leads have come.</summary>
    public required LeadLadder Ladder { get; init; }

    /// <summary>The leads with a date of their contact, of all leads received.</summary>
    public required Proportion ContactDated { get; init; }

    /// <summary>The days from the receipt to the conversion, of converted leads that have both dates.</summary>
    public required DurationSummary TimeToConvert { get; init; }

    /// <summary>Why <see cref="Rate"/> has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The rows behind <see cref="Rate"/>; with those whose window is running, those behind <see cref="RateToDate"/>.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The rows behind <see cref="TimeToConvert"/>.</summary>
    public required Ledger TimeLedger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required LeadToOpportunityCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ConfidenceInterval? interval = Rate.ConfidenceInterval();
        columns.Add("leads", Received);
        columns.Add("mature", Rate.Denominator);
        columns.Add("rate", Rate.Value, "0.0 %");
        columns.Add("95 % from", interval?.Lower, "0.0 %");
        columns.Add("to", interval?.Upper, "0.0 %");
        columns.Add("to date", RateToDate.Value, "0.0 %");
        columns.Add("pending", Pending);
        columns.Add("median days", TimeToConvert.MedianDays, "#,0.0");
        columns.Add(Cautions);
    }

    /// <summary>The rate with counts and interval, or the reason why it is undefined.</summary>
    public override string ToString() => Undefined == UndefinedReason.None ? Rate.ToString() : $"undefined: {Undefined}";
}

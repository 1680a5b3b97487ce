namespace SalesOps.Kpis;

/// <summary>Won deals of decided deals, by count and by amount.</summary>
public sealed record WinRate : IKpiResult
{
    /// <summary>Won of decided deals (or as <see cref="WinRateCalculator.Denominator"/> and <see cref="WinRateCalculator.CountBy"/> say).</summary>
    public required Proportion ByCount { get; init; }

    /// <summary>Won amount of decided amount, or the reason why it is undefined.</summary>
    public required MoneyRatio ByAmount { get; init; }

    /// <summary>The amount of the won deals; null where none has one or the currencies are mixed.</summary>
    public Money? WonAmount { get; init; }

    /// <summary>The mean amount of the won deals that have one, rounded half to even to 1/10,000; null where <see cref="WonAmount"/> is.</summary>
    public Money? MeanWonAmount { get; init; }

    /// <summary>The lost deals.</summary>
    public long Lost { get; init; }

    /// <summary>The disqualified deals, counted or not.</summary>
    public long Disqualified { get; init; }

    /// <summary>The deals that are still open (at the as-of).</summary>
    public long Open { get; init; }

    /// <summary>The currencies of the amounts that count; with more than one the money figures are undefined.</summary>
    public IReadOnlyList<Currency> Currencies { get; init; } = [];

    /// <summary>Why <see cref="ByCount"/> has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The rows behind <see cref="ByCount"/>.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>The rows behind <see cref="ByAmount"/>.</summary>
    public required Ledger AmountLedger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required WinRateCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ConfidenceInterval? interval = ByCount.ConfidenceInterval();
        columns.Add("won", ByCount.Numerator);
        columns.Add("of", ByCount.Denominator);
        columns.Add("win rate", ByCount.Value, "0.0 %");
        columns.Add("95 % from", interval?.Lower, "0.0 %");
        columns.Add("to", interval?.Upper, "0.0 %");
        columns.Add("by amount", ByAmount.Value, "0.0 %");
        columns.Add("won amount", WonAmount);
        columns.Add(Cautions);
    }

    /// <summary>The rate by count with counts and interval, or the reason why it is undefined.</summary>
    public override string ToString() => Undefined == UndefinedReason.None ? ByCount.ToString() : $"undefined: {Undefined}";
}

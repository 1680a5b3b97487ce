using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>A warning with its evidence in numbers: what was observed, and the limit that it crossed.</summary>
/// <remarks>The text holds numbers only. A group that it speaks of is <see cref="Group"/>, since keys are people's data.</remarks>
public readonly record struct Caution
{
    /// <summary>What it warns of.</summary>
    public required CautionCode Code { get; init; }

    /// <summary>What was observed: a count, or a fraction 0..1.</summary>
    public double Observed { get; init; }

    /// <summary>The limit that it crossed, in the same unit.</summary>
    public double Limit { get; init; }

    /// <summary>The probability of what was observed if it were chance, where it was tested.</summary>
    public double? PValue { get; init; }

    /// <summary>The name of the dimension whose groups differ, or null.</summary>
    public string? Dimension { get; init; }

    /// <summary>The key of the group that it speaks of, or null.</summary>
    public object? Group { get; init; }

    /// <summary>The warning in plain words with its numbers.</summary>
    public override string ToString() => Code switch
    {
        CautionCode.SmallSample when Limit < 1 => Text($"{Code}: the 95 % interval is {Observed:0.0 %} wide (limit {Limit:0.0 %})"),
        CautionCode.SmallSample => Text($"{Code}: {Observed:#,0} rows, fewer than {Limit:#,0}; the figure may be chance"),
        CautionCode.PartialPeriod => Text($"{Code}: {Observed:0.0 %} of the last period had passed at the as-of"),
        CautionCode.RightCensored => Text($"{Code}: {Observed:0.0 %} of what started is unresolved (limit {Limit:0.0 %})"),
        CautionCode.MixedStarts => Text($"{Code}: {Observed:0.0 %} were measured from a fallback start (limit {Limit:0.0 %})"),
        CautionCode.AsOfUsesToday => Text($"{Code}: {Observed:#,0} deals closed since count with today's amount and no stage"),
        CautionCode.AmountsMissing => Text($"{Code}: {Observed:0.0 %} of the open deals have no amount (limit {Limit:0.0 %})"),
        CautionCode.Concentrated => Text($"{Code}: the largest deal is {Observed:0.0 %} of the amount (limit {Limit:0.0 %})"),
        CautionCode.BigPictureOnly => Text($"{Code}: no win rate, sales cycle or stages stand beside the pipeline"),
        CautionCode.Unanswered => Text($"{Code}: {Observed:0.0 %} of the leads waited in vain (limit {Limit:0.0 %})"),
        CautionCode.ImplausibleLags => Text($"{Code}: {Observed:0.0 %} of the response times are negative or implausibly long (limit {Limit:0.0 %})"),
        CautionCode.RepsDiffer or CautionCode.SegmentsDiffer =>
            Text($"{Code}: {Observed:0.0 %} of the variance of ranks is between groups (limit {Limit:0.0 %}; {ProbabilityText()})"),
        CautionCode.Immature => Text($"{Code}: {Observed:0.0 %} of the leads may still convert (limit {Limit:0.0 %})"),
        CautionCode.CauseNotSeparated => Text($"{Code}: only {Observed:0.0 %} have a contact date (limit {Limit:0.0 %}); is it the leads or their handling?"),
        _ => Text($"{Code}: {Observed} (limit {Limit})"),
    };

    private string ProbabilityText() => PValue < 0.0001 ? "p < 0.0001" : Text($"p = {PValue:0.####}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

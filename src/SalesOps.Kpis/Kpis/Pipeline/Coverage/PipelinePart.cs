namespace SalesOps.Kpis;

/// <summary>Some of the deals of a pipeline: how many, and what they amount to.</summary>
public readonly record struct PipelinePart
{
    /// <summary>How many.</summary>
    public long Count { get; init; }

    /// <summary>Those without an amount, or without a rate for it.</summary>
    public long WithoutAmount { get; init; }

    /// <summary>Their amount; null where none has one or the currencies are mixed.</summary>
    public Money? Amount { get; init; }

    /// <summary>The sum of amount x probability; null where <see cref="Amount"/> is.</summary>
    public Money? WeightedAmount { get; init; }

    /// <summary>Count and amount.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count:#,0} deals, {Amount}");
}

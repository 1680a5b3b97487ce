using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>One amount over another of the same currency. Carries both, so that ratios re-aggregate as a ratio of sums.</summary>
/// <remarks><c>default</c> has neither amounts nor a value.</remarks>
public readonly record struct MoneyRatio
{
    /// <summary>A ratio from two totals.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public MoneyRatio(Money numerator, Money denominator)
    {
        if (numerator.Currency != denominator.Currency)
            throw new ArgumentException($"Amounts in {numerator.Currency} and {denominator.Currency} have no ratio.", nameof(denominator));
        (Numerator, Denominator) = (numerator, denominator);
        Undefined = denominator.Amount == 0 ? UndefinedReason.NothingToDivideBy : UndefinedReason.None;
    }

    private MoneyRatio(Money? numerator, Money? denominator, UndefinedReason undefined) =>
        (Numerator, Denominator, Undefined) = (numerator, denominator, undefined);

    /// <summary>The upper amount, where there is one.</summary>
    public Money? Numerator { get; }

    /// <summary>The lower amount, where there is one.</summary>
    public Money? Denominator { get; }

    /// <summary>Why there is no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; }

    /// <summary>A plain ratio, or null where it is undefined. Rounded once as long as both amounts are below 900 billion.</summary>
    public double? Value => Undefined == UndefinedReason.None && Numerator is { } n && Denominator is { Amount: not 0 } d
        ? (double)n.Units / (double)d.Units
        : null;

    internal static MoneyRatio UndefinedBecause(UndefinedReason undefined, Money? numerator = null, Money? denominator = null) =>
        new(numerator, denominator, undefined);

    /// <summary>Percent and amounts in the invariant culture, or the reason why it is undefined.</summary>
    public override string ToString() => Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} % ({Numerator} of {Denominator})")
        : $"undefined: {Undefined}";
}

namespace SalesOps.Kpis;

/// <summary>
/// The optional amount of one row in 16 bytes: <c>default</c> means absent. Converts implicitly from <see cref="Money"/>.
/// </summary>
/// <remarks>Held as whole 1/10,000 of the currency unit, within ±922,337,203,685,477.5807.</remarks>
public readonly record struct Amount
{
    // Units with the sign bit flipped, so that 0 is free to mean absent and loops need no branch.
    private readonly long _raw;

    internal Amount(long raw, Currency currency) => (_raw, Currency) = (raw, currency);

    /// <summary>Whether there is an amount; 0 is one.</summary>
    public bool HasValue => _raw != 0;

    /// <summary>The currency; without meaning where the amount is absent.</summary>
    public Currency Currency { get; }

    internal long Raw => _raw;

    internal long Units => _raw ^ long.MinValue;

    /// <summary>The amount, or null where it is absent.</summary>
    public Money? ToMoney() => _raw == 0 ? null : Money.FromUnits(Units, Currency);

    /// <summary>The amount of a row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The money lies beyond what one row can hold.</exception>
    public static implicit operator Amount(Money money) => new(ToRaw(money.Amount), money.Currency);

    /// <summary>The amount of a row; absent for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The money lies beyond what one row can hold.</exception>
    public static implicit operator Amount(Money? money) => money is { } m ? m : default(Amount);

    /// <summary>The amount of a row; absent for null. For languages without implicit conversions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The money lies beyond what one row can hold.</exception>
    public static Amount FromMoney(Money? money) => money;

    /// <summary>Whether both are absent, or both are the same amount in the same currency.</summary>
    public bool Equals(Amount other) => _raw == other._raw && (_raw == 0 || Currency == other.Currency);

    /// <inheritdoc/>
    public override int GetHashCode() => _raw.GetHashCode();

    /// <summary>The amount and its currency, or an empty text.</summary>
    public override string ToString() => ToMoney()?.ToString() ?? "";

    internal static Amount FromUnits(long units, Currency currency) => new(units ^ long.MinValue, currency);

    internal static long ToRaw(decimal amount)
    {
        // The least long is left out: it would read as absent.
        decimal units = decimal.Round(amount * Money.UnitsPerOne, MidpointRounding.ToEven);
        return units is > long.MaxValue or <= long.MinValue
            ? throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount of a row lies within ±922,337,203,685,477.5807.")
            : decimal.ToInt64(units) ^ long.MinValue;
    }
}

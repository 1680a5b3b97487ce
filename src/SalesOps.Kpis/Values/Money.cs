using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>An exact amount in a currency, held to 1/10,000 of the unit.</summary>
/// <remarks>
/// Finer digits are rounded half to even. Amounts of two currencies can be neither combined nor compared.
/// <c>default</c> is zero without a currency. As the amount of a single row it must lie within ±922,337,203,685,477.5807;
/// totals may be larger.
/// </remarks>
public readonly record struct Money : IComparable<Money>
{
    internal const decimal UnitsPerOne = 10_000m;
    private const decimal LargestTotal = 7_000_000_000_000_000_000_000_000m;

    /// <summary>An amount in a currency.</summary>
    /// <param name="amount">In whole currency units; rounded half to even to 1/10,000.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is beyond ±7×10²⁴.</exception>
    public Money(decimal amount, Currency currency)
    {
        if (amount is > LargestTotal or < -LargestTotal)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount lies within ±7×10²⁴.");
        Amount = decimal.Round(amount, 4, MidpointRounding.ToEven);
        Currency = currency;
    }

    /// <summary>In whole currency units.</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>In 1/10,000 of the currency unit.</summary>
    internal Int128 Units => (Int128)(Amount * UnitsPerOne);

    internal static Money FromUnits(Int128 units, Currency currency) => new((decimal)units / UnitsPerOne, currency);

    /// <summary>The sum.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, left.Common(right));

    /// <summary>The difference.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, left.Common(right));

    /// <summary>The amount with its sign turned.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>The amount times a factor, rounded half to even to 1/10,000.</summary>
    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    /// <summary>The sum; for languages without operators.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public Money Add(Money other) => this + other;

    /// <summary>The difference; for languages without operators.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public Money Subtract(Money other) => this - other;

    /// <summary>The amount with its sign turned; for languages without operators.</summary>
    public Money Negate() => -this;

    /// <summary>The amount times a factor; for languages without operators.</summary>
    public Money Multiply(decimal factor) => this * factor;

    /// <summary>Compares two amounts of one currency.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        Common(other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>Whether <paramref name="left"/> is less.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is less or the same.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is more.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is more or the same.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The amount and the code in the invariant culture, such as <c>1,234.5 EUR</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.####} {Currency}").TrimEnd();

    private Currency Common(Money other) => Currency == other.Currency
        ? Currency
        : throw new ArgumentException($"Amounts in {Currency} and {other.Currency} can't be combined.", nameof(other));
}

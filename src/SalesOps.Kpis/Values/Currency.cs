namespace SalesOps.Kpis;

/// <summary>A three-letter ISO 4217 code; <c>default</c> is "none". Ordered by code, ordinally.</summary>
public readonly record struct Currency : IComparable<Currency>
{
    private readonly int _packed;

    /// <summary>A currency by its code.</summary>
    /// <param name="code">Three capital letters A to Z. Whether ISO lists the code is not checked.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> isn't three capital letters.</exception>
    public Currency(string code)
    {
        if (code is not { Length: 3 } || !code.All(char.IsAsciiLetterUpper))
            throw new ArgumentException("A currency code is three capital letters.", nameof(code));
        _packed = code[0] << 16 | code[1] << 8 | code[2];
    }

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Pound sterling.</summary>
    public static Currency Gbp { get; } = new("GBP");

    /// <summary>US dollar.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Whether this is <c>default</c>, no currency.</summary>
    public bool IsNone => _packed == 0;

    /// <summary>Differs from the currency of any amount.</summary>
    internal static Currency Unmatched { get; } = new(-1);

    private Currency(int packed) => _packed = packed;

    internal int Difference(Currency other) => _packed ^ other._packed;

    /// <inheritdoc/>
    public int CompareTo(Currency other) => _packed.CompareTo(other._packed);

    /// <summary>Whether the code of <paramref name="left"/> comes first.</summary>
    public static bool operator <(Currency left, Currency right) => left._packed < right._packed;

    /// <summary>Whether the code of <paramref name="left"/> comes first or is the same.</summary>
    public static bool operator <=(Currency left, Currency right) => left._packed <= right._packed;

    /// <summary>Whether the code of <paramref name="left"/> comes last.</summary>
    public static bool operator >(Currency left, Currency right) => left._packed > right._packed;

    /// <summary>Whether the code of <paramref name="left"/> comes last or is the same.</summary>
    public static bool operator >=(Currency left, Currency right) => left._packed >= right._packed;

    /// <summary>The code, or an empty text for "none".</summary>
    public override string ToString() => IsNone
        ? ""
        : new string([(char)(_packed >> 16), (char)(_packed >> 8 & 0xFF), (char)(_packed & 0xFF)]);
}

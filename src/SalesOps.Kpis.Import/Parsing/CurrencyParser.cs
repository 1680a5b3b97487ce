namespace SalesOps.Kpis.Import;

internal sealed class CurrencyParser : TextParser<Currency>
{
    public override FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out Currency value)
    {
        value = default;
        if (text is not [>= 'A' and <= 'z', _, _])
            return FaultReason.BadCurrency;
        Span<char> code = stackalloc char[3];
        text.ToUpperInvariant(code);
        return TryCode(code, out value) ? null : FaultReason.BadCurrency;
    }

    /// <summary>A currency of three capital letters A to Z.</summary>
    public static bool TryCode(ReadOnlySpan<char> code, out Currency currency)
    {
        bool isCode = code.Length == 3 && !code.ContainsAnyExceptInRange('A', 'Z');
        currency = isCode ? new Currency(code.ToString()) : default;
        return isCode;
    }
}

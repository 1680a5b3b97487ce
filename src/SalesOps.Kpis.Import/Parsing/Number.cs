using System.Globalization;

namespace SalesOps.Kpis.Import;

/// <summary>A number as files write it: <c>1054.0</c>, <c>$1,117.10K</c>, <c>R$ 100.000</c>, <c>(5)</c>, <c>45 %</c>.</summary>
internal readonly record struct Number
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int LongestDigits = 64;

    public decimal Value { get; init; }

    /// <summary>The currency that the text names by its code or the euro sign; other signs name several.</summary>
    public Currency Currency { get; private init; }

    public bool IsPercent { get; private init; }

    public static bool TryParse(ReadOnlySpan<char> text, bool decimalComma, out Number number)
    {
        number = default;
        if (!decimalComma && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal plain))
        {
            number = new() { Value = plain };
            return true;
        }
        bool isNegative = TakeParentheses(ref text);
        if (TakeSign(ref text))
            isNegative = !isNegative;
        if (!TakeUnit(ref text, atStart: true, out Currency before))
            return false;
        if (TakeSign(ref text))
            isNegative = !isNegative;
        bool isPercent = TakeLast(ref text, '%');
        if (!TakeUnit(ref text, atStart: false, out Currency after))
            return false;
        decimal scale = TakeScale(ref text);
        if (!TryDigits(text, decimalComma, out decimal value) || Math.Abs(value) > decimal.MaxValue / scale)
            return false;
        number = new() { Value = (isNegative ? -value : value) * scale, Currency = before.IsNone ? after : before, IsPercent = isPercent };
        return true;
    }

    private static bool TakeParentheses(ref ReadOnlySpan<char> text)
    {
        if (text is not ['(', .. var inner, ')'])
            return false;
        text = inner.Trim();
        return true;
    }

    private static bool TakeSign(ref ReadOnlySpan<char> text)
    {
        if (text is not ['-' or '+' or '\u2212', ..])
            return false;
        bool isMinus = text[0] != '+';
        text = text[1..].TrimStart();
        return isMinus;
    }

    private static bool TakeLast(ref ReadOnlySpan<char> text, char c)
    {
        if (text.Length == 0 || text[^1] != c)
            return false;
        text = text[..^1].TrimEnd();
        return true;
    }

    // A currency sign, with up to three letters before it (R$, US$), or a code. Other words may be scales, so they are not numbers.
    private static bool TakeUnit(ref ReadOnlySpan<char> text, bool atStart, out Currency currency)
    {
        currency = default;
        int length = 0;
        while (length < text.Length && IsUnit(text[atStart ? length : text.Length - 1 - length]))
            length++;
        ReadOnlySpan<char> unit = atStart ? text[..length] : text[(text.Length - length)..];
        bool isSigned = length > 0 && IsSign(unit[^1]);
        if (length == 0 || (!atStart && !isSigned && length != 3))
            return true;                    // a scale may follow the digits
        text = atStart ? text[length..].TrimStart() : text[..^length].TrimEnd();
        if (unit is "€")
            currency = Currency.Eur;
        return isSigned ? length <= 4 && !unit[..^1].ContainsAnyExceptInRange('A', 'Z') : CurrencyParser.TryCode(unit, out currency);
    }

    private static bool IsUnit(char c) => char.IsAsciiLetter(c) || IsSign(c);

    private static bool IsSign(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    private static decimal TakeScale(ref ReadOnlySpan<char> text)
    {
        if (TakeLast(ref text, 'K') || TakeLast(ref text, 'k'))
            return 1e3m;
        if (TakeLast(ref text, 'M'))
            return 1e6m;
        return TakeLast(ref text, 'B') ? 1e9m : 1m;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, bool decimalComma, out decimal value)
    {
        value = 0;
        if (text.Length is 0 or > LongestDigits)
            return false;
        int point = text.IndexOf(decimalComma ? ',' : '.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> fraction = point < 0 ? [] : text[(point + 1)..];
        if (fraction.ContainsAnyExceptInRange('0', '9') || whole.Length + fraction.Length == 0)
            return false;
        Span<char> digits = stackalloc char[LongestDigits + 1];
        if (!TryUngroup(whole, decimalComma, digits, out int length))
            return false;
        digits[length++] = '.';
        fraction.CopyTo(digits[length..]);
        return decimal.TryParse(digits[..(length + fraction.Length)], Plain, CultureInfo.InvariantCulture, out value);
    }

    // Groups are separated by one character throughout; the last has three digits and those between two (as in India) or three.
    private static bool TryUngroup(ReadOnlySpan<char> whole, bool decimalComma, Span<char> digits, out int length)
    {
        length = 0;
        int inGroup = 0;
        char separator = '\0';
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
                inGroup++;
                continue;
            }
            bool isGroupEnd = separator == '\0'
                ? IsGroupSeparator(c, decimalComma) && inGroup is >= 1 and <= 3
                : c == separator && inGroup is 2 or 3;
            if (!isGroupEnd)
                return false;
            (separator, inGroup) = (c, 0);
        }
        return separator == '\0' || inGroup == 3;
    }

    private static bool IsGroupSeparator(char c, bool decimalComma) =>
        c == (decimalComma ? '.' : ',') || c is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019';
}

namespace SalesOps.Kpis.Import;

/// <summary>Numbers without a unit.</summary>
internal sealed class PlainNumberParser(bool decimalComma, decimal limit) : TextParser<decimal>
{
    public override FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out decimal value)
    {
        bool isNumber = Number.TryParse(text, decimalComma, out Number number) && number.Currency.IsNone && !number.IsPercent;
        value = number.Value;
        return !isNumber ? FaultReason.BadNumber : Math.Abs(value) > limit ? FaultReason.OutOfRange : null;
    }
}

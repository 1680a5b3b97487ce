namespace SalesOps.Kpis.Import;

/// <summary>Numbers that may name a currency or be percentages; the member decides what it takes.</summary>
internal sealed class NumberParser(bool decimalComma) : TextParser<Number>
{
    public override FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out Number value) =>
        Number.TryParse(text, decimalComma, out value) ? null : FaultReason.BadNumber;
}

namespace SalesOps.Kpis.Import;

/// <summary>An amount with the currency of its row.</summary>
internal sealed class AmountField(Field<Number> number, Field<Currency> currency, IReadOnlyList<decimal> missing)
{
    public Money? Read(CsvRow row)
    {
        if (number.Read(row) is not { } amount)
            return null;
        if (!number.IsConstant && missing.Contains(amount.Value))
        {
            row.Tally.Note(ImportNote.MissingAmount);
            return null;
        }
        int faults = row.Tally.FaultCount;
        if (currency.Read(row) is not { } unit)
        {
            if (faults == row.Tally.FaultCount)
                currency.Fault(row, FaultReason.MissingValue);
            return null;
        }
        FaultReason? reason = amount.IsPercent ? FaultReason.BadNumber
            : !amount.Currency.IsNone && amount.Currency != unit ? FaultReason.OtherCurrency
            : Math.Abs(amount.Value) > Limits.OfRow ? FaultReason.OutOfRange
            : null;
        if (reason is not { } bad)
            return new Money(amount.Value, unit);
        number.Fault(row, bad);
        return null;
    }
}

namespace SalesOps.Kpis.Import;

/// <summary>A probability, written as a fraction or as a percentage.</summary>
internal sealed class ProbabilityField(Field<Number> number, double? constant, ProbabilityScale scale)
{
    public double? Read(CsvRow row)
    {
        if (number.IsConstant)
            return constant;
        if (number.Read(row) is not { } read)
            return null;
        decimal fraction = read.IsPercent || scale == ProbabilityScale.Percent ? read.Value / 100 : read.Value;
        FaultReason? reason = !read.Currency.IsNone ? FaultReason.BadNumber : fraction is < 0 or > 1 ? FaultReason.OutOfRange : null;
        if (reason is not { } bad)
            return (double)fraction;
        number.Fault(row, bad);
        return null;
    }
}

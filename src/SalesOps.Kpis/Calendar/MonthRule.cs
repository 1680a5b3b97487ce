using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>Months, or quarters and years made of them, in years that start with a given month.</summary>
internal sealed class MonthRule(int months, int startMonth, FiscalYearLabel label) : PeriodRule
{
    // Months since the start of the year that begins in the calendar year 0; negative ones don't occur.
    private readonly int _shift = startMonth - 1;

    public override int NumberOf(LocalDate date) => (date.Year * 12 + date.Month - 1 - _shift) / months;

    public override LocalDate StartOf(int number)
    {
        int month = number * months + _shift;
        return new LocalDate(month / 12, month % 12 + 1, 1);
    }

    public override string NameOf(int number)
    {
        (int year, int part) = Math.DivRem(number, 12 / months);
        string name = _shift == 0 ? "" : "FY";
        name += (_shift > 0 && label == FiscalYearLabel.EndYear ? year + 1 : year).ToString("0000", CultureInfo.InvariantCulture);
        return months switch
        {
            12 => name,
            1 => string.Create(CultureInfo.InvariantCulture, $"{name}-{part + 1:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{name}-Q{part + 1}"),
        };
    }
}

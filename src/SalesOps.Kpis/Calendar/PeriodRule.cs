using System.Globalization;
using NodaTime.Calendars;
using NodaTime.Text;

namespace SalesOps.Kpis;

/// <summary>How dates are cut into numbered periods: each date has a number, each number a first date and a name.</summary>
internal abstract class PeriodRule
{
    /// <summary>The number of the period that holds a date; the next period has the next number.</summary>
    public abstract int NumberOf(LocalDate date);

    /// <summary>The first date of a period.</summary>
    public abstract LocalDate StartOf(int number);

    /// <summary>The name of a period.</summary>
    public abstract string NameOf(int number);
}

internal sealed class DayRule : PeriodRule
{
    public override int NumberOf(LocalDate date) => LocalDays.DayNumber(date);

    public override LocalDate StartOf(int number) => LocalDays.Date(number);

    public override string NameOf(int number) => LocalDatePattern.Iso.Format(StartOf(number));
}

internal sealed class WeekRule(IsoDayOfWeek firstDay) : PeriodRule
{
    // Day 0, 1970-01-01, is a Thursday.
    private readonly int _firstDay = firstDay - IsoDayOfWeek.Thursday;

    public override int NumberOf(LocalDate date) => (int)Math.Floor((LocalDays.DayNumber(date) - _firstDay) / 7.0);

    public override LocalDate StartOf(int number) => LocalDays.Date(number * 7 + _firstDay);

    public override string NameOf(int number)
    {
        LocalDate start = StartOf(number);
        if (firstDay != IsoDayOfWeek.Monday)
            return LocalDatePattern.Iso.Format(start);
        return string.Create(CultureInfo.InvariantCulture,
            $"{WeekYearRules.Iso.GetWeekYear(start):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(start):00}");
    }
}

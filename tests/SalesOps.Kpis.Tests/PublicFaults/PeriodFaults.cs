using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about zones, months and fiscal years.</summary>
public class PeriodFaults
{
    [Fact]
    public void EveningInPhoenix_BelongsToItsLocalMonth()
    {
        // fivetran/dbt_hubspot#101: 1 April in UTC is still 31 March, and the first quarter, in Phoenix.
        Instant closed = Instant.FromUtc(2023, 4, 1, 1, 9, 44);
        var phoenix = new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/Phoenix"]);
        Assert.Equal("2023-03", PeriodOf(phoenix.Months(new(2023, 1, 1), new(2024, 1, 1)), closed));
        Assert.Equal("2023-Q1", PeriodOf(phoenix.Quarters(new(2023, 1, 1), new(2024, 1, 1)), closed));
        Assert.Equal("2023-04", PeriodOf(ReportingCalendar.Utc.Months(new(2023, 1, 1), new(2024, 1, 1)), closed));
    }

    [Theory]
    [InlineData("America/Bogota")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Asia/Kolkata")]
    public void DateOnlyClose_StaysOnItsDate(string zone)
    {
        // apideck-libraries/node-sdk#155: a date widened to midnight in UTC becomes the day before in the Americas.
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb[zone]);
        LocalDate date = new(2023, 5, 26);
        Assert.Equal("2023-05-26", PeriodOf(calendar.Days(date.PlusDays(-3), date.PlusDays(3)), calendar.StartOfDay(date)));
        Assert.Equal(date, calendar.DayOf(calendar.StartOfDay(date)));
        Assert.Equal(date, (Won() with { ExpectedCloseOn = date }).ExpectedCloseOn);
    }

    [Fact]
    public void EveningInKolkata_BelongsToTheNewYear()
    {
        // SuiteCRM#9805, #3594, #9551: "last quarter" is off by the offset.
        var kolkata = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Asia/Kolkata"]);
        Assert.Equal("2017-Q1", PeriodOf(kolkata.Quarters(new(2016, 1, 1), new(2018, 1, 1)), Instant.FromUtc(2016, 12, 31, 19, 0)));
    }

    [Fact]
    public void LateEvening_StaysOnItsLocalDay()
    {
        // chatwoot/chatwoot#4028: days of the server's zone.
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
        Instant late = new LocalDateTime(2022, 2, 10, 23, 30).InZoneStrictly(zone).ToInstant();
        Assert.Equal("2022-02-10", PeriodOf(new ReportingCalendar(zone).Days(new(2022, 2, 9), new(2022, 2, 12)), late));
    }

    [Fact]
    public void LastDayOfTheYear_IsInTheYear()
    {
        // EspoCRM: an exclusive end with 31 December as its default loses the deals of that day.
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        Instant evening = new LocalDateTime(2023, 12, 31, 23, 59, 59).InZoneStrictly(calendar.Zone).ToInstant();
        foreach (PeriodGrid grid in (PeriodGrid[])[calendar.Years(new(2023, 1, 1), new(2024, 1, 1)),
            calendar.Years(new DateInterval(new(2023, 1, 1), new(2023, 12, 31)))])
        {
            Assert.Equal("2023", PeriodOf(grid, evening));
            Assert.Equal("after", PeriodOf(grid, evening + Duration.FromSeconds(1)));
        }

        Deals deals = new[] { Won() with { ClosedAt = evening } };
        Assert.Equal(1, Kpi.WinRate.Calculate(deals.Within(calendar.Years(new(2023, 1, 1), new(2024, 1, 1))[0], DealDate.Closed)).ByCount.Denominator);
    }

    [Fact]
    public void SameMonthOfTwoYears_AreTwoPeriods()
    {
        // Krayin groups by the number of the month; ERPNext's pipeline by its name.
        Deals deals = new[] { Won(1) with { ClosedAt = Instant.FromUtc(2023, 3, 5, 0, 0) }, Won(2) with { ClosedAt = Instant.FromUtc(2024, 3, 5, 0, 0) } };
        KpiSeries<WinRate> months = Kpi.WinRate.Calculate(deals.Per(ReportingCalendar.Utc.Months(new(2023, 3, 1), new(2024, 4, 1)), DealDate.Closed));
        Assert.Equal(13, months.Count);
        Assert.Equal((Eur(1), Eur(2)), (months[0].Value.WonAmount, months[12].Value.WonAmount));
        Assert.Equal(("2023-03", "2024-03"), (months[0].Period.Name, months[12].Period.Name));
    }

    [Fact]
    public void PeriodsWithoutDeals_AreThere_AndUndefined()
    {
        // dbt-labs/metricflow#1048, #1072: missing dates, and NaN where there is nothing to divide by. ERPNext lists months up
        // to December only.
        Deals deals = new[] { Won() with { ClosedAt = Instant.FromUtc(2023, 11, 5, 0, 0) } };
        KpiSeries<WinRate> months = Kpi.WinRate.Calculate(deals.Per(ReportingCalendar.Utc.Months(new(2023, 10, 1), new(2024, 3, 1)), DealDate.Closed));
        Assert.Equal(["2023-10", "2023-11", "2023-12", "2024-01", "2024-02"], months.Select(month => month.Period.Name));
        Assert.Equal([UndefinedReason.NoClosedDeals, UndefinedReason.None, UndefinedReason.NoClosedDeals], months.Take(3).Select(month => month.Value.Undefined));
    }

    [Fact]
    public void PeriodsBesideEachOther_HaveTheirWholeLength()
    {
        // Frappe CRM: the window before 1 to 31 January has 30 days.
        PeriodGrid months = ReportingCalendar.Utc.Months(new(2023, 12, 1), new(2024, 2, 1));
        Assert.All(months.Periods, month => Assert.Equal(31, Period.DaysBetween(month.Start, month.End)));
        Assert.Equal(months[0].Until, months[1].From);
    }

    [Theory]
    [InlineData(11, FiscalYearLabel.EndYear, "2012-12-31", "FY2013-Q1")]
    [InlineData(4, FiscalYearLabel.EndYear, "2012-03-26", "FY2012-Q4")]
    [InlineData(9, FiscalYearLabel.EndYear, "2013-08-31", "FY2013-Q4")]
    [InlineData(9, FiscalYearLabel.EndYear, "2013-09-01", "FY2014-Q1")]
    [InlineData(2, FiscalYearLabel.StartYear, "2013-01-31", "FY2012-Q4")]
    public void FiscalQuarter_OfAnyStartMonth(int startMonth, FiscalYearLabel label, string date, string quarter)
    {
        // robgallen/moment-fquarter PR#15, lubridate#682, sql-bi/DaxDateTemplate#2: wrong years, and quarters 5 and 6.
        ReportingCalendar calendar = ReportingCalendar.Utc with { FiscalYearStartMonth = startMonth, FiscalYearLabel = label };
        LocalDate day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        Assert.Equal(quarter, PeriodOf(calendar.Quarters(new(2011, 1, 1), new(2015, 1, 1)), calendar.StartOfDay(day)));
    }

    private static string PeriodOf(PeriodGrid grid, Instant closed)
    {
        KpiSeries<WinRate> series = Kpi.WinRate.Calculate(((Deals)new[] { Won() with { ClosedAt = closed } }).Per(grid, DealDate.Closed));
        return series.Where(point => point.Value.ByCount.Denominator == 1).Select(point => point.Period.Name)
            .SingleOrDefault(series.Before.ByCount.Denominator == 1 ? "before" : "after");
    }
}

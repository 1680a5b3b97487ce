namespace SalesOps.Kpis.Tests;

public class ReportingCalendarTests
{
    [Theory]
    [InlineData(11, FiscalYearLabel.EndYear, "2012-12-31", "FY2013-Q1")]
    [InlineData(11, FiscalYearLabel.StartYear, "2012-12-31", "FY2012-Q1")]
    [InlineData(4, FiscalYearLabel.EndYear, "2012-03-26", "FY2012-Q4")]
    [InlineData(9, FiscalYearLabel.EndYear, "2024-08-31", "FY2024-Q4")]
    [InlineData(9, FiscalYearLabel.EndYear, "2024-09-01", "FY2025-Q1")]
    [InlineData(1, FiscalYearLabel.EndYear, "2024-05-01", "2024-Q2")]
    public void Quarters_FollowTheFiscalYear(int startMonth, FiscalYearLabel label, string day, string name)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var calendar = ReportingCalendar.Utc with { FiscalYearStartMonth = startMonth, FiscalYearLabel = label };
        Assert.Equal(name, Assert.Single(calendar.Quarters(date, date.PlusDays(1)).Periods).Name);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/London")]
    [InlineData("Pacific/Apia")]
    [InlineData("America/Santiago")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void IndexOf_EqualsNodaTimesZonedDate(string zone)
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb[zone]) { FiscalYearStartMonth = 4 };
        var random = new Random(3);
        LocalDate from = new(2011, 6, 1), until = new(2013, 6, 1);
        foreach (PeriodGrid grid in (PeriodGrid[])[calendar.Days(from, until), calendar.Weeks(from, until), calendar.Months(from, until),
            calendar.Quarters(from, until), calendar.Years(from, until)])
        {
            for (int i = 0; i < 3_000; i++)
            {
                Instant instant = i % 2 == 0
                    ? grid.Periods[random.Next(grid.Periods.Count)].From.PlusTicks(random.Next(-1, 2))
                    : Instant.FromUtc(2010, 5, 1, 0, 0).Plus(Duration.FromSeconds(random.Next(1_800 * 86_400)));
                LocalDate day = calendar.DayOf(instant);
                int expected = grid.Periods.Select((period, index) => (period, index))
                    .Where(p => p.period.Start <= day && day < p.period.End).Select(p => p.index).DefaultIfEmpty(-1).First();
                Assert.Equal(expected, grid.IndexOf(instant));
            }
        }
    }

    [Fact]
    public void Phoenix_CloseAfterMidnightUtc_IsInTheFirstQuarter()
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/Phoenix"]);
        PeriodGrid quarters = calendar.Quarters(new(2023, 1, 1), new(2024, 1, 1));
        Assert.Equal("2023-Q1", quarters.Periods[quarters.IndexOf(Instant.FromUtc(2023, 4, 1, 1, 9, 44))].Name);
    }

    [Fact]
    public void Days_EndOf9999_IsRefusedWithTheDate()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => ReportingCalendar.Utc.Months(new(2020, 1, 1), new(9999, 12, 31)));
        Assert.Equal(new LocalDate(9999, 12, 31), fault.ActualValue);
        Assert.Equal(1_200, ReportingCalendar.Utc.Months(new(2000, 1, 1), new(2100, 1, 1)).Periods.Count);
    }

    [Fact]
    public void Weeks_AreNamedByTheIsoYear() =>
        Assert.Equal("2020-W53", ReportingCalendar.Utc.Weeks(new(2021, 1, 1), new(2021, 1, 2)).Periods[0].Name);
}

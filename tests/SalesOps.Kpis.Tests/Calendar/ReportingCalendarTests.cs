using System.Globalization;
using NodaTime.Text;

namespace SalesOps.Kpis.Tests;

public class ReportingCalendarTests
{
    private static readonly ReportingCalendar Utc = ReportingCalendar.Utc;

    [Theory]
    [InlineData(11, "2012-12-31", "FY2013-Q1", "FY2013")]
    [InlineData(4, "2012-03-26", "FY2012-Q4", "FY2012")]
    [InlineData(4, "2012-04-01", "FY2013-Q1", "FY2013")]
    [InlineData(9, "2020-08-31", "FY2020-Q4", "FY2020")]
    [InlineData(9, "2020-09-01", "FY2021-Q1", "FY2021")]
    [InlineData(12, "2020-12-01", "FY2021-Q1", "FY2021")]
    [InlineData(2, "2020-01-31", "FY2020-Q4", "FY2020")]
    [InlineData(1, "2020-01-31", "2020-Q1", "2020")]
    [InlineData(1, "2020-12-31", "2020-Q4", "2020")]
    public void FiscalNames_ByEndYear(int startMonth, string date, string quarter, string year)
    {
        LocalDate day = Date(date);
        ReportingCalendar calendar = Utc with { FiscalYearStartMonth = startMonth };
        Assert.Equal(quarter, calendar.Quarters(day, day.PlusDays(1))[0].Name);
        Assert.Equal(year, calendar.Years(day, day.PlusDays(1))[0].Name);
    }

    [Theory]
    [InlineData(4, "2012-03-26", "FY2011-Q4")]
    [InlineData(11, "2012-12-31", "FY2012-Q1")]
    [InlineData(1, "2012-12-31", "2012-Q4")]
    public void FiscalNames_ByStartYear(int startMonth, string date, string quarter)
    {
        ReportingCalendar calendar = Utc with { FiscalYearStartMonth = startMonth, FiscalYearLabel = FiscalYearLabel.StartYear };
        Assert.Equal(quarter, calendar.Quarters(Date(date), Date(date).PlusDays(1))[0].Name);
    }

    [Fact]
    public void Quarters_AnyStartMonth_AreFourOfThreeMonthsInEachYear()
    {
        for (int startMonth = 1; startMonth <= 12; startMonth++)
        {
            ReportingCalendar calendar = Utc with { FiscalYearStartMonth = startMonth };
            var first = new LocalDate(2019, startMonth, 1);
            string[] names = [.. calendar.Quarters(first, first.PlusYears(2)).Periods.Select(p => p.Name[^2..])];
            Assert.Equal(["Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3", "Q4"], names);
            Assert.All(calendar.Quarters(first, first.PlusYears(2)).Periods, p => Assert.Equal(p.Start.PlusMonths(3), p.End));
            Assert.Equal(first, calendar.Years(first, first.PlusDays(1))[0].Start);
            Assert.Equal(first.PlusYears(1), calendar.Years(first.PlusYears(1).PlusDays(-1), first.PlusYears(1))[0].End);
        }
    }

    [Fact]
    public void Weeks_FromMonday_AreNamedLikeIsoWeeks()
    {
        PeriodGrid weeks = Utc.Weeks(new(2015, 1, 1), new(2027, 1, 1));
        Assert.All(weeks.Periods, week =>
        {
            DateTime monday = week.Start.ToDateTimeUnspecified();
            Assert.Equal(DayOfWeek.Monday, monday.DayOfWeek);
            Assert.Equal($"{ISOWeek.GetYear(monday):0000}-W{ISOWeek.GetWeekOfYear(monday):00}", week.Name);
            Assert.Equal(7, Period.DaysBetween(week.Start, week.End));
        });
        Assert.Equal("2015-W01", weeks[0].Name);            // from 29 December 2014
        Assert.Equal("2026-W53", weeks[^1].Name);
        Assert.Equal(new LocalDate(2014, 12, 29), weeks[0].Start);
    }

    [Fact]
    public void Weeks_FromAnotherDay_StartOnItAndAreNamedByIt()
    {
        foreach (IsoDayOfWeek day in Enumerable.Range(2, 6).Select(d => (IsoDayOfWeek)d))
        {
            for (LocalDate from = new(1969, 12, 20); from < new LocalDate(1970, 1, 15); from = from.PlusDays(1))
            {
                ReportingPeriod week = (Utc with { FirstDayOfWeek = day }).Weeks(from, from.PlusDays(1)).Periods.Single();
                Assert.Equal(day, week.Start.DayOfWeek);
                Assert.True(week.Start <= from && from < week.End);
                Assert.Equal(LocalDatePattern.Iso.Format(week.Start), week.Name);
            }
        }
    }

    [Fact]
    public void Grids_HoldFromAndTheDayBeforeUntil()
    {
        PeriodGrid months = Utc.Months(new(2024, 1, 31), new(2024, 3, 2));
        Assert.Equal(["2024-01", "2024-02", "2024-03"], months.Periods.Select(p => p.Name));
        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2024, 4, 1)), (months[0].Start, months[^1].End));
        Assert.Equal(["2024-01", "2024-02"], Utc.Months(new(2024, 1, 31), new(2024, 3, 1)).Periods.Select(p => p.Name));
        Assert.Equal(["2024-02-28", "2024-02-29"], Utc.Days(new(2024, 2, 28), new(2024, 3, 1)).Periods.Select(p => p.Name));
        Assert.Equal(Utc.Months(new(2024, 1, 31), new(2024, 3, 1)), Utc.Months(new DateInterval(new(2024, 1, 31), new(2024, 2, 29))));
    }

    [Fact]
    public void DateIntervals_IncludeTheirEnd()
    {
        var days = new DateInterval(new(2023, 11, 15), new(2024, 1, 1));
        LocalDate from = days.Start, until = days.End.PlusDays(1);
        ReportingCalendar calendar = Utc with { FiscalYearStartMonth = 7 };
        Assert.Equal(calendar.Days(from, until), calendar.Days(days));
        Assert.Equal(calendar.Weeks(from, until), calendar.Weeks(days));
        Assert.Equal(calendar.Months(from, until), calendar.Months(days));
        Assert.Equal(calendar.Quarters(from, until), calendar.Quarters(days));
        Assert.Equal(calendar.Years(from, until), calendar.Years(days));
        Assert.Throws<ArgumentNullException>(() => Utc.Days(null!));
    }

    [Fact]
    public void Samoa_SkippedDayIsEmpty()
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Pacific/Apia"]);
        Instant change = Instant.FromUtc(2011, 12, 30, 10, 0);
        PeriodGrid days = calendar.Days(new(2011, 12, 29), new(2012, 1, 1));
        Assert.Equal([24, 0, 24], days.Periods.Select(p => (int)p.Interval.Duration.TotalHours));
        Assert.Equal(change, calendar.StartOfDay(new(2011, 12, 30)));
        Assert.Equal(change, calendar.StartOfDay(new(2011, 12, 31)));
        Assert.Equal(2, days.IndexOf(change));
        Assert.Equal(0, days.IndexOf(change.PlusTicks(-1)));
    }

    [Theory]
    [InlineData("America/Phoenix", "2023-04-01T01:09:44Z", "2023-03-31", "2023-Q1")]
    [InlineData("Asia/Kolkata", "2016-12-31T19:00:00Z", "2017-01-01", "2017-Q1")]
    [InlineData("UTC", "2016-12-31T19:00:00Z", "2016-12-31", "2016-Q4")]
    public void EventsBelongToTheQuarterOfTheirLocalDate(string zone, string instant, string day, string quarter)
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb[zone]);
        PeriodGrid quarters = calendar.Quarters(new(2016, 1, 1), new(2024, 1, 1));
        Instant at = InstantPattern.General.Parse(instant).Value;
        Assert.Equal(Date(day), calendar.DayOf(at));
        Assert.Equal(quarter, quarters[quarters.IndexOf(at)].Name);
    }

    [Fact]
    public void DateOnlyValue_StaysTheSameDate()
    {
        var calendar = new ReportingCalendar(DateTimeZone.ForOffset(Offset.FromHours(-5)));
        LocalDate day = new(2023, 5, 26);
        Assert.Equal(day, calendar.DayOf(calendar.StartOfDay(day)));
    }

    [Theory, MemberData(nameof(PeriodGridTests.Zones), MemberType = typeof(PeriodGridTests))]
    public void DayOf_MatchesNodaTime(string zone)
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb[zone]);
        var random = new Random(4);
        for (int i = 0; i < 5_000; i++)
        {
            Instant instant = Instant.FromUtc(-2000, 1, 1, 0, 0) + Duration.FromSeconds(random.NextInt64(4_500L * 365 * 86_400)) - Duration.Epsilon;
            Assert.Equal(instant.InZone(calendar.Zone).Date, calendar.DayOf(instant));
        }
    }

    [Fact]
    public void DayOf_BeyondTheLastDate_IsTheLastDate()
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]);
        Assert.Equal(new LocalDate(9999, 12, 31), calendar.DayOf(Instant.MaxValue));
        Assert.Equal(new LocalDate(9999, 12, 31), Utc.DayOf(Instant.MaxValue));
        Assert.Equal(LocalDate.MinIsoValue, new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/New_York"]).DayOf(Instant.MinValue));
    }

    [Fact]
    public void TooManyPeriods_NameTheEndDate()
    {
        Assert.Equal(1_200, Utc.Months(new(2000, 1, 1), new(2100, 1, 1)).Count);
        Assert.Contains("until 2100-01-02 there are 1,201.", TooFar(() => Utc.Months(new(2000, 1, 1), new(2100, 1, 2))), StringComparison.Ordinal);
        Assert.Equal(1_200, Utc.Days(new(2024, 1, 1), new LocalDate(2024, 1, 1).PlusDays(1_200)).Count);
        Assert.Contains("1,201", TooFar(() => Utc.Days(new(2024, 1, 1), new LocalDate(2024, 1, 1).PlusDays(1_201))), StringComparison.Ordinal);
    }

    [Fact]
    public void LastDateOfExports_IsRefusedByName()
    {
        LocalDate last = new(9999, 12, 31);
        foreach (Func<LocalDate, LocalDate, PeriodGrid> grid in (Func<LocalDate, LocalDate, PeriodGrid>[])[Utc.Days, Utc.Weeks, Utc.Months, Utc.Quarters, Utc.Years])
        {
            Assert.Contains("9999-12-31", TooFar(() => grid(new(2024, 1, 1), last)), StringComparison.Ordinal);
            Assert.Contains("9999-12-31", TooFar(() => grid(new(9999, 12, 30), last)), StringComparison.Ordinal);
        }

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Utc.Months(new DateInterval(new(2024, 1, 1), last)));
        Assert.Equal(("days", "9999-12-31"), (error.ParamName, error.ActualValue));
    }

    [Fact]
    public void GridsAtTheEdgesOfTime_Work()
    {
        foreach (int startMonth in Enumerable.Range(1, 12))
        {
            var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"]) { FiscalYearStartMonth = startMonth };
            LocalDate first = new(1, 1, 1), last = new(9999, 1, 1);
            Assert.True(calendar.Years(first, first.PlusDays(1))[0].Start <= first);
            Assert.True(calendar.Years(last.PlusDays(-1), last)[0].End >= last);
            Assert.True(calendar.Quarters(first, first.PlusDays(1))[0].Start <= first);
            Assert.True(calendar.Weeks(last.PlusDays(-1), last)[0].End >= last);
        }
    }

    [Fact]
    public void BadDates_AreRefused()
    {
        LocalDate day = new(2024, 1, 1);
        Assert.Equal("until", Assert.Throws<ArgumentOutOfRangeException>(() => Utc.Days(day, day)).ParamName);
        Assert.Equal("until", Assert.Throws<ArgumentOutOfRangeException>(() => Utc.Months(day, day.PlusDays(-1))).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(() => Utc.Years(new(0, 12, 31), day)).ParamName);
    }

    [Fact]
    public void BadOptions_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new ReportingCalendar(null!));
        Assert.Throws<ArgumentNullException>(() => Utc with { Zone = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc with { FiscalYearStartMonth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc with { FiscalYearStartMonth = 13 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc with { FirstDayOfWeek = IsoDayOfWeek.None });
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc with { FirstDayOfWeek = (IsoDayOfWeek)8 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Utc with { FiscalYearLabel = (FiscalYearLabel)2 });
    }

    [Fact]
    public void OtherCalendarSystems_AreConverted() => Assert.Equal(
        Utc.Months(new(2024, 1, 1), new(2024, 6, 1)),
        Utc.Months(new LocalDate(2024, 1, 1).WithCalendar(CalendarSystem.HebrewCivil), new LocalDate(2024, 6, 1).WithCalendar(CalendarSystem.Julian)));

    [Fact]
    public void Messages_DoNotFollowTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Contains("2024-01-01 until 9998-12-31 there are 95,700.", TooFar(() => Utc.Months(new(2024, 1, 1), new(9998, 12, 31))), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void DefaultPeriod_IsEmptyAndNameless()
    {
        ReportingPeriod none = default;
        Assert.Equal(("", Duration.Zero), (none.ToString(), none.Interval.Duration));
    }

    private static string TooFar(Func<PeriodGrid> make)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(make);
        Assert.Equal("until", error.ParamName);
        return error.Message;
    }

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}

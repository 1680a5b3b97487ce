using NodaTime.Text;

namespace SalesOps.Kpis.Tests;

public class WorkingHoursTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly WorkingHours NineToFive = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(17, 0));
    private static readonly WorkingHours LateShift = EveryDay(new(21, 0), new(2, 0));
    private static readonly WorkingHours AroundTheClock = EveryDay(LocalTime.Midnight, LocalTime.Midnight);

    // Hand-worked; the clocks of New York go forward at 2026-03-08 02:00 and back at 2026-11-01 02:00.

    [Fact]
    public void Elapsed_OverAWeekendOfAClockChange_CountsOpenHoursAlone()
    {
        Instant start = At(2026, 3, 6, 16, 30), end = At(2026, 3, 9, 9, 30);
        Assert.Equal(Duration.FromHours(64), end - start);
        Assert.Equal(Duration.FromHours(1), NineToFive.Elapsed(start, end));
    }

    [Fact]
    public void Elapsed_FromSundayToMonday_StartsAtTheOpening() =>
        Assert.Equal(Duration.FromHours(1), NineToFive.Elapsed(At(2026, 3, 8, 11, 0), At(2026, 3, 9, 10, 0)));

    [Fact]
    public void Elapsed_OverMidnightWithinAWindow_CountsBothDays() =>
        Assert.Equal(Duration.FromHours(1), LateShift.Elapsed(At(2026, 5, 5, 23, 30), At(2026, 5, 6, 0, 30)));

    [Fact]
    public void Elapsed_OverAHolidayMonday_IsAnHour()
    {
        WorkingHours hours = NineToFive.WithHolidays([new(2026, 5, 25)]);
        Assert.Equal(Duration.FromMinutes(60), hours.Elapsed(At(2026, 5, 22, 16, 30), At(2026, 5, 26, 9, 30)));
        Assert.Equal(Duration.FromHours(9), NineToFive.Elapsed(At(2026, 5, 22, 16, 30), At(2026, 5, 26, 9, 30)));
    }

    [Fact]
    public void Elapsed_OverAWindowWhoseHoursAreSkippedOrRepeated_IsTheTimeThatPasses()
    {
        WorkingHours nightShift = EveryDay(new(22, 0), new(6, 0));
        Assert.Equal(Duration.FromHours(7), nightShift.Elapsed(At(2026, 3, 7, 12, 0), At(2026, 3, 8, 12, 0)));
        Assert.Equal(Duration.FromHours(9), nightShift.Elapsed(At(2026, 10, 31, 12, 0), At(2026, 11, 1, 12, 0)));
        Assert.Equal(Duration.FromHours(6), LateShift.Elapsed(At(2026, 10, 31, 12, 0), At(2026, 11, 1, 12, 0)));
        Assert.Equal(Duration.FromHours(5), LateShift.Elapsed(At(2026, 11, 1, 12, 0), At(2026, 11, 2, 12, 0)));
    }

    [Fact]
    public void Elapsed_AroundTheClock_IsTheTimeThatPasses()
    {
        Assert.Equal(Duration.FromHours(23), AroundTheClock.Elapsed(At(2026, 3, 8, 0, 0), At(2026, 3, 9, 0, 0)));
        Assert.Equal(Duration.FromHours(25), AroundTheClock.Elapsed(At(2026, 11, 1, 0, 0), At(2026, 11, 2, 0, 0)));
        Assert.Equal(At(2036, 3, 9, 7, 0) - At(2026, 3, 8, 0, 0), AroundTheClock.Elapsed(At(2026, 3, 8, 0, 0), At(2036, 3, 9, 7, 0)));
    }

    [Fact]
    public void Elapsed_OfAWindowThatRunsIntoOrOutOfAHoliday_LeavesOutTheHolidaysOwnHours()
    {
        // Windows of 21:00-02:00 around a holiday: 3 h of the evening before, none on the day, 2 h of the night after.
        WorkingHours hours = LateShift.WithHolidays([new(2026, 5, 25)]);
        Assert.Equal(Duration.FromHours(3), hours.Elapsed(At(2026, 5, 24, 12, 0), At(2026, 5, 25, 12, 0)));
        Assert.Equal(Duration.FromHours(2), hours.Elapsed(At(2026, 5, 25, 12, 0), At(2026, 5, 26, 12, 0)));
    }

    [Fact]
    public void Elapsed_OfAWindowOfSundayNight_ReachesIntoMonday()
    {
        var hours = new WorkingHours(NewYork, [new(IsoDayOfWeek.Sunday, new(22, 0), new(6, 0))]);
        Assert.Equal(Duration.FromHours(6), hours.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 5, 0, 0)));
        Assert.Equal(Duration.FromHours(8), hours.Elapsed(At(2026, 5, 3, 0, 0), At(2026, 5, 10, 0, 0)));
    }

    [Fact]
    public void Elapsed_OfTouchingAndSeveralWindows_AddsThem()
    {
        var hours = new WorkingHours(NewYork,
        [
            new(IsoDayOfWeek.Monday, new(13, 0), new(17, 0)),
            new(IsoDayOfWeek.Monday, new(9, 0), new(12, 0)),
            new(IsoDayOfWeek.Monday, new(17, 0), new(18, 30)),
        ]);
        Assert.Equal(Duration.FromMinutes(510), hours.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 5, 0, 0)));
        Assert.Equal(Duration.FromMinutes(60), hours.Elapsed(At(2026, 5, 4, 11, 30), At(2026, 5, 4, 13, 30)));
    }

    [Fact]
    public void Elapsed_BackInTime_IsTheSameSpanNegated() =>
        Assert.Equal(Duration.FromHours(-1), NineToFive.Elapsed(At(2026, 3, 9, 9, 30), At(2026, 3, 6, 16, 30)));

    [Fact]
    public void Elapsed_OverASkippedDate_HasNoHoursOfIt()
    {
        // Samoa went from Thursday 2011-12-29 to Saturday 2011-12-31: that week has four working days.
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var hours = WorkingHours.MondayToFriday(apia, new(9, 0), new(17, 0));
        Instant monday = new LocalDateTime(2011, 12, 26, 0, 0).InZoneStrictly(apia).ToInstant();
        Instant sunday = new LocalDateTime(2012, 1, 1, 0, 0).InZoneStrictly(apia).ToInstant();
        Assert.Equal(Duration.FromHours(32), hours.Elapsed(monday, sunday));
        Assert.Equal(Duration.FromHours(32), hours.WithHolidays([new(2011, 12, 30)]).Elapsed(monday, sunday));
        Assert.Equal(Duration.FromHours(24), hours.WithHolidays([new(2011, 12, 29)]).Elapsed(monday, sunday));
    }

    [Fact]
    public void Elapsed_OverTenYears_IsWholeWeeksLessHolidays()
    {
        // 2,609 Mondays to Fridays from 2016 to 2025; ten Christmas Days, three of them on a weekend.
        WorkingHours hours = NineToFive.WithHolidays(Enumerable.Range(2016, 10).Select(year => new LocalDate(year, 12, 25)));
        Assert.Equal(Duration.FromHours(8 * 2_609), NineToFive.Elapsed(At(2016, 1, 1, 0, 0), At(2026, 1, 1, 0, 0)));
        Assert.Equal(Duration.FromHours(8 * (2_609 - 7)), hours.Elapsed(At(2016, 1, 1, 0, 0), At(2026, 1, 1, 0, 0)));
    }

    [Fact]
    public void Elapsed_OverAllOfTime_IsTheWeeksOfTwentyFiveGregorianCycles()
    {
        // 400 years are 20,871 weeks.
        var utc = WorkingHours.MondayToFriday(DateTimeZone.Utc, new(9, 0), new(17, 0));
        Assert.Equal(Duration.FromHours(40L * 20_871 * 24), utc.Elapsed(Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9601, 1, 1, 0, 0)));
        Assert.Equal(Duration.FromHours(40L * 20_871 * 10), NineToFive.Elapsed(At(2000, 1, 1, 0, 0), At(6000, 1, 1, 0, 0)));
    }

    [Fact]
    public void Elapsed_OfAbsentMoments_IsNull()
    {
        Assert.Null(NineToFive.Elapsed(default(Moment), At(2026, 3, 9, 9, 30)));
        Assert.Null(NineToFive.Elapsed(At(2026, 3, 9, 9, 30), default(Moment)));
        Assert.Equal(Duration.FromHours(1), NineToFive.Elapsed((Moment)At(2026, 3, 9, 9, 30), At(2026, 3, 9, 10, 30)));
    }

    [Fact]
    public void Elapsed_OfManySpans_IsThatOfEach_AndAllocatesNothing()
    {
        Moment[] starts = [At(2026, 3, 6, 16, 30), default, At(2026, 3, 9, 9, 30)];
        Moment[] ends = [At(2026, 3, 9, 9, 30), At(2026, 3, 9, 9, 30), default];
        var elapsed = new Duration?[4];
        elapsed[3] = Duration.MaxValue;
        NineToFive.Elapsed(starts, ends, elapsed);
        Assert.Equal([Duration.FromHours(1), null, null, Duration.MaxValue], elapsed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        NineToFive.Elapsed(starts, ends, elapsed);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Throws<ArgumentException>("ends", () => NineToFive.Elapsed(starts, ends.AsSpan(1), elapsed));
        Assert.Throws<ArgumentException>("elapsed", () => NineToFive.Elapsed(starts, ends, elapsed.AsSpan(2)));
    }

    [Theory]
    [InlineData("2026-03-07T18:00", 60, "2026-03-09T10:00")]       // a Saturday
    [InlineData("2026-03-07T11:00", 60, "2026-03-09T10:00")]
    [InlineData("2026-03-06T16:30", 60, "2026-03-09T09:30")]
    [InlineData("2026-03-06T16:30", 30, "2026-03-06T17:00")]       // the close, not the next opening
    [InlineData("2026-03-06T17:00", 0, "2026-03-06T17:00")]
    [InlineData("2026-03-06T17:00", 480, "2026-03-09T17:00")]
    [InlineData("2026-03-02T00:00", 2400, "2026-03-06T17:00")]
    [InlineData("2026-03-02T00:00", 2401, "2026-03-09T09:01")]
    public void Deadline_IsWhenTheWorkingTimeHasPassed(string start, int minutes, string expected) =>
        Assert.Equal(At(expected), NineToFive.Deadline(At(start), Duration.FromMinutes(minutes)));

    [Fact]
    public void Deadline_OverHolidays_SkipsThem()
    {
        WorkingHours hours = NineToFive.WithHolidays(new DateInterval(new(2026, 5, 23), new(2026, 5, 25)));
        Assert.Equal(At(2026, 5, 26, 10, 0), hours.Deadline(At(2026, 5, 22, 17, 0), Duration.FromHours(1)));
    }

    [Fact]
    public void Deadline_InAYearOfHolidays_IsAfterThem()
    {
        WorkingHours hours = NineToFive.WithHolidays(new DateInterval(new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Equal(At(2027, 1, 1, 9, 0) + Duration.FromTicks(1), hours.Deadline(At(2026, 1, 1, 0, 0), Duration.FromTicks(1)));
    }

    [Fact]
    public void Deadline_BeyondTheTable_IsRight() =>         // Friday to Monday
        Assert.Equal(At(2600, 6, 2, 9, 30), NineToFive.Deadline(At(2600, 5, 30, 16, 30), Duration.FromMinutes(60)));

    [Fact]
    public void Deadline_Impossible_Throws()
    {
        static void AssertThrows(Instant start, Duration working) =>
            Assert.Throws<ArgumentOutOfRangeException>(nameof(working), () => NineToFive.Deadline(start, working));

        AssertThrows(At(2026, 5, 22, 17, 0), Duration.FromTicks(-1));
        AssertThrows(At(2026, 5, 22, 17, 0), Duration.FromDays(365 * 7_000));
        AssertThrows(Instant.MinValue, Duration.MaxValue);
        AssertThrows(Instant.MaxValue, Duration.FromTicks(1));
    }

    [Fact]
    public void Contains_IsHalfOpen()
    {
        Assert.False(NineToFive.Contains(At(2026, 3, 6, 9, 0) - Duration.FromTicks(1)));
        Assert.True(NineToFive.Contains(At(2026, 3, 6, 9, 0)));
        Assert.True(NineToFive.Contains(At(2026, 3, 6, 17, 0) - Duration.FromTicks(1)));
        Assert.False(NineToFive.Contains(At(2026, 3, 6, 17, 0)));
        Assert.False(NineToFive.Contains(Instant.MaxValue));
    }

    [Fact]
    public void StandardDay_IsTheMeanOfTheDaysOnWhichAWindowOpens()
    {
        Assert.Equal(Duration.FromHours(8), NineToFive.StandardDay);
        Assert.Equal(Duration.FromHours(5), LateShift.StandardDay);
        Assert.Equal(Duration.FromHours(24), AroundTheClock.StandardDay);

        // 7 h on four days, split by lunch, and 4 h on Friday: 32 h in five days.
        WorkingWindow[] week =
        [
            .. Enumerable.Range(1, 4).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(9, 0), new(12, 0))),
            .. Enumerable.Range(1, 4).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(13, 0), new(17, 0))),
            new(IsoDayOfWeek.Friday, new(9, 0), new(13, 0)),
        ];
        Assert.Equal(Duration.FromMinutes(384), new WorkingHours(NewYork, week).StandardDay);
    }

    [Fact]
    public void ChangedTo_CountsEachSideByItsOwnHours()
    {
        // Part-time from Wednesday on: 8 h on Monday and Tuesday, 4 h on the three other days.
        WorkingHours partTime = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(13, 0));
        WorkingHours hours = NineToFive.ChangedTo(partTime, new(2026, 5, 6));
        Assert.Equal(Duration.FromHours(28), hours.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 9, 0, 0)));
        Assert.Equal(Duration.FromHours(-28), hours.Elapsed(At(2026, 5, 9, 0, 0), At(2026, 5, 4, 0, 0)));
        Assert.Equal(Duration.FromHours(8), hours.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 5, 0, 0)));
        Assert.Equal(Duration.FromHours(4), hours.Elapsed(At(2026, 5, 6, 0, 0), At(2026, 5, 7, 0, 0)));
        Assert.Equal(At(2026, 5, 6, 13, 0), hours.Deadline(At(2026, 5, 4, 0, 0), Duration.FromHours(20)));
    }

    [Fact]
    public void ChangedTo_StartsAtMidnightInTheNewZone()
    {
        // Wednesday starts in London at 19:00 of Tuesday in New York, after 8 h there; 8 h in London end at 12:00 in New York.
        WorkingHours london = WorkingHours.MondayToFriday(DateTimeZoneProviders.Tzdb["Europe/London"], new(9, 0), new(17, 0));
        WorkingHours hours = NineToFive.ChangedTo(london, new(2026, 5, 6));
        Assert.Equal(Duration.FromHours(16), hours.Elapsed(At(2026, 5, 5, 0, 0), At(2026, 5, 6, 12, 0)));
        Assert.Same(london.Zone, hours.Zone);
    }

    [Fact]
    public void ChangedTo_HoursThatChangeThemselves_KeepsTheirLaterChanges()
    {
        WorkingHours four = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(13, 0));
        WorkingHours two = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(11, 0));
        WorkingHours later = four.ChangedTo(two, new(2026, 5, 7));
        WorkingHours oneByOne = NineToFive.ChangedTo(four, new(2026, 5, 6)).ChangedTo(two, new(2026, 5, 7));
        Assert.Equal(oneByOne, NineToFive.ChangedTo(later, new(2026, 5, 6)));
        Assert.Equal(Duration.FromHours(24), oneByOne.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 9, 0, 0)));     // 8 + 8 + 4 + 2 + 2
        Assert.Equal(NineToFive.ChangedTo(two, new(2026, 5, 8)), NineToFive.ChangedTo(later, new(2026, 5, 8)));

        // A change that lies before an earlier one replaces it: 8 + 2 + 2 + 2 + 2.
        WorkingHours replaced = oneByOne.ChangedTo(two, new(2026, 5, 5));
        Assert.Equal(Duration.FromHours(16), replaced.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 9, 0, 0)));
    }

    [Fact]
    public void WithHolidays_HoldsOnBothSidesOfAChange()
    {
        WorkingHours partTime = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(13, 0));
        WorkingHours hours = NineToFive.ChangedTo(partTime, new(2026, 5, 6)).WithHolidays([new(2026, 5, 4), new(2026, 5, 7)]);
        Assert.Equal(Duration.FromHours(16), hours.Elapsed(At(2026, 5, 4, 0, 0), At(2026, 5, 9, 0, 0)));
        Assert.Equal([new LocalDate(2026, 5, 4), new LocalDate(2026, 5, 7)], hours.Holidays);
    }

    [Theory]
    [InlineData(1, 9, 17, 1, 16, 18)]
    [InlineData(1, 16, 18, 1, 9, 17)]
    [InlineData(1, 9, 17, 1, 9, 17)]
    [InlineData(1, 9, 17, 1, 10, 11)]
    [InlineData(7, 22, 6, 1, 5, 9)]
    [InlineData(1, 5, 9, 7, 22, 6)]
    [InlineData(1, 0, 0, 1, 12, 13)]
    [InlineData(1, 12, 13, 1, 0, 0)]
    public void Constructor_OverlappingWindows_AreAMistake(int day, int opens, int closes, int otherDay, int otherOpens, int otherCloses)
    {
        WorkingWindow[] windows =
        [
            new((IsoDayOfWeek)day, new(opens, 0), new(closes, 0)), new(IsoDayOfWeek.Wednesday, new(9, 0), new(17, 0)),
            new((IsoDayOfWeek)otherDay, new(otherOpens, 0), new(otherCloses, 0)),
        ];
        var thrown = Assert.Throws<ArgumentException>("windows", () => new WorkingHours(NewYork, windows));
        Assert.StartsWith("Window 2, ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithoutAWindowOrADay_Throws()
    {
        Assert.Throws<ArgumentException>("windows", () => new WorkingHours(NewYork, []));
        Assert.Throws<ArgumentException>("windows", () => new WorkingHours(NewYork, [default]));
        Assert.Throws<ArgumentNullException>("zone", () => new WorkingHours(null!, NineToFive.Windows));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => new WorkingWindow(IsoDayOfWeek.None, default, default));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => new WorkingWindow((IsoDayOfWeek)8, default, default));
    }

    [Fact]
    public void Equals_ComparesZoneWindowsHolidaysAndChanges()
    {
        WorkingHours same = new(NewYork, NineToFive.Windows.Reverse());
        Assert.Equal(NineToFive, same);
        Assert.Equal(NineToFive.GetHashCode(), same.GetHashCode());
        Assert.Equal(NineToFive.WithHolidays([new(2026, 5, 4), new(2026, 5, 4)]), same.WithHolidays([new(2026, 5, 4)]));
        Assert.NotEqual(NineToFive, WorkingHours.MondayToFriday(DateTimeZone.Utc, new(9, 0), new(17, 0)));
        Assert.NotEqual(NineToFive, WorkingHours.MondayToFriday(NewYork, new(9, 0), new(17, 30)));
        Assert.NotEqual(NineToFive, NineToFive.WithHolidays([new(2026, 5, 4)]));
        Assert.NotEqual(NineToFive, NineToFive.ChangedTo(NineToFive, new(2026, 5, 4)));
        Assert.False(NineToFive.Equals(null));
    }

    [Fact]
    public void ToString_NamesZoneAndWindows()
    {
        var hours = new WorkingHours(NewYork, [new(IsoDayOfWeek.Sunday, new(22, 0), new(6, 0))]);
        Assert.Equal("America/New_York: Sunday 22:00-06:00", hours.ToString());
        Assert.Equal("Monday 09:00:30-17:00", new WorkingWindow(IsoDayOfWeek.Monday, new(9, 0, 30), new(17, 0)).ToString());
    }

    [Fact]
    public void ByOwner_GivesOwnHoursOrThoseOfOthers()
    {
        WorkingHours partTime = WorkingHours.MondayToFriday(NewYork, new(9, 0), new(13, 0));
        WorkingHours changed = NineToFive.ChangedTo(partTime, new(2026, 5, 6));
        var hours = new WorkingHoursByOwner(NineToFive, [new("ann", partTime), new("bob", changed)]);
        Instant monday = At(2026, 5, 4, 0, 0), saturday = At(2026, 5, 9, 0, 0);
        Assert.Equal(Duration.FromHours(20), hours["ann"].Elapsed(monday, saturday));
        Assert.Equal(Duration.FromHours(28), hours["bob"].Elapsed(monday, saturday));
        Assert.Same(NineToFive, hours["Ann"]);
        Assert.Same(NineToFive, hours[null]);
        Assert.Equal(hours, new WorkingHoursByOwner(NineToFive, [new("bob", changed), new("ann", partTime)]));
        Assert.NotEqual(hours, new WorkingHoursByOwner(NineToFive, [new("ann", partTime), new("bob", partTime)]));
    }

    [Fact]
    public void ByOwner_ListedTwiceOrWithoutHours_ThrowsWithTheRow()
    {
        var twice = Assert.Throws<ArgumentException>("hours",
            () => new WorkingHoursByOwner(NineToFive, [new("ann", NineToFive), new("ann", NineToFive)]));
        Assert.Contains("Row 1", twice.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("hours", () => new WorkingHoursByOwner(NineToFive, [new(null!, NineToFive)]));
        Assert.Throws<ArgumentException>("hours", () => new WorkingHoursByOwner(NineToFive, [new("ann", null!)]));
    }

    private static WorkingHours EveryDay(LocalTime opens, LocalTime closes) =>
        new(NewYork, Enumerable.Range(1, 7).Select(day => new WorkingWindow((IsoDayOfWeek)day, opens, closes)));

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(NewYork).ToInstant();

    private static Instant At(string wall) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(wall).Value.InZoneStrictly(NewYork).ToInstant();
}

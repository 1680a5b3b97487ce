namespace SalesOps.Kpis.Data.Tests;

public class ZendeskScheduleTests
{
    // Monday to Friday, 08:00 to 20:00: 260 days of 2022 less the holidays on Monday, Tuesday and Thursday of its last week.
    private const int WorkedMinutesOf2022 = (260 - 3) * 12 * 60;

    private static readonly LocalDate[] Holidays = [new(2022, 12, 26), new(2022, 12, 27), new(2022, 12, 29)];

    [Fact]
    public void Schedule_IsLoadedAsTheFileSays()
    {
        WorkingHours hours = ZendeskSchedule.Read();
        DateTimeZone pacific = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        Assert.Equal(WorkingHours.MondayToFriday(pacific, new(8, 0), new(20, 0)).WithHolidays(Holidays), hours);
        Assert.Equal(Duration.FromHours(12), hours.StandardDay);
    }

    [Fact]
    public void Elapsed_OfEveryMinuteOfAYearWithBothClockChanges_MatchesTheMinutesOfTheFile()
    {
        WorkingHours hours = ZendeskSchedule.Read();
        bool[] isWorked = ZendeskSchedule.WorkedMinutes();
        Instant start = new LocalDateTime(2022, 1, 1, 0, 0).InZoneStrictly(hours.Zone).ToInstant();
        Instant end = new LocalDateTime(2023, 1, 1, 0, 0).InZoneStrictly(hours.Zone).ToInstant();
        int worked = 0;
        for (Instant minute = start; minute < end; minute += Duration.FromMinutes(1))
        {
            Assert.Equal(Duration.FromMinutes(worked), hours.Elapsed(start, minute));
            LocalDateTime wall = minute.InZone(hours.Zone).LocalDateTime;
            int minuteOfWeek = ((int)wall.DayOfWeek % 7) * 24 * 60 + wall.Hour * 60 + wall.Minute;
            if (isWorked[minuteOfWeek] && !Holidays.Contains(wall.Date))
                worked++;
        }

        Assert.Equal(WorkedMinutesOf2022, worked);
        Assert.Equal(Duration.FromMinutes(WorkedMinutesOf2022), hours.Elapsed(start, end));
    }
}

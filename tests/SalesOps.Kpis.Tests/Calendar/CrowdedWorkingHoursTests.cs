namespace SalesOps.Kpis.Tests;

/// <summary>Working hours that no table of a week or of holidays holds, worked by hand.</summary>
public class CrowdedWorkingHoursTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void Elapsed_OfWindowsHalfASecondApart_AddsThem()
    {
        // Mondays from 9:00:00 to 9:00:01 and from 9:00:01.5 to 9:00:02: 1.5 s a week.
        var hours = new WorkingHours(NewYork, [
            new(IsoDayOfWeek.Monday, new LocalTime(9, 0), new LocalTime(9, 0, 1)),
            new(IsoDayOfWeek.Monday, new LocalTime(9, 0, 1, 500), new LocalTime(9, 0, 2))]);
        Instant nine = At(2024, 3, 4, 9);

        Assert.Equal(Duration.FromMilliseconds(1_500), hours.Elapsed(nine, nine + Duration.FromSeconds(3)));
        Assert.Equal(Duration.FromMilliseconds(750), hours.Elapsed(nine + Duration.FromMilliseconds(500), nine + Duration.FromMilliseconds(1_750)));
        Assert.Equal(Duration.FromSeconds(15), hours.Elapsed(nine, At(2024, 5, 13, 9)));        // ten weeks, with a change of the clocks
        Assert.Equal(Duration.FromSeconds(15), hours.Elapsed(At(2190, 1, 1, 0), At(2190, 3, 12, 0)));
    }

    [Fact]
    public void Elapsed_OfHolidaysCenturiesApart_LeavesThemOut()
    {
        WorkingHours hours = WorkingHours.MondayToFriday(NewYork, new LocalTime(9, 0), new LocalTime(17, 0))
            .WithHolidays([new LocalDate(1700, 1, 1), new LocalDate(2024, 12, 25), new LocalDate(2024, 12, 26)]);

        Assert.Equal(Duration.FromHours(24), hours.Elapsed(At(2024, 12, 23, 0), At(2024, 12, 28, 0)));      // Monday, Tuesday and Friday
        Assert.Equal(Duration.FromHours(1), hours.Elapsed(At(2024, 12, 24, 16), At(2024, 12, 25, 12)));
        Assert.Equal(Duration.FromHours(2), hours.Elapsed(At(2024, 12, 26, 12), At(2024, 12, 27, 11)));
        Assert.Equal(Duration.FromHours(40), hours.Elapsed(At(2023, 12, 11, 0), At(2023, 12, 18, 0)));
    }

    private static Instant At(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(NewYork).ToInstant();
}

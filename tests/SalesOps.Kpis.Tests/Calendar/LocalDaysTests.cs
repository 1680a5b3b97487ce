namespace SalesOps.Kpis.Tests;

public class LocalDaysTests
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    [Fact]
    public void DayNumber_AroundEveryTransitionOfEveryZone_MatchesNodaTime()
    {
        var span = new Interval(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2110, 1, 1, 0, 0));
        foreach (string id in DateTimeZoneProviders.Tzdb.Ids)
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            foreach (Instant transition in zone.GetZoneIntervals(span).Where(z => z.HasEnd).Select(z => z.End))
            {
                AssertMatches(zone, transition.PlusTicks(-1));
                AssertMatches(zone, transition);
            }
        }
    }

    [Theory, MemberData(nameof(PeriodGridTests.Zones), MemberType = typeof(PeriodGridTests))]
    public void DayNumber_OfRandomInstantsAndMidnights_MatchesNodaTime(string id)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
        var random = new Random(6);
        for (int i = 0; i < 10_000; i++)
        {
            Instant instant = (i % 2 == 0 ? Instant.FromUtc(1, 1, 2, 0, 0) : Instant.FromUtc(1940, 1, 1, 0, 0))
                .PlusTicks(random.NextInt64((i % 2 == 0 ? 9_997 : 180) * 365 * NodaConstants.TicksPerDay));
            AssertMatches(zone, instant);
            Instant midnight = zone.AtLeniently(instant.InZone(zone).Date.AtMidnight()).ToInstant();
            for (int tick = -1; tick <= 1; tick++)
                AssertMatches(zone, midnight.PlusTicks(tick));
        }

        foreach (int year in (int[])[1, 1950, 1970, 2100, 9999])
        {
            for (int tick = -1; tick <= 1; tick++)
                AssertMatches(zone, Instant.FromUtc(year, 1, 2, 0, 0).PlusTicks(tick));
            AssertMatches(zone, Instant.FromUtc(year, 1, 1, 0, 0));
        }
    }

    [Fact]
    public void DayNumber_AtTheLastMoment_DoesNotThrow()
    {
        int last = Period.DaysBetween(Epoch, new(9999, 12, 31));
        Assert.Equal(last, LocalDays.Of(DateTimeZone.Utc).DayNumber(Instant.MaxValue));
        int beyond = LocalDays.Of(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).DayNumber(Instant.MaxValue);
        Assert.Equal(last + 1, beyond);
        Assert.Equal(new LocalDate(9999, 12, 31), LocalDays.Date(beyond));
    }

    [Fact]
    public void DaysBetween_IsTheDifferenceOfTheDates()
    {
        // 23:30 to 00:30 in Berlin, over the change of the clocks and back.
        Moment evening = Instant.FromUtc(2023, 3, 24, 22, 30), after = Instant.FromUtc(2023, 3, 26, 22, 30);
        LocalDays berlin = LocalDays.Of(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        Assert.Equal(3, berlin.DaysBetween(evening.Value, after.Value));
        Assert.Equal(-3, berlin.DaysBetween(after.Value, evening.Value));
        Assert.Equal(2, LocalDays.Of(DateTimeZone.Utc).DaysBetween(evening.Value, after.Value));
    }

    [Fact]
    public void Of_IsMadeOncePerZone() => Assert.Same(
        LocalDays.Of(DateTimeZoneProviders.Tzdb["Europe/Paris"]), LocalDays.Of(DateTimeZoneProviders.Tzdb["Europe/Paris"]));

    [Fact]
    public void DateAndDayNumber_AreInverse()
    {
        foreach (LocalDate date in (LocalDate[])[new(1, 1, 1), new(1969, 12, 31), new(1970, 1, 1), new(2024, 2, 29), new(9999, 12, 31)])
            Assert.Equal(date, LocalDays.Date(LocalDays.DayNumber(date)));
    }

    private static void AssertMatches(DateTimeZone zone, Instant instant)
    {
        int expected = Period.DaysBetween(Epoch, instant.InZone(zone).Date);
        int actual = LocalDays.Of(zone).DayNumber(instant);
        if (expected != actual)
            Assert.Fail($"{zone.Id}: {instant} is day {expected}, not {actual}");
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

/// <summary>Working time against a look at the wall clock in every minute, and the laws of elapsed time and deadlines.</summary>
public class WorkingHoursPropertyTests
{
    public static TheoryData<string> Zones =>
        ["America/New_York", "Europe/London", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kathmandu"];

    // Windows and holidays lie on the changes of the clocks of 2024 on purpose: 10 March, 31 March, 7 April, 6 and 27 October, 3 November.
    private static readonly LocalDate[] Holidays =
    [
        new(2024, 1, 1), new(2024, 3, 10), new(2024, 3, 29), new(2024, 4, 1),
        new(2024, 10, 6), new(2024, 10, 7), new(2024, 12, 25), new(2024, 12, 26),
    ];

    private static readonly WorkingWindow[][] Weeks =
    [
        [.. Enumerable.Range(1, 5).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(9, 0), new(17, 0)))],
        [.. Enumerable.Range(1, 7).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(21, 0), new(2, 15)))],
        [.. Enumerable.Range(1, 7).Select(day => new WorkingWindow((IsoDayOfWeek)day, LocalTime.Midnight, LocalTime.Midnight))],
        [
            .. Enumerable.Range(1, 4).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(8, 30), new(12, 0))),
            .. Enumerable.Range(1, 4).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(12, 0), new(16, 45))),
            new(IsoDayOfWeek.Sunday, new(1, 45), new(2, 10)),
            new(IsoDayOfWeek.Sunday, new(2, 20), new(2, 50)),
            new(IsoDayOfWeek.Sunday, new(23, 0), new(1, 40)),
        ],
    ];

    [Theory, MemberData(nameof(Zones))]
    public void ElapsedContainsAndDeadline_InAYear_MatchTheWallClockOfEveryMinute(string id)
    {
        foreach (WorkingWindow[] week in Weeks)
        {
            var hours = new WorkingHours(DateTimeZoneProviders.Tzdb[id], week, Holidays);
            var oracle = new WorkedTime(
                hours, Instant.FromUtc(2023, 12, 31, 0, 0), Instant.FromUtc(2025, 1, 2, 0, 0), Duration.FromMinutes(1));
            for (int i = 0; i < oracle.Count; i++)
            {
                if (oracle.Between(0, i) != hours.Elapsed(oracle.At(0), oracle.At(i)) || oracle.IsWorked(i) != hours.Contains(oracle.At(i)))
                    Assert.Fail($"{hours}: differs at {oracle.At(i)}.");
            }

            AssertRandomSpans(hours, oracle);
        }
    }

    [Theory]
    [InlineData(1600, 10, 1)]
    [InlineData(1949, 12, 27)]
    [InlineData(2099, 12, 27)]
    [InlineData(2600, 10, 1)]
    public void Elapsed_AtTheEdgesOfTheTabulatedYearsAndFarFromThem_MatchesTheWallClock(int year, int month, int day)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"];
        var hours = new WorkingHours(zone, Weeks[3], [new(1949, 12, 28), new(2099, 12, 29), new(2600, 10, 3)]);
        Instant from = Instant.FromUtc(year, month, day, 0, 0);
        // Steps that fit the local mean time of 1600, 10:36:20 ahead.
        AssertRandomSpans(hours, new WorkedTime(hours, from, from + Duration.FromDays(9), Duration.FromSeconds(20)));
    }

    [Property(Arbitrary = [typeof(Spans)])]
    public void Elapsed_OfAdjacentSpans_AddsUp(WorkingHours hours, Instant a, Instant b, Instant c) =>
        Assert.Equal(hours.Elapsed(a, c), hours.Elapsed(a, b) + hours.Elapsed(b, c));

    [Property(Arbitrary = [typeof(Spans)])]
    public void Elapsed_IsWithinTheTimeThatPasses(WorkingHours hours, Instant a, Instant b)
    {
        (Instant start, Instant end) = a < b ? (a, b) : (b, a);
        Assert.InRange(hours.Elapsed(start, end), Duration.Zero, end - start);
        Assert.Equal(-hours.Elapsed(start, end), hours.Elapsed(end, start));
    }

    [Property(Arbitrary = [typeof(Spans)])]
    public void Deadline_IsTheFirstInstantAtWhichTheWorkingTimeHasPassed(WorkingHours hours, Instant start, Instant other)
    {
        Duration working = hours.Elapsed(Instant.Min(start, other), Instant.Max(start, other));
        Instant due = hours.Deadline(start, working);
        Assert.Equal(working, hours.Elapsed(start, due));
        if (working > Duration.Zero)
            Assert.True(hours.Elapsed(start, due - Duration.FromTicks(1)) < working);
        else
            Assert.Equal(start, due);
    }

    [Property(Arbitrary = [typeof(Spans)])]
    public void Elapsed_AcrossAChange_IsThatOfBothSides(WorkingHours before, WorkingHours after, Instant a, Instant b, Instant change)
    {
        LocalDate from = change.InZone(after.Zone).Date;
        Instant since = after.Zone.AtLeniently(from.AtMidnight()).ToInstant();
        (Instant start, Instant end) = a < b ? (a, b) : (b, a);
        Duration expected = before.Elapsed(Instant.Min(start, since), Instant.Min(end, since))
            + after.Elapsed(Instant.Max(start, since), Instant.Max(end, since));
        Assert.Equal(expected, before.ChangedTo(after, from).Elapsed(start, end));
    }

    private static void AssertRandomSpans(WorkingHours hours, WorkedTime oracle)
    {
        var random = new Random(5);
        for (int i = 0; i < 1_000; i++)
        {
            int start = random.Next(oracle.Count), end = random.Next(start, oracle.Count);
            Duration worked = oracle.Between(start, end);
            Assert.Equal(worked, hours.Elapsed(oracle.At(start), oracle.At(end)));
            Assert.Equal(-worked, hours.Elapsed(oracle.At(end), oracle.At(start)));

            int due = end;
            while (due > start && oracle.Between(start, due - 1) == worked)
                due--;
            Assert.Equal(oracle.At(due), hours.Deadline(oracle.At(start), worked));
        }
    }

    /// <summary>Working hours of any zone with any windows on whole minutes, and instants of a few years or, rarely, of any.</summary>
    public static class Spans
    {
        private static readonly DateTimeZone[] AllZones = [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id])];

        public static Arbitrary<Instant> Instants() => Gen.Frequency(
            (8, TicksFrom(Instant.FromUtc(2020, 1, 1, 0, 0), days: 2_200)),
            (1, TicksFrom(Instant.FromUtc(1940, 1, 1, 0, 0), days: 365 * 200)),
            (1, TicksFrom(Instant.FromUtc(1, 1, 1, 0, 0), days: 365 * 5_000))).ToArbitrary();

        public static Arbitrary<WorkingHours> Hours() => (
            from zone in Gen.Elements(AllZones)
            from edges in Gen.Choose(0, 7 * 24 * 60 - 1).ListOf(14)
            from holidays in Gen.Choose(0, 2_200).Select(day => new LocalDate(2020, 1, 1).PlusDays(day)).ListOf()
            select new WorkingHours(zone, Windows([.. edges.Distinct().Order()]), holidays)).ToArbitrary();

        // Every other stretch between edges is worked, cut where it lasts a day or longer.
        private static IEnumerable<WorkingWindow> Windows(int[] edges)
        {
            for (int i = 0; i + 1 < edges.Length || i == 0; i += 2)
            {
                int end = i + 1 < edges.Length ? edges[i + 1] : edges[i] + 60;
                for (int from = edges[i]; from < end; from += 24 * 60)
                    yield return new WorkingWindow((IsoDayOfWeek)(from / (24 * 60) + 1), Time(from), Time(Math.Min(end, from + 24 * 60)));
            }
        }

        private static LocalTime Time(int minute) => LocalTime.FromMinutesSinceMidnight(minute % (24 * 60));

        private static Gen<Instant> TicksFrom(Instant first, int days) =>
            from day in Gen.Choose(0, days - 1)
            from second in Gen.Choose(0, 86_399)
            from ticks in Gen.Choose(0, 9_999_999)
            select first + Duration.FromDays(day) + Duration.FromSeconds(second) + Duration.FromTicks(ticks);
    }
}

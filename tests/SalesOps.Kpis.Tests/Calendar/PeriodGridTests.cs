namespace SalesOps.Kpis.Tests;

public class PeriodGridTests
{
    private static readonly Instant Noon = Instant.FromUtc(2024, 2, 29, 12, 0);

    public static TheoryData<string> Zones =>
    [
        "UTC", "Europe/Berlin", "Europe/London", "Pacific/Apia", "America/Santiago", "America/New_York", "Australia/Lord_Howe",
        "Asia/Kolkata", "Asia/Beirut", "Africa/Casablanca", "Asia/Gaza", "America/Phoenix", "Pacific/Kwajalein", "America/Havana",
    ];

    [Theory, MemberData(nameof(Zones))]
    public void IndexOf_MatchesZonedConversionOfEachInstant(string zone)
    {
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb[zone]) { FiscalYearStartMonth = 4, FirstDayOfWeek = IsoDayOfWeek.Sunday };
        var random = new Random(3);
        foreach (int year in (int[])[1992, 2005, 2009, 2011, 2022])
        {
            LocalDate from = new(year, 6, 10), until = new(year + 3, 6, 1);
            foreach (PeriodGrid grid in (PeriodGrid[])[calendar.Days(from, until), calendar.Weeks(from, until),
                calendar.Months(from, until), calendar.Quarters(from, until), calendar.Years(from, until)])
            {
                foreach (ReportingPeriod period in grid.Periods)
                {
                    for (int tick = -1; tick <= 1; tick++)
                        AssertMatches(calendar.Zone, grid, period.From.PlusTicks(tick));
                }

                for (int i = 0; i < 1_000; i++)
                    AssertMatches(calendar.Zone, grid, Instant.FromUtc(year, 1, 1, 0, 0).PlusTicks(random.NextInt64(5 * 365 * NodaConstants.TicksPerDay)));
                foreach (Instant far in (Instant[])[Instant.FromUtc(1, 1, 2, 0, 0), Instant.FromUtc(1700, 5, 5, 0, 0), Instant.FromUtc(9999, 12, 30, 0, 0)])
                    Assert.Equal(-1, grid.IndexOf(far));
            }
        }
    }

    [Fact]
    public void IndexOf_UtcDayWithTwoLocalMidnights()
    {
        // London puts its clocks forward on 26 March 2023: that day starts at 00:00Z and the next one at 23:00Z.
        PeriodGrid days = new ReportingCalendar(DateTimeZoneProviders.Tzdb["Europe/London"]).Days(new(2023, 3, 25), new(2023, 3, 29));
        Assert.Equal(0, days.IndexOf(Instant.FromUtc(2023, 3, 26, 0, 0).PlusTicks(-1)));
        Assert.Equal(1, days.IndexOf(Instant.FromUtc(2023, 3, 26, 0, 0)));
        Assert.Equal(1, days.IndexOf(Instant.FromUtc(2023, 3, 26, 23, 0).PlusTicks(-1)));
        Assert.Equal(2, days.IndexOf(Instant.FromUtc(2023, 3, 26, 23, 0)));
    }

    [Fact]
    public void IndexOf_ClockSetBackAcrossMidnight_StaysInThePeriodThatHasBegun()
    {
        // Newfoundland went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
        var calendar = new ReportingCalendar(DateTimeZoneProviders.Tzdb["America/St_Johns"]);
        PeriodGrid days = calendar.Days(new(2010, 11, 5), new(2010, 11, 9));
        Instant repeated = Instant.FromUtc(2010, 11, 7, 2, 45);
        Assert.Equal(new LocalDate(2010, 11, 6), repeated.InZone(calendar.Zone).Date);
        Assert.Equal(new LocalDate(2010, 11, 7), days[days.IndexOf(repeated)].Start);
        Assert.Equal(new LocalDate(2010, 11, 6), calendar.DayOf(repeated));
    }

    [Fact]
    public void SlotOf_HasPlacesBeforeAfterAndUndated()
    {
        PeriodGrid grid = PeriodGrid.Between([Noon, Noon + Duration.FromDays(1), Noon + Duration.FromDays(3)]);
        Assert.Equal(2, grid.Count);
        Assert.Equal(grid.BeforeSlot, grid.SlotOf(Noon.PlusTicks(-1)));
        Assert.Equal(grid.BeforeSlot, grid.SlotOf(Instant.MinValue));
        Assert.Equal(0, grid.SlotOf(Noon));
        Assert.Equal(1, grid.SlotOf(Noon + Duration.FromDays(2)));
        Assert.Equal(grid.AfterSlot, grid.SlotOf(Noon + Duration.FromDays(3)));
        Assert.Equal(grid.AfterSlot, grid.SlotOf(Instant.MaxValue));
        Assert.Equal(grid.UndatedSlot, grid.SlotOf(default));
        Assert.Equal(5, new[] { 0, 1, grid.BeforeSlot, grid.AfterSlot, grid.UndatedSlot }.Where(s => s < grid.SlotCount).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SlotsOf_IsSlotOfEach(bool crowded)
    {
        PeriodGrid grid = crowded
            ? PeriodGrid.Between([Noon, Noon.PlusTicks(1), Noon.PlusTicks(5), Noon + Duration.FromDays(4_000)])
            : ReportingCalendar.Utc.Months(new(2023, 1, 1), new(2025, 1, 1));
        var random = new Random(9);
        foreach (int length in Enumerable.Range(0, 40))
        {
            Moment[] moments = [.. Enumerable.Range(0, length).Select(i => i % 4 == 0 ? default(Moment)
                : i % 4 == 1 ? Noon.PlusTicks(random.Next(-2, 8)) : Noon + Duration.FromDays(random.Next(-5_000, 5_000)))];
            int[] slots = new int[length + 1];
            slots[^1] = 77;
            grid.SlotsOf(moments, slots);
            Assert.Equal([.. moments.Select(grid.SlotOf), 77], slots);
        }
    }

    [Fact]
    public void SlotsOf_AllocatesNothing()
    {
        PeriodGrid grid = ReportingCalendar.Utc.Months(new(2023, 1, 1), new(2025, 1, 1));
        Moment[] moments = [Noon, default, Noon];
        int[] slots = new int[3];
        grid.SlotsOf(moments, slots);
        long before = GC.GetAllocatedBytesForCurrentThread();
        grid.SlotsOf(moments, slots);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Between_OneInstant_HasNoPeriodsButSides()
    {
        PeriodGrid grid = PeriodGrid.Between([Noon]);
        Assert.Equal(0, grid.Count);
        Assert.Equal(grid.BeforeSlot, grid.SlotOf(Noon.PlusTicks(-1)));
        Assert.Equal(grid.AfterSlot, grid.SlotOf(Noon));
        Assert.Equal(-1, grid.IndexOf(Noon));
        Assert.Equal("no periods", grid.ToString());
    }

    [Fact]
    public void Between_NotAscending_NamesTheInstant()
    {
        Assert.Throws<ArgumentNullException>(() => PeriodGrid.Between(null!));
        Assert.Throws<ArgumentException>(() => PeriodGrid.Between([]));
        var error = Assert.Throws<ArgumentException>(() => PeriodGrid.Between([Noon, Noon.PlusTicks(1), Noon.PlusTicks(1)]));
        Assert.Contains("Instant 2, 2024-02-29T12:00:00.0000001Z", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPeriods_TakesContiguousOnes()
    {
        ReportingPeriod[] own = [Own("rush", 0, 2), Own("nothing", 2, 2), Own("calm", 2, 9)];
        PeriodGrid grid = PeriodGrid.FromPeriods(own);
        own[0] = default;
        Assert.Equal(["rush", "nothing", "calm"], grid.Periods.Select(p => p.Name));
        Assert.Equal(2, grid.IndexOf(Noon + Duration.FromDays(2)));
        Assert.Equal("3 periods, rush to calm", grid.ToString());
    }

    [Fact]
    public void FromPeriods_GapOverlapOrReversal_NamesTheIndex()
    {
        Assert.Throws<ArgumentException>(() => PeriodGrid.FromPeriods([]));
        Assert.Contains("Period 1 starts", Fault(Own("a", 0, 2), Own("b", 3, 4)), StringComparison.Ordinal);
        Assert.Contains("Period 2 starts", Fault(Own("a", 0, 2), Own("b", 2, 4), Own("c", 3, 5)), StringComparison.Ordinal);
        Assert.Contains("Period 1 ends", Fault(Own("a", 0, 2), Own("b", 2, 1)), StringComparison.Ordinal);

        static string Fault(params ReportingPeriod[] periods) =>
            Assert.Throws<ArgumentException>(() => PeriodGrid.FromPeriods(periods)).Message;
    }

    [Fact]
    public void Equality_IsThatOfTheBoundaries()
    {
        PeriodGrid Quarters(int startMonth) =>
            (ReportingCalendar.Utc with { FiscalYearStartMonth = startMonth }).Quarters(new(2024, 1, 1), new(2025, 1, 1));

        Assert.Equal(Quarters(1), Quarters(1));
        Assert.Equal(Quarters(1).GetHashCode(), Quarters(1).GetHashCode());
        Assert.Equal(Quarters(1), Quarters(4));             // the same instants under other names
        Assert.NotEqual(Quarters(1), Quarters(2));
        Assert.NotEqual(Quarters(1), ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2025, 1, 1)));
        Assert.False(Quarters(1).Equals(null));
    }

    private static ReportingPeriod Own(string name, int fromDay, int untilDay) => new()
    {
        Name = name, Start = new(2024, 3, 1 + fromDay), End = new(2024, 3, 1 + untilDay),
        From = Noon + Duration.FromDays(fromDay), Until = Noon + Duration.FromDays(untilDay),
    };

    private static void AssertMatches(DateTimeZone zone, PeriodGrid grid, Instant instant)
    {
        LocalDate day = instant.InZone(zone).Date;
        bool inside = day >= grid[0].Start && day < grid[^1].End;
        int index = grid.IndexOf(instant);
        Assert.True(inside == index >= 0 && (!inside || (grid[index].Start <= day && day < grid[index].End)),
            $"{zone.Id}: {instant} is {day} and went to {index} of {grid}");
    }
}

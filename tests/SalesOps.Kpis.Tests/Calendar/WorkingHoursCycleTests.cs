using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>Sales cycles in working days, worked out by hand.</summary>
public class WorkingHoursCycleTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    // 7 h a day from Monday to Thursday and 4 h on Friday: 32 h in 5 days, 6.4 h a day. Monday 2026-05-25 is a holiday.
    private static readonly WorkingHours Hours = new WorkingHours(NewYork,
        [
            .. Enumerable.Range(1, 4).Select(day => new WorkingWindow((IsoDayOfWeek)day, new(9, 0), new(16, 0))),
            new(IsoDayOfWeek.Friday, new(9, 0), new(13, 0)),
        ]).WithHolidays([new(2026, 5, 25)]);

    private static readonly SalesCycleCalculator InWorkingDays =
        Kpi.SalesCycle with { From = CycleStart.DealCreated, DayCount = DayCount.Working, Hours = Hours };

    private static readonly Deal[] Deals =
    [
        Won(At(18, 0), At(25, 0)),          // a week: 32 h, 5 days
        Won(At(22, 12), At(26, 10)),        // an hour of Friday and an hour of Tuesday: 2 h, 0.3125 days
        Won(At(23, 9), At(24, 9)),          // a weekend: 0
        Won(At(18, 9), At(18, 15)),         // 6 h, 0.9375 days
        Won(At(24, 9), At(23, 9)),          // negative, although no working time lies between
    ];

    [Fact]
    public void Working_CountsDaysOfTheMeanWorkingDay()
    {
        foreach (Deals deals in (Deals[])[Deals, DealTable.Of(Deals)])
        {
            SalesCycle cycle = InWorkingDays.Calculate(deals);
            Assert.Equal(4, cycle.Duration.Count);
            Assert.Equal((0.0, 5.0), (cycle.Duration.MinDays, cycle.Duration.MaxDays));
            Assert.Equal(6.25 / 4, cycle.Duration.MeanDays);
            Assert.Equal(0.625, cycle.Duration.MedianDays);
            // Squares around the mean of 1.5625: 11.8164.., 1.5625, 2.4414.., 0.3906..
            double squares = 3.4375 * 3.4375 + 1.25 * 1.25 + 1.5625 * 1.5625 + 0.625 * 0.625;
            Assert.Equal(Math.Sqrt(squares / 3), cycle.Duration.StandardDeviationDays!.Value, 12);
            Assert.Equal(1, cycle.Ledger.Excluded[LedgerReason.NegativeDuration]);
        }
    }

    [Fact]
    public void Working_AroundTheClock_IsElapsed()
    {
        var days = Enumerable.Range(1, 7).Select(day => new WorkingWindow((IsoDayOfWeek)day, LocalTime.Midnight, LocalTime.Midnight));
        SalesCycleCalculator always = Kpi.SalesCycle with { DayCount = DayCount.Working, Hours = new WorkingHours(NewYork, days) };
        Deals deals = DealTable.Of(SampleDeals.Make(20_000, seed: 8));
        Assert.Equal(Kpi.SalesCycle.Calculate(deals).Duration, always.Calculate(deals).Duration);
    }

    [Fact]
    public void Working_WithoutHours_Throws()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => (InWorkingDays with { Hours = null }).Calculate(Deals));
        Assert.Contains("Hours", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(4, (InWorkingDays with { Hours = null, DayCount = DayCount.Elapsed }).Calculate(Deals).Duration.Count);
    }

    private static Deal Won(Instant created, Instant closed) =>
        new() { Id = "1", Outcome = DealOutcome.Won, CreatedAt = created, ClosedAt = closed };

    private static Instant At(int dayOfMay, int hour) => new LocalDateTime(2026, 5, dayOfMay, hour, 0).InZoneStrictly(NewYork).ToInstant();
}

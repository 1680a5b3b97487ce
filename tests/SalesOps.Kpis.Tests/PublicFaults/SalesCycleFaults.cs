using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about the length of sales cycles.</summary>
public class SalesCycleFaults
{
    [Fact]
    public void Length_IsCloseLessStart()
    {
        // dbt_salesforce: datediff(close, created) is -60.
        Assert.Equal(60, Days(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 3, 2, 0, 0)).MeanDays);
    }

    [Fact]
    public void ClosedBeforeCreated_IsCountedApart_NotMadePositive()
    {
        // Odoo: abs(floor(-1 s)) is a day.
        SalesCycle cycle = Kpi.SalesCycle.Calculate(new[] { Won() with { CreatedAt = Day0 + Duration.FromSeconds(1) }, Won() });
        Assert.Equal(1, cycle.Ledger.Excluded[LedgerReason.NegativeDuration]);
        Assert.Equal(30, cycle.Duration.MeanDays);
        Assert.Equal(1, cycle.Duration.Count);
    }

    [Fact]
    public void ClosedWhenCreated_IsZeroDays_AndCounts()
    {
        // ERPNext leaves durations of 0 out; Dealcode cycles of less than a day.
        DurationSummary duration = Kpi.SalesCycle.Calculate(new[] { Won() with { CreatedAt = Day0 }, Won() with { CreatedAt = Day0 - Duration.FromHours(12) } }).Duration;
        Assert.Equal(2, duration.Count);
        Assert.Equal(0, duration.MinDays);
        Assert.Equal(0.25, duration.MeanDays);
    }

    [Fact]
    public void PartsOfADay_AreKept()
    {
        // Frappe CRM averages whole days, cut off: 1.9 days are 1.
        Assert.Equal(1.9, Days(Day0, Day0 + Duration.FromHours(45.6)).MeanDays!.Value, 12);
    }

    [Fact]
    public void LocalDates_OfDateOnlyColumns_AreWholeDaysOverAClockChange()
    {
        // SuiteCRM#9805 and others: arithmetic on instants shifts dates by an hour and so by a day.
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        var calendar = new ReportingCalendar(newYork);
        var byDates = Kpi.SalesCycle with { DayCount = DayCount.LocalDates, Zone = newYork };
        for (int month = 1; month <= 12; month++)
        {
            LocalDate first = new(2024, month, 1);
            Deal deal = Won() with { CreatedAt = calendar.StartOfDay(first), ClosedAt = calendar.StartOfDay(first.PlusMonths(1)) };
            Assert.Equal(CalendarSystem.Iso.GetDaysInMonth(2024, month), byDates.Calculate(new[] { deal }).Duration.MeanDays);
        }
    }

    [Fact]
    public void LostDeals_AreNotMixedIn_UnlessAsked()
    {
        Deal[] deals = [Won(), Lost() with { CreatedAt = Day0 - Duration.FromDays(300) }];
        Assert.Equal(30, Kpi.SalesCycle.Calculate(deals).Duration.MeanDays);
        Assert.Equal(165, (Kpi.SalesCycle with { Until = CycleEnd.Closed }).Calculate(deals).Duration.MeanDays);
    }

    [Fact]
    public void NoDurations_AreUndefined_NotZero()
    {
        SalesCycle cycle = Kpi.SalesCycle.Calculate(new[] { Open() });
        Assert.Null(cycle.Duration.MeanDays);
        Assert.Null(cycle.Duration.MedianDays);
        Assert.Equal(UndefinedReason.NoWonDeals, cycle.Undefined);
    }

    private static DurationSummary Days(Instant created, Instant closed) =>
        Kpi.SalesCycle.Calculate(new[] { Won() with { CreatedAt = created, ClosedAt = closed } }).Duration;
}

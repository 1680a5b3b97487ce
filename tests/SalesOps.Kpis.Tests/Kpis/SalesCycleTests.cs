using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class SalesCycleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(95)]
    [InlineData(256)]
    [InlineData(20_000)]
    public void Figures_EqualSortedLinq(int count)
    {
        Deal[] deals = SampleDeals.Make(count, seed: 3);
        double[] days = [.. deals.Where(d => d.MergedIntoId is null && d.Outcome == DealOutcome.Won && d.ClosedAt is not null)
            .Select(d => (d.ClosedAt - (d.FirstContactAt ?? d.CreatedAt))?.TotalDays).OfType<double>().Where(d => d >= 0).Order()];
        foreach (Deals view in (Deals[])[deals, DealTable.Of(deals)])
        {
            SalesCycle cycle = Kpi.SalesCycle.Calculate(view);
            Assert.Equal(days.Length, cycle.Duration.Count);
            Assert.Equal(count, cycle.Ledger.Read);
            if (days.Length == 0)
            {
                Assert.Equal(UndefinedReason.NoWonDeals, cycle.Undefined);
                continue;
            }

            int trimmed = days.Length / 10;
            Assert.Equal(days.Average(), cycle.Duration.MeanDays!.Value, 9);
            Assert.Equal(Quantile(days, 0.25), cycle.Duration.P25Days!.Value, 9);
            Assert.Equal(Quantile(days, 0.5), cycle.Duration.MedianDays!.Value, 9);
            Assert.Equal(Quantile(days, 0.9), cycle.Duration.P90Days!.Value, 9);
            Assert.Equal(days[trimmed..^trimmed].Average(), cycle.Duration.TrimmedMeanDays!.Value, 9);
            Assert.Equal(days[^1], cycle.Duration.MaxDays!.Value, 9);
            if (days.Length > 1)
            {
                double mean = days.Average(), deviation = Math.Sqrt(days.Sum(d => (d - mean) * (d - mean)) / (days.Length - 1));
                Assert.Equal(deviation, cycle.Duration.StandardDeviationDays!.Value, 6);
            }
        }
    }

    // Of n durations, half of which last a and half b, the standard deviation is |a - b| / 2 * sqrt(n / (n - 1)).
    [Theory]
    [InlineData(2, 0L, 1L)]                                         // a tick of 100 ns
    [InlineData(2, 9_169_200_000_000_001L, 9_169_200_000_000_000L)] // beyond the whole numbers of a double
    [InlineData(1_000, 0L, 3_155_378_111_400_000_000L)]             // ten thousand years, whose squares add up beyond 2^128
    public void StandardDeviation_OfTwoLengths_IsExact(int count, long oneTicks, long otherTicks)
    {
        Duration[] cycles = [.. Enumerable.Range(0, count).Select(i => Duration.FromTicks(i % 2 == 0 ? oneTicks : otherTicks))];
        double deviation = Math.Abs(oneTicks - otherTicks) / 2.0 * Math.Sqrt(count / (count - 1.0)) / NodaConstants.TicksPerDay;
        double found = Kpi.SalesCycle.Summarize(cycles).Duration.StandardDeviationDays!.Value;
        Assert.Equal(1, found / deviation, 14);
    }

    [Fact]
    public void ByOwner_TwoThreads_GiveTheSameBits()
    {
        Deals table = DealTable.Of(SampleDeals.Make(300_000, seed: 5));
        var one = Kpi.SalesCycle.Calculate(table.By(DealDimension.Owner));
        var two = Kpi.SalesCycle.Calculate(table.InParallel(2).By(DealDimension.Owner));
        Assert.All(one, row => Assert.Equal(row.Value.Duration, two[row.Key].Duration));
        Assert.Equal(one.Total.Duration, Kpi.SalesCycle.Calculate(table).Duration);
    }

    [Fact]
    public void LocalDates_AreImmuneToClockChanges()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        Instant Midnight(int month, int day) => zone.AtStartOfDay(new LocalDate(2024, month, day)).ToInstant();
        Deal[] deals = [new Deal { Id = "1", Outcome = DealOutcome.Won, FirstContactAt = Midnight(3, 30), ClosedAt = Midnight(4, 1) }];
        Assert.Equal(2, (Kpi.SalesCycle with { DayCount = DayCount.LocalDates, Zone = zone }).Calculate(deals).Duration.MeanDays);
        Assert.Equal(47 / 24.0, Kpi.SalesCycle.Calculate(deals).Duration.MeanDays!.Value, 12);
    }

    [Fact]
    public void Negative_IsExcludedAndCounted()
    {
        Deal[] deals = [new Deal { Id = "1", Outcome = DealOutcome.Won, CreatedAt = SampleDeals.Start, ClosedAt = SampleDeals.Start - Duration.FromDays(2) }];
        SalesCycle cycle = Kpi.SalesCycle.Calculate(deals);
        Assert.Equal(0, cycle.Duration.Count);
        Assert.Equal(1, cycle.Ledger.Excluded[LedgerReason.NegativeDuration]);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int low = (int)at;
        return low == at ? sorted[low] : sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]);
    }
}

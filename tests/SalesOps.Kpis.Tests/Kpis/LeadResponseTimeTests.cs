using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>Response times worked out by hand.</summary>
public class LeadResponseTimeTests
{
    [Fact]
    public void Figures_AreThoseByHand()
    {
        // 1 2 3 4 100: mean 22, median 3; type 7: p90 = 4 + .6 * 96, p95 = 4 + .8 * 96.
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { Answered(4), Answered(1), Answered(100), Answered(3), Answered(2), New, New });
        Assert.Equal((5, 2, 0), (time.Answered, time.Unanswered, time.Pending));
        Assert.Equal((22.0, 3.0, 61.6, 80.8, 1.0, 100.0),
            (time.MeanMinutes, time.MedianMinutes, time.P90Minutes, time.P95Minutes, time.MinMinutes, time.MaxMinutes));
        Assert.Equal(new Proportion(4, 7), time.WithinSla);
        Assert.Equal(new Proportion(5, 7), time.AnsweredShare);
        Assert.Equal([4L, 0, 0, 0, 1, 0], time.Buckets.Select(bucket => bucket.Count));
        Assert.Equal(0.8, time.Buckets[0].Share.Value);
        Assert.Equal("mean 22.0 minutes, median 3.0, p90 61.6 (n = 5); 57.1 % within 5 minutes; 71.4 % answered", time.ToString());
    }

    [Fact]
    public void FiveMinutes_AreInTime_AndInTheSecondBucket()
    {
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { Answered(5) });
        Assert.Equal(new Proportion(1, 1), time.WithinSla);
        Assert.Equal([0L, 1, 0, 0, 0, 0], time.Buckets.Select(bucket => bucket.Count));
        Lead later = New with { FirstRespondedAt = Morning + Duration.FromMinutes(5L) + Duration.FromTicks(1) };
        Assert.Equal(new Proportion(0, 1), Kpi.LeadResponseTime.Calculate(new[] { later }).WithinSla);
    }

    [Fact]
    public void AsOf_PendingUntilTheSlaIsUp()
    {
        LeadResponseTime At(Duration wait) => (Kpi.LeadResponseTime with { AsOf = Morning + wait }).Calculate(new[] { New, Answered(60) });
        Assert.Equal((2, 2), (At(Duration.FromMinutes(5L)).Unanswered, At(Duration.FromMinutes(5L)).Pending));
        Assert.Null(At(Duration.FromMinutes(5L)).WithinSla.Value);
        LeadResponseTime after = At(Duration.FromMinutes(5L) + Duration.FromTicks(1));
        Assert.Equal((2, 0), (after.Unanswered, after.Pending));
        Assert.Equal(new Proportion(0, 2), after.WithinSla);
        Assert.Equal(UndefinedReason.NoResponses, after.Undefined);
        Assert.Equal(1, At(Duration.FromMinutes(-1L)).Ledger.Excluded[LedgerReason.CreatedAfterAsOf] - 1);
    }

    [Fact]
    public void WorkingHours_StopTheClock_ForTheSlaToo()
    {
        // Friday 16:58 to Monday 9:03, and unanswered from Friday 16:58 to Saturday.
        Instant friday = Instant.FromUtc(2024, 3, 15, 16, 58), monday = Instant.FromUtc(2024, 3, 18, 9, 3);
        LeadResponseTimeCalculator working = Kpi.LeadResponseTime with
        {
            Hours = WorkingHours.MondayToFriday(DateTimeZone.Utc, new(9, 0), new(17, 0)), AsOf = Instant.FromUtc(2024, 3, 18, 9, 3),
        };
        LeadResponseTime time = working.Calculate(new[] { New with { ReceivedAt = friday, FirstRespondedAt = monday }, New with { ReceivedAt = friday } });
        Assert.Equal((5.0, 1), (time.MeanMinutes, time.Pending));
        Assert.Equal(new Proportion(1, 1), time.WithinSla);
    }

    [Fact]
    public void DisqualifiedUnanswered_WantsNoResponse()
    {
        Lead[] leads = [New with { Status = LeadStatus.Disqualified }, Answered(1) with { Status = LeadStatus.Disqualified }];
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(leads);
        Assert.Equal((1, 0), (time.Answered, time.Unanswered));
        Assert.Equal("1 Disqualified", time.Ledger.Excluded.ToString());
    }

    [Fact]
    public void ReachedWithoutADate_IsAnswered_AndHasNoTime()
    {
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(new[] { New with { Status = LeadStatus.Qualified }, New with { ContactedAt = Morning }, New });
        Assert.Equal((0, 2, 1), (time.Answered, time.AnsweredUndated, time.Unanswered));
        Assert.Equal(new Proportion(2, 3), time.AnsweredShare);
        Assert.Equal(new Proportion(0, 1), time.WithinSla);
        Assert.Equal("1 Unanswered, 2 ResponseUndated", time.Ledger.Noted.ToString());
    }

    [Fact]
    public void HourOfWeek_IsThatOfTheZone_FromMondayOn_UnknownLast()
    {
        // Sunday 23:30 in UTC is Monday 5:00 in India and Sunday 19:30 in New York.
        Lead[] leads = [Answered(1) with { ReceivedAt = null }, Answered(9), New with { ReceivedAt = Instant.FromUtc(2024, 3, 17, 23, 30) }];
        foreach (Leads view in LeadSources.Of(leads))
        {
            Assert.Equal(["Friday 09:00", "Sunday 23:00", null], Keys(view, "UTC"));
            Assert.Equal(["Monday 05:00", "Friday 14:00", null], Keys(view, "Asia/Kolkata"));
            Assert.Equal(["Friday 05:00", "Sunday 19:00", null], Keys(view, "America/New_York"));
        }

        static IEnumerable<string?> Keys(Leads leads, string zone) => Kpi.LeadResponseTime
            .Calculate(leads.By(LeadDimension.HourOfWeek(DateTimeZoneProviders.Tzdb[zone]))).Select(row => row.Key?.ToString());
    }

    [Fact]
    public void HourOfWeek_IsNodaTimes()
    {
        foreach (string id in (string[])["UTC", "Europe/Berlin", "Pacific/Apia", "America/St_Johns"])
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
            Instant[] instants = [.. Enumerable.Range(0, 9_000).Select(i => Instant.FromUtc(1900, 1, 1, 0, 0) + i * Duration.FromMinutes(10_007L)), Instant.FromUtc(1, 1, 2, 0, 0), Instant.FromUtc(9999, 12, 30, 0, 0)];
            var table = Kpi.LeadResponseTime.Calculate(((Leads)instants.Select(at => New with { ReceivedAt = at }).ToList()).By(LeadDimension.HourOfWeek(zone)));
            var expected = instants.Select(at => at.InZone(zone)).GroupBy(at => new HourOfWeek(at.DayOfWeek, at.Hour)).OrderBy(group => group.Key.Number);
            Assert.Equal(expected.Select(group => (group.Key, group.Count())), table.Select(row => (row.Key!.Value, (int)row.Value.Unanswered)));
        }
    }

    [Theory]
    [InlineData()]
    [InlineData(0)]
    [InlineData(5, 5)]
    [InlineData(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)]
    public void Buckets_AscendAndAreFew(params int[] minutes) => Assert.Throws<ArgumentException>("edges", () => ResponseBuckets.OfMinutes(minutes));

    [Fact]
    public void Mistakes_AreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpi.LeadResponseTime with { Sla = Duration.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => Kpi.LeadResponseTime with { ImplausibleLag = Duration.FromTicks(-1) });
        Assert.Throws<ArgumentNullException>(() => Kpi.LeadResponseTime with { Buckets = null! });
        Assert.Throws<InvalidOperationException>(() => (Kpi.ResponseDecay with { SlowFrom = Duration.FromMinutes(31L) }).Start());
        WorkingHours hours = WorkingHours.MondayToFriday(DateTimeZone.Utc, new(9, 0), new(17, 0));
        Assert.Throws<InvalidOperationException>(() => (Kpi.LeadResponseTime with { Hours = hours, HoursByOwner = new(hours, []) }).Start());
        Assert.Throws<ArgumentOutOfRangeException>(() => new HourOfWeek(IsoDayOfWeek.None, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HourOfWeek(IsoDayOfWeek.Monday, 24));
    }
}

using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>What other systems got wrong about conversion.</summary>
public class LeadToOpportunityFaults
{
    [Fact]
    public void LeadWithTwoDeals_IsOneConversion()
    {
        // ERPNext counted opportunities: 200 %. MetricFlow lets several conversions stand for one lead.
        SalesData data = new()
        {
            Leads = new[] { New },
            Deals = new[] { new Deal { Id = "1", Outcome = DealOutcome.Open, LeadId = "L" }, new Deal { Id = "2", Outcome = DealOutcome.Open, LeadId = "L" } },
        };
        Assert.Equal(new Proportion(1, 1), Kpi.LeadToOpportunity.Calculate(data).Rate);
    }

    [Fact]
    public void ConversionOutsideTheWindow_DoesNotCount()
    {
        // PostHog/posthog#5677: a mean of 38 minutes within a window of one.
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { Window = Duration.FromMinutes(1L) })
            .Calculate(new[] { New with { DealCreatedAt = Morning + Duration.FromMinutes(38L) } });
        Assert.Equal((0, 0), (result.Converted, result.TimeToConvert.Count));
    }

    [Fact]
    public void ReceiptIsNoConversion()
    {
        // TelemetryDeck/Issues#375: a funnel whose first step was counted as its second.
        Assert.Equal(0, Kpi.LeadToOpportunity.Calculate(new[] { New }).Ladder.Contacted);
    }

    [Fact]
    public void PastCohort_KeepsItsRate()
    {
        // PostHog/posthog#3877: a cohort of January, a window of 30 days, looked at in April and in May.
        Instant january = Instant.FromUtc(2024, 1, 15, 0, 0);
        Lead[] cohort = [New with { ReceivedAt = january, DealCreatedAt = january + Duration.FromDays(80) }, New with { ReceivedAt = january, DealCreatedAt = january }];
        LeadToOpportunityCalculator monthly = Kpi.LeadToOpportunity with { Window = Duration.FromDays(30) };
        Assert.Equal(new Proportion(1, 2), (monthly with { AsOf = Instant.FromUtc(2024, 4, 1, 0, 0) }).Calculate(cohort).Rate);
        Assert.Equal(new Proportion(1, 2), (monthly with { AsOf = Instant.FromUtc(2024, 5, 1, 0, 0) }).Calculate(cohort).Rate);
    }

    [Fact]
    public void RecentLeads_AreNotLost()
    {
        // PostHog/posthog#33605: a lead of 5 days ago, a window of 31.
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { Window = Duration.FromDays(31), AsOf = Morning + Duration.FromDays(5) }).Calculate(new[] { New });
        Assert.Equal((1, 0, null), (result.Pending, result.Expired, result.Rate.Value));
    }

    [Fact]
    public void DayWithoutLeads_IsARowWithoutARate()
    {
        // dbt-labs/metricflow#1048, #1072, #1098: missing days, NaN rows, and null in place of a count of 0.
        PeriodGrid days = ReportingCalendar.Utc.Days(new(2024, 3, 14), new(2024, 3, 17));
        KpiSeries<LeadToOpportunity> series = Kpi.LeadToOpportunity.Calculate(((Leads)new[] { New }).Per(days, LeadDate.Received));
        Assert.Equal([(0, null), (1, 0), (0, (double?)null)], series.Select(day => ((int)day.Value.Received, day.Value.Rate.Value)));
        Assert.Equal(UndefinedReason.NoRows, series[0].Value.Undefined);
    }

    [Fact]
    public void AWeek_IsSevenDays()
    {
        // dbt-labs/metricflow#869: a window of one week gave other figures than one of seven days.
        Lead[] leads = [.. Enumerable.Range(0, 200).Select(hour => New with { DealCreatedAt = Morning + Duration.FromHours(hour) })];
        LeadToOpportunity Within(Duration window) => (Kpi.LeadToOpportunity with { Window = window }).Calculate(leads);
        Assert.Equal(168, Within(Duration.FromDays(7)).Converted);
        Assert.Equal(Within(Duration.FromDays(7)).Rate, Within(Period.FromWeeks(1).ToDuration()).Rate);
    }
}

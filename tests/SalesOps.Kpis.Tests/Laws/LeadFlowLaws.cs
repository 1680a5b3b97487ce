using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

[Properties(Arbitrary = [typeof(OddLeads), typeof(OddOptions)], MaxTest = 500)]
public class LeadFlowLaws
{
    private static readonly PeriodGrid Months = ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2024, 7, 1));

    [Property]
    public void Flows_AreTheDefinitions(LeadToOpportunityCalculator options, Lead[] leads) =>
        Assert.Equal(new LeadFlowOracle(options, Months).Of(leads), All(options, leads).Select(flow => ((int)flow.Received, (int)flow.Converted, (int)flow.InPlay)));

    [Property]
    public void EveryLeadAndEveryConversion_StandsInOnePlace(LeadToOpportunityCalculator options, Lead[] leads)
    {
        LeadToOpportunity cohort = options.Calculate(leads);
        LeadFlow[] flows = All(options, leads);
        Assert.Equal((cohort.Received, cohort.Converted), (flows.Sum(flow => flow.Received), flows.Sum(flow => flow.Converted)));
        Assert.All(flows, flow => Assert.InRange(flow.Converted, 0, flow.InPlay));
    }

    [Property]
    public void OrderOfRows_ChangesNothing(LeadToOpportunityCalculator options, Lead[] leads, int seed)
    {
        LeadFlow[] before = All(options, leads);
        new Random(seed).Shuffle(leads);
        Assert.Equal(before, All(options, leads));
    }

    private static LeadFlow[] All(LeadToOpportunityCalculator options, Lead[] leads)
    {
        KpiSeries<LeadFlow> series = options.PerPeriod(leads, Months);
        return [.. series.Select(point => point.Value), series.Before, series.After, series.Undated];
    }
}

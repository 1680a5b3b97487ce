using FsCheck.Xunit;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

[LawsOf(typeof(OpenLeadsAccumulator))]
[Properties(Arbitrary = [typeof(OddLeads)], MaxTest = 100)]
public class OpenLeadsLaws
{
    [Property]
    public void Answer_IsTheDefinitions(Lead[] leads) =>
        Everything.Equal(OpenLeadsOracle.Of(Kpi.Pipeline, OddDeals.AsOf, leads), Kpi.Pipeline.OpenLeads(leads, OddDeals.AsOf));

    [Property]
    public void AnySplitInAnyOrder_GivesTheSameBits(Lead[] leads, int seed) =>
        MergeLaws.Hold(new OpenLeadsCalculator(Kpi.Pipeline, OddDeals.AsOf), leads, seed);

    [Property]
    public void EveryKindOfRows_GivesTheSameBits(Lead[] leads)
    {
        OpenLeads expected = Kpi.Pipeline.OpenLeads(leads, OddDeals.AsOf);
        foreach (Leads view in (Leads[])[leads.ToList(), LeadTable.Of(leads), Leads.Over(leads, lead => lead)])
            Everything.Equal(expected, Kpi.Pipeline.OpenLeads(view, OddDeals.AsOf));
    }

    [Property]
    public void Groups_AddUpToTheWhole(Lead[] leads)
    {
        KpiTable<string?, OpenLeads> sources = Kpi.Pipeline.OpenLeads(((Leads)leads).By(LeadDimension.Source), OddDeals.AsOf);
        Everything.Equal(Kpi.Pipeline.OpenLeads(leads, OddDeals.AsOf), sources.Total);
        Assert.All(sources, row => Everything.Equal(
            OpenLeadsOracle.Of(Kpi.Pipeline, OddDeals.AsOf, [.. leads.Where(lead => lead.Source == row.Key)]), row.Value));
        Assert.Equal(leads.Select(lead => lead.Source).Distinct().Count(), sources.Count);
    }
}

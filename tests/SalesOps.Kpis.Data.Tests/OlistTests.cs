namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from a plain script over the same bytes, not from this library.</summary>
public class OlistTests
{
    [Fact]
    public void Leads_MatchThePlainScript()
    {
        var leads = Olist.ReadLeads();
        Assert.Empty(leads.Report.Faults);
        Assert.Equal((8_000, 8_000), (leads.Report.RowsKept, leads.Report.DistinctIds));
        Assert.Equal(60, leads.Rows.Count(l => l.Source is null));
        Assert.Equal(1_099, leads.Rows.Count(l => l.Source == "unknown"));
        Assert.Equal(2_296, leads.Rows.Count(l => l.Source == "organic_search"));
    }

    [Fact]
    public void Deals_MatchThePlainScript()
    {
        var deals = Olist.ReadDeals();
        Assert.Empty(deals.Report.Faults);
        Assert.Equal((842, 842), (deals.Report.RowsKept, deals.Report.DistinctIds));
        Assert.Equal(22, deals.Rows.Select(d => d.OwnerId).Distinct().Count());
    }

    [Fact]
    public void Cycles_JoinedById_MatchThePlainScript()
    {
        var received = Olist.ReadLeads().Rows.ToDictionary(l => l.Id, l => l.ReceivedAt!.Value.InUtc().Date);
        var days = Olist.ReadDeals().Rows.Select(d => Period.DaysBetween(received[d.LeadId!], d.ClosedAt!.Value.InUtc().Date)).Order().ToList();
        Assert.Equal(48.44061757719715, days.Average(), 12);
        Assert.Equal((-2, 14, 14, 427), (days[0], days[420], days[421], days[^1]));
    }

    [Fact]
    public void Variants_AreTheSameDealsToTheMinute()
    {
        static IEnumerable<Deal> ToTheMinute(Imported<Deal> deals) => deals.Rows.Select(d => d with
        {
            ClosedAt = Instant.FromUnixTimeSeconds(d.ClosedAt!.Value.ToUnixTimeSeconds() / 60 * 60),
        });
        var deals = ToTheMinute(Olist.ReadDeals()).ToList();
        Assert.Equal(deals, ToTheMinute(Olist.ReadDealsDayFirst()));
        Assert.Equal(deals, ToTheMinute(Olist.ReadDealsUsDates()));
    }
}

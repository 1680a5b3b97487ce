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

    [Fact]
    public void TwoFiles_JoinedThroughTheirIds_MatchThePlainScript()
    {
        SalesData data = new() { Deals = Olist.ReadDeals().Rows, Leads = Olist.ReadLeads().Rows };
        Assert.Equal((842, 842), (data.Links.Deals.Rows, data.Links.Deals.Linked));
        Assert.Equal((8_000, 842, 0), (data.Links.Leads.Rows, data.Links.Leads.Linked, data.Links.Conflicts));
        Assert.Equal(new Proportion(842, 842), Kpi.WinRate.Calculate(data).ByCount);
        SalesCycle cycle = (Kpi.SalesCycle with { DayCount = DayCount.LocalDates }).Calculate(data);
        Assert.Equal(48.500594530321045, cycle.Duration.MeanDays!.Value, 12);
        Assert.Equal((841, 1, 841), (cycle.Ledger.Used, cycle.Ledger.Excluded[LedgerReason.NegativeDuration],
            cycle.Ledger.Noted[LedgerReason.StartedAtLeadReceipt]));
    }

    [Fact]
    public void Deals_ByTheSourceOfTheirLead_MatchThePlainScript()
    {
        SalesData data = new() { Deals = Olist.ReadDeals().Rows, Leads = Olist.ReadLeads().Rows };
        KpiTable<string?, WinRate> won = Kpi.WinRate.Calculate(data.Deals.By(DealDimension.Source));
        (string?, long)[] expected =
        [
            ("direct_traffic", 56), ("display", 6), ("email", 15), ("organic_search", 271), ("other", 4), ("other_publicities", 3),
            ("paid_search", 195), ("referral", 24), ("social", 75), ("unknown", 179), (null, 14),
        ];
        Assert.Equal(expected, won.Select(row => (row.Key, row.Value.ByCount.Numerator)));
        Assert.Equal((842, 828, 842, 0), (data.Links.FilledDeals.Receipts, data.Links.FilledDeals.Sources, data.Links.FilledDeals.Campaigns, data.Links.FilledDeals.Segments));
    }
}

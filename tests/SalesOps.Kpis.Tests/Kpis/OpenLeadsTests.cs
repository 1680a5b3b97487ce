namespace SalesOps.Kpis.Tests;

public class OpenLeadsTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2024, 5, 15, 12, 0);
    private static readonly Instant Before = AsOf - Duration.FromDays(5), After = AsOf + Duration.FromDays(5);

    [Fact]
    public void StatusAtTheInstant_FollowsTheDates()
    {
        Lead[] leads =
        [
            New("new"),
            New("contacted") with { Status = LeadStatus.Contacted, ContactedAt = Before },
            New("contacted at the instant") with { Status = LeadStatus.Contacted, ContactedAt = AsOf },
            New("contacted later") with { Status = LeadStatus.Contacted, ContactedAt = After },
            New("qualified") with { Status = LeadStatus.Qualified, ContactedAt = Before, QualifiedAt = Before },
            New("qualified later") with { Status = LeadStatus.Qualified, ContactedAt = Before, QualifiedAt = After },
            New("converted later") with { Status = LeadStatus.Converted, QualifiedAt = Before, ConvertedAt = After },
            New("converted") with { Status = LeadStatus.Converted, ConvertedAt = Before },
            New("rejected") with { Status = LeadStatus.Disqualified, DisqualifiedAt = Before },
            New("rejected, undated") with { Status = LeadStatus.Disqualified },
            New("received later") with { ReceivedAt = After },
            New("merged") with { MergedIntoId = "new" },
            New("without receipt") with { ReceivedAt = null },
            New("qualified, undated") with { Status = LeadStatus.Qualified },
        ];
        OpenLeads open = Kpi.Pipeline.OpenLeads(leads, AsOf);
        Assert.Equal((3L, 3L, 3L), (open.New, open.Contacted, open.Qualified));
        Assert.Equal(9, open.Count);
        Assert.Equal(leads.Length, open.Ledger.Read);
        Assert.Equal(2, open.Ledger.Excluded[LedgerReason.AlreadyClosed]);
        Assert.Equal(1, open.Ledger.Excluded[LedgerReason.CloseDateMissing]);
        Assert.Equal(1, open.Ledger.Excluded[LedgerReason.CreatedAfterAsOf]);
        Assert.Equal(1, open.Ledger.Excluded[LedgerReason.Merged]);
        Assert.Equal(1, open.Ledger.Noted[LedgerReason.CreationUnknown]);
        Assert.Equal(1, open.Ledger.Noted[LedgerReason.AsOfUsesToday]);
    }

    [Fact]
    public void AgainstATarget_OfAnOwner()
    {
        Lead[] leads = [.. Enumerable.Range(0, 12).Select(i => New($"{i}") with { OwnerId = i < 9 ? "A" : "B" })];
        ReportingPeriod may = new ReportingCalendar(DateTimeZone.Utc).Months(new LocalDate(2024, 5, 1), new LocalDate(2024, 6, 1)).Periods[0];
        Target target = new() { Period = may, Count = 12, OwnerId = "A" };
        Assert.Equal(0.75, Kpi.Pipeline.OpenLeads(leads, AsOf, target).OfTarget);
        Assert.Equal(1, Kpi.Pipeline.OpenLeads(leads, AsOf, target with { OwnerId = null }).OfTarget);
        Assert.Null(Kpi.Pipeline.OpenLeads(leads, AsOf).OfTarget);
        Assert.Throws<ArgumentException>(() => Kpi.Pipeline.OpenLeads(leads, AsOf, target with { ProductId = "P" }));
    }

    [Fact]
    public void BySource_AddsUp()
    {
        Lead[] leads = [.. Enumerable.Range(0, 10).Select(i => New($"{i}") with { Source = i % 3 == 0 ? "web" : null })];
        KpiTable<string?, OpenLeads> table = Kpi.Pipeline.OpenLeads(((Leads)leads).By(LeadDimension.Source), AsOf);
        Assert.Equal((4L, 6L, 10L), (table["web"].Count, table[null].Count, table.Total.Count));
    }

    private static Lead New(string id) => new() { Id = id, Status = LeadStatus.Open, ReceivedAt = AsOf - Duration.FromDays(30) };
}

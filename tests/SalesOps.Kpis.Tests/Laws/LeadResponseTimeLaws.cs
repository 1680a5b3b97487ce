using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

[LawsOf(typeof(LeadResponseTimeAccumulator))]
public class LeadResponseTimeLaws : LeadLaws<LeadResponseTimeCalculator, LeadResponseTimeAccumulator, LeadResponseTime>
{
    [Property]
    public void AsOf_GivesTheFiguresOfTheDataAsTheyWere(LeadResponseTimeCalculator options, Lead[] leads)
    {
        LeadResponseTimeCalculator then = options with { AsOf = OddDeals.AsOf };
        // The status of an undated step is today's: leads whose status says nothing.
        Lead[] plain = [.. leads.Select(lead => lead with { Status = LeadStatus.Open })];
        LeadResponseTime actual = then.Calculate(plain), known = then.Calculate(AsTheyWere(plain));
        Everything.Equal(known with { Ledger = actual.Ledger }, actual);
        Assert.Equal(known.Ledger.Used, actual.Ledger.Used);
    }

    [Property]
    public void Leads_AreAllAccountedFor(LeadResponseTimeCalculator options, Lead[] leads)
    {
        LeadResponseTime time = options.Calculate(leads);
        Assert.Equal(leads.Length, time.Ledger.Read);
        Assert.Equal(time.Ledger.Used, time.AnsweredShare.Denominator);
        Assert.Equal(time.Ledger.Used, time.WithinSla.Denominator + time.Pending + time.AnsweredUndated);
        Assert.Equal(time.Answered, time.Buckets.Sum(bucket => bucket.Count));
        Assert.True(options.AsOf is not null || time.Pending == 0);
    }

    protected override LeadResponseTime Oracle(LeadResponseTimeCalculator options, IReadOnlyList<Lead> leads) => LeadResponseOracle.Of(options, leads);

    protected override IEnumerable<LeadResponseTimeCalculator> ForManyRows() =>
    [
        Kpi.LeadResponseTime,
        Kpi.LeadResponseTime with
        {
            AsOf = OddDeals.AsOf, From = ResponseStart.Assignment, Negative = NegativeResponse.Keep,
            Hours = WorkingHours.MondayToFriday(DateTimeZoneProviders.Tzdb["Europe/Berlin"], new(9, 0), new(17, 0)),
        },
    ];

    private static Lead[] AsTheyWere(Lead[] leads)
    {
        static Instant? Known(Instant? at) => at > OddDeals.AsOf ? null : at;
        return [.. leads.Where(lead => !(lead.ReceivedAt > OddDeals.AsOf)).Select(lead => lead with
        {
            AssignedAt = Known(lead.AssignedAt), FirstRespondedAt = Known(lead.FirstRespondedAt), ContactedAt = Known(lead.ContactedAt),
            QualifiedAt = Known(lead.QualifiedAt), ConvertedAt = Known(lead.ConvertedAt), DisqualifiedAt = Known(lead.DisqualifiedAt),
        })];
    }
}

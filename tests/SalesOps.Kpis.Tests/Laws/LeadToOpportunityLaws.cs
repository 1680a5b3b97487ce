using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

[LawsOf(typeof(LeadToOpportunityAccumulator))]
public class LeadToOpportunityLaws : LeadLaws<LeadToOpportunityCalculator, LeadToOpportunityAccumulator, LeadToOpportunity>
{
    [Property]
    public void Merge_SharesNothing(LeadToOpportunityCalculator options, Lead[] left, Lead[] right)
    {
        LeadToOpportunityAccumulator whole = options.Start(), part = options.Start();
        Add(ref whole, left);
        Add(ref part, right);
        whole.Merge(in part);
        Add(ref part, left);
        Everything.Equal(options.Calculate((Lead[])[.. left, .. right]), options.Result(in whole));
        Add(ref whole, left);
        Everything.Equal(options.Calculate((Lead[])[.. right, .. left]), options.Result(in part));
        Everything.Equal(options.Calculate((Lead[])[.. left, .. right, .. left]), options.Result(in whole));
        part.Dispose();
        whole.Dispose();
    }

    [Property]
    public void Result_ReadTwice_IsTheSame(LeadToOpportunityCalculator options, Lead[] leads)
    {
        LeadToOpportunityAccumulator state = options.Start();
        Add(ref state, leads);
        Everything.Equal(options.Result(in state), options.Result(in state));
        state.Dispose();
    }

    [Property]
    public void Rows_AreAllAccountedFor(LeadToOpportunityCalculator options, Lead[] leads)
    {
        LeadToOpportunity result = options.Calculate(leads);
        Assert.Equal(leads.Length, result.Ledger.Read);
        Assert.Equal(leads.Length, result.TimeLedger.Read);
        Assert.Equal(result.Received, result.Ledger.Used + result.Ledger.Excluded[LedgerReason.WindowRunning]);
    }

    [Property]
    public void EveryLead_IsInOnePlace_AndNoRateExceedsOne(LeadToOpportunityCalculator options, Lead[] leads)
    {
        LeadToOpportunity result = options.Calculate(leads);
        Assert.Equal(result.Received, result.Converted + result.Disqualified + result.Pending + result.Expired);
        Assert.InRange(result.ConvertedLate, 0, result.Expired);
        Assert.InRange(result.Rate.Numerator, 0, Math.Min(result.Rate.Denominator, result.Converted));
        LeadLadder ladder = result.Ladder;
        long[] rungs = [ladder.Leads, ladder.Contacted, ladder.Qualified, ladder.Opportunities, ladder.Won];
        Assert.Equal(rungs.OrderDescending(), rungs);
    }

    [Property]
    public void Rate_OfAMatureCohort_NeverChanges(LeadToOpportunityCalculator options, Lead[] leads, byte days)
    {
        // PostHog/posthog#3877: the rate of a past cohort kept changing.
        LeadToOpportunityCalculator then = options with { AsOf = OddDeals.AsOf, Window = Duration.FromDays(40) };
        Lead[] cohort = [.. leads.Where(lead => lead.ReceivedAt <= OddDeals.AsOf - Duration.FromDays(40))];
        LeadToOpportunity before = then.Calculate(cohort);
        LeadToOpportunity after = (then with { AsOf = OddDeals.AsOf + Duration.FromDays(days) }).Calculate(cohort);
        Assert.Equal(before.Rate.Denominator, after.Rate.Denominator);
        // A date that lies ahead takes the word of an undated status back, so only fully dated cohorts are frozen.
        if (cohort.All(lead => lead is { DealCreatedAt: not null, WonAt: not null, QualifiedAt: not null }))
            Assert.Equal(before.Rate, after.Rate);
    }

    protected override LeadToOpportunity Oracle(LeadToOpportunityCalculator options, IReadOnlyList<Lead> leads) => LeadToOpportunityOracle.Of(options, leads);

    protected override IEnumerable<LeadToOpportunityCalculator> ForManyRows() =>
        [Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { AsOf = OddDeals.AsOf, ConvertedWhen = LeadConversion.Qualified, TargetRate = 0.1 }];

    private static void Add(ref LeadToOpportunityAccumulator state, Lead[] leads)
    {
        foreach (Lead lead in leads)
            state.Add(in lead);
    }
}

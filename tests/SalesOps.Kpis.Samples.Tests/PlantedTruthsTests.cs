namespace SalesOps.Kpis.Samples.Tests;

/// <summary>What is planted in a made-up company comes out, for three seeds; and does not where it alone is left out.</summary>
public class PlantedTruthsTests
{
    private static readonly LeadResponseTimeCalculator ResponseTime = Kpi.LeadResponseTime with { AsOf = Company.AsOf };
    private static readonly LeadToOpportunityCalculator ToOpportunity =
        Kpi.LeadToOpportunity with { AsOf = Company.AsOf, Window = Duration.FromDays(30), TargetRate = 0.5 };

    private static readonly LeadToOpportunityCalculator ToQualified = ToOpportunity with { ConvertedWhen = LeadConversion.Qualified };

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory, MemberData(nameof(Seeds))]
    public void SlowRep_MakesSegmentsDiffer(int seed)
    {
        Caution caution = Assert.Single(Cycles(Company.Make(seed)).Cautions);
        Assert.Equal((CautionCode.SegmentsDiffer, "south-2"), (caution.Code, caution.Group));
        Assert.Empty(Cycles(Company.Make(seed, without: "slow-rep")).Cautions);

        static KpiTable<string?, SalesCycle> Cycles(Company company) => Kpi.SalesCycle.Calculate(company.Data.Deals.By(DealDimension.Owner));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void SeasonalProduct_ClosesFromSeptemberOn(int seed)
    {
        Assert.Equal(0, ClosedBeforeSeptember(Company.Make(seed)));
        Assert.True(ClosedBeforeSeptember(Company.Make(seed, without: "seasonal-product")) > 30);

        static long ClosedBeforeSeptember(Company company)
        {
            PeriodGrid months = Company.Calendar.Months(new LocalDate(2024, 1, 1), new LocalDate(2026, 1, 1));
            return Kpi.WinRate.Calculate(company.Data.Deals.By(DealDimension.Product).Per(months, DealDate.Closed))["holiday"]
                .Where(month => month.Period.Start.Month < 9).Sum(month => month.Value.ByCount.Denominator);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void RepWithTwoDeals_IsASmallSample(int seed)
    {
        Assert.Equal(["east-1"], SmallSamples(Company.Make(seed)));
        Assert.Empty(SmallSamples(Company.Make(seed, without: "new-rep")));

        static IEnumerable<string?> SmallSamples(Company company) => Kpi.WinRate.Calculate(company.Data.Deals.By(DealDimension.Owner))
            .Where(row => Has(row.Value.Cautions, CautionCode.SmallSample)).Select(row => row.Key);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void BetterSource_IsWonMoreOften(int seed)
    {
        Assert.True(StandsOut(Company.Make(seed)));
        Assert.False(StandsOut(Company.Make(seed, without: "better-source")));

        static bool StandsOut(Company company)
        {
            KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(company.Data.Deals.By(DealDimension.Source));
            return rates["referral"].ByCount.ConfidenceInterval()!.Value.Lower > rates.Total.ByCount.Value;
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void LateRep_MakesRepsDiffer(int seed)
    {
        Caution caution = Assert.Single(Responses(Company.Make(seed)).Cautions);
        Assert.Equal((CautionCode.RepsDiffer, "west-1"), (caution.Code, caution.Group));
        Assert.Empty(Responses(Company.Make(seed, without: "late-rep")).Cautions);

        static KpiTable<string?, LeadResponseTime> Responses(Company company) => ResponseTime.Calculate(company.Data.Leads.By(LeadDimension.Owner));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void LateRep_AnswersInTheEvening_WheneverTheLeadCame(int seed)
    {
        // Received from 8 to 18, answered from 21 to 24 of the same day.
        Assert.All(ByHour(Company.Make(seed)), hour =>
        {
            Assert.True(hour.Value.MinMinutes > (21 - hour.Key!.Value.Hour - 1) * 60);
            Assert.True(hour.Value.MaxMinutes < (24 - hour.Key.Value.Hour) * 60);
        });
        Assert.All(ByHour(Company.Make(seed, without: "late-rep")), hour => Assert.True(hour.Value.MaxMinutes <= 180));

        static IEnumerable<KpiRow<HourOfWeek?, LeadResponseTime>> ByHour(Company company) => ResponseTime
            .Calculate(company.Data.Leads.Where(lead => lead.OwnerId == "west-1").By(LeadDimension.HourOfWeek(Company.Berlin)))
            .Where(hour => hour.Value.Answered > 0);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void DeadSource_IsContactedAndNeverQualifies(int seed)
    {
        KpiTable<string?, LeadToOpportunity> planted = BySource(Company.Make(seed));
        LeadToOpportunity dead = planted["list"];
        Assert.Equal((0, 0, 0), (dead.Rate.Numerator, dead.Ladder.Qualified, dead.Ladder.Opportunities));
        Assert.All(planted.Where(row => row.Key != "list"), row => Assert.True(row.Value.Rate.ConfidenceInterval()!.Value.Lower > Upper(dead)));
        // A missed target, but not for want of contact: the leads themselves are to blame.
        Assert.True(dead.ContactDated.Value > 0.5);
        Assert.Empty(dead.Cautions);

        LeadToOpportunity alive = BySource(Company.Make(seed, without: "dead-source"))["list"];
        Assert.True(alive.Rate.ConfidenceInterval()!.Value.Lower > 0.2);

        static KpiTable<string?, LeadToOpportunity> BySource(Company company) => ToQualified.Calculate(company.Data.Leads.By(LeadDimension.Source));
        static double Upper(LeadToOpportunity result) => result.Rate.ConfidenceInterval()!.Value.Upper;
    }

    [Theory, MemberData(nameof(Seeds))]
    public void UncontactedLeads_AreUnanswered(int seed)
    {
        Assert.True(Has(ResponseTime.Calculate(Company.Make(seed).Data).Cautions, CautionCode.Unanswered));
        Assert.Empty(ResponseTime.Calculate(Company.Make(seed, without: "uncontacted-leads").Data).Cautions);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void UncontactedLeads_LeaveTheCauseOpen_AtTheirSourceAlone(int seed)
    {
        Assert.Equal(["fair"], CauseNotSeparated(Company.Make(seed)));
        Assert.Empty(CauseNotSeparated(Company.Make(seed, without: "uncontacted-leads")));

        static IEnumerable<string?> CauseNotSeparated(Company company) => ToOpportunity.Calculate(company.Data.Leads.By(LeadDimension.Source))
            .Where(row => Has(row.Value.Cautions, CautionCode.CauseNotSeparated)).Select(row => row.Key);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Gaps_ComeFromContactAtOneSource_AndFromTheLeadsAtTheOther(int seed)
    {
        Leads leads = Company.Make(seed).Data.Leads;
        GapSplit fair = Split("fair"), list = Split("list");
        Assert.True(fair.Parts[0].Gap < fair.Gap, "Reached leads of the fair convert no worse.");
        Assert.True(list.Parts[^1].Gap < list.Gap / 2, "Reached leads of the list don't convert either.");

        GapSplit Split(string source) => ToOpportunity.GapSplit(Of("web"), Of(source), LeadFactor.ReachedWithin(Duration.FromDays(7)));
        Leads Of(string source) => leads.Where(lead => lead.Source == source);
    }

    private static bool Has(IEnumerable<Caution> cautions, CautionCode code) => cautions.Any(caution => caution.Code == code);
}

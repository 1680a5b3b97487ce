using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>Splits worked out by hand.</summary>
public class GapSplitTests
{
    [Fact]
    public void Mix_AndConversion_AreTheMeansOfBothOrders()
    {
        // Mix first: 12 % (.8 x 10 % + .2 x 20 %), from 15 %; conversion first: 15 % (.5 x 5 % + .5 x 25 %); in the end 9 %.
        Lead[] reference = [.. Of("web", 50, 5), .. Of("fair", 50, 10)], leads = [.. Of("web", 80, 4), .. Of("fair", 20, 5)];
        GapSplit split = Kpi.LeadToOpportunity.GapSplit(reference, leads, LeadFactor.Source);
        Assert.Equal((new Proportion(15, 100), new Proportion(9, 100)), (split.Reference, split.Rate));
        Assert.Equal(["source", "conversion"], split.Parts.Select(part => part.Name));
        Assert.Equal(-0.045, split.Parts[0].Gap, 12);
        Assert.Equal(-0.015, split.Parts[1].Gap, 12);
        Assert.Equal(0.15, split.RateAtReferenceMix!.Value, 12);
        Assert.Equal(0.12, split.ReferenceAtRateMix!.Value, 12);
        Assert.Equal("-6.0 points (15.0 % to 9.0 %): source -4.5 points, conversion -1.5 points", split.ToString());
    }

    [Fact]
    public void WhatLooksLikePoorLeads_MayBeSlowReps()
    {
        // Of leads reached in time half convert, of others none, in both sources alike: only the share that is reached differs.
        Lead[] Source(int reached, int late) =>
        [
            .. Enumerable.Range(0, reached).Select(i => Reached(4) with { Status = i % 2 == 0 ? LeadStatus.Converted : LeadStatus.Contacted }),
            .. Enumerable.Repeat(Reached(6), late),
        ];
        GapSplit split = Kpi.LeadToOpportunity.GapSplit(Source(80, 20), Source(20, 80), LeadFactor.ReachedWithin(Duration.FromMinutes(5L)));
        Assert.Equal(-0.3, split.Gap!.Value, 12);
        Assert.Equal(-0.3, split.Parts[0].Gap, 12);
        Assert.Equal(0, split.Parts[1].Gap, 12);
    }

    [Fact]
    public void FactorsThatDependOnEachOther_AreAChain()
    {
        // The same sources and the same share of each rep, but Ann, who converts all, has the fair in one and the web in the other:
        // given the source, the mix of reps differs in all leads, and nothing comes of it.
        Lead ann = New with { OwnerId = "Ann", DealId = "D" }, bo = New with { OwnerId = "Bo" };
        Lead[] reference = [ann with { Source = "fair" }, bo with { Source = "web" }], leads = [ann with { Source = "web" }, bo with { Source = "fair" }];
        GapSplit split = Kpi.LeadToOpportunity.GapSplit(reference, leads, LeadFactor.Source, LeadFactor.Owner);
        Assert.Equal([0.0, 0, 0], split.Parts.Select(part => part.Gap));
        Assert.Equal((2, 2), (split.Unmatched, split.UnmatchedReference));
    }

    [Fact]
    public void CellsOfOneGroupOnly_TellInTheMix()
    {
        // Zoe has leads in one group only: 4 of 5; Ann converts 5 of 10 there and 2 of 5 here.
        // Mix first: .5 x .5 + .5 x .8 = 65 %; conversion first: 40 %; from 50 % to 60 %.
        Lead[] reference = Of("Ann", 10, 5), leads = [.. Of("Ann", 5, 2), .. Of("Zoe", 5, 4)];
        GapSplit split = Kpi.LeadToOpportunity.GapSplit(reference, leads, LeadFactor.Of("rep", lead => lead.Source));
        Assert.Equal(("rep", 0.175), (split.Parts[0].Name, Math.Round(split.Parts[0].Gap, 12)));
        Assert.Equal(-0.075, split.Parts[1].Gap, 12);
        Assert.Equal((5, 0), (split.Unmatched, split.UnmatchedReference));
    }

    [Fact]
    public void Target_AddsWhatTheReferenceLacksToo()
    {
        Lead[] reference = [.. Of("web", 50, 5), .. Of("fair", 50, 10)], leads = [.. Of("web", 80, 4), .. Of("fair", 20, 5)];
        GapSplit split = (Kpi.LeadToOpportunity with { TargetRate = 0.2 }).GapSplit(reference, leads, LeadFactor.Source);
        Assert.Equal(-0.11, split.TargetGap!.Value, 12);
        Assert.Equal(-0.05, split.ReferenceTargetGap!.Value, 12);
        Assert.Null(Kpi.LeadToOpportunity.GapSplit(reference, leads).TargetGap);
    }

    [Fact]
    public void WithoutFactors_AllOfItIsConversion()
    {
        GapSplit split = Kpi.LeadToOpportunity.GapSplit(Of("web", 4, 1), Of("web", 4, 3));
        Assert.Equal([new GapPart { Name = "conversion", Gap = 0.5 }], split.Parts);
    }

    [Fact]
    public void Person_LiesWhereItsFirstLeadDoes_AndWasReachedWhenFirstReached()
    {
        Lead first = New with { PersonId = "P", Source = "web" };
        Lead second = Reached(7) with { PersonId = "P", Source = "fair", ReceivedAt = Morning + Duration.FromMinutes(3L), DealId = "D" };
        foreach (Lead[] leads in (Lead[][])[[first, second], [second, first]])
        {
            GapSplit split = Kpi.LeadToOpportunity.GapSplit(leads, new[] { New with { Source = "web" } },
                LeadFactor.Source, LeadFactor.ReachedWithin(Duration.FromMinutes(7L)));
            Assert.Equal(new Proportion(1, 1), split.Reference);
            // Both lie in the web, one reached in time and one not: cells of one group only, which tell in the mix.
            Assert.Equal([0.0, -1, 0], split.Parts.Select(part => part.Gap));
            Assert.Equal(1, split.Unmatched);
        }
    }

    [Fact]
    public void GroupWithoutMatureLeads_HasNoGap()
    {
        GapSplit none = Kpi.LeadToOpportunity.GapSplit(Array.Empty<Lead>(), new[] { New }, LeadFactor.Source);
        Assert.Equal((UndefinedReason.NoRows, null, 0), (none.Undefined, none.Gap, none.Parts.Count));
        GapSplit young = (Kpi.LeadToOpportunity with { AsOf = Morning }).GapSplit(new[] { New with { ReceivedAt = null } }, new[] { New }, LeadFactor.Source);
        Assert.Equal((UndefinedReason.WindowsRunning, "undefined: WindowsRunning"), (young.Undefined, young.ToString()));
    }

    [Fact]
    public void Mistakes_AreNamed()
    {
        Leads leads = new[] { New };
        Assert.Throws<ArgumentNullException>("reference", () => Kpi.LeadToOpportunity.GapSplit(null!, leads));
        Assert.Throws<ArgumentNullException>("leads", () => Kpi.LeadToOpportunity.GapSplit(leads, null!));
        Assert.Throws<ArgumentNullException>("factors", () => Kpi.LeadToOpportunity.GapSplit(leads, leads, null!));
        Assert.Contains("index 1", Assert.Throws<ArgumentException>("factors", () => Kpi.LeadToOpportunity.GapSplit(leads, leads, LeadFactor.Source, null!)).Message, StringComparison.Ordinal);
        LeadFactor[] twelve = [.. Enumerable.Repeat(LeadFactor.Source, 12)];
        Assert.Equal(13, Kpi.LeadToOpportunity.GapSplit(leads, leads, twelve).Parts.Count);
        Assert.Throws<ArgumentException>("factors", () => Kpi.LeadToOpportunity.GapSplit(leads, leads, [.. twelve, LeadFactor.Owner]));
        Assert.Throws<ArgumentOutOfRangeException>("sla", () => LeadFactor.ReachedWithin(Duration.FromTicks(-1)));
        Assert.Throws<ArgumentException>("name", () => LeadFactor.Of("", lead => lead.Source));
        Assert.Throws<ArgumentNullException>("level", () => LeadFactor.Of<string?>("x", null!));
        Assert.Throws<ArgumentNullException>("dimension", () => LeadFactor.Of<string?>(null!));
    }

    private static Lead Reached(long minutes) => New with { ContactedAt = Morning + Duration.FromMinutes(minutes), Status = LeadStatus.Contacted };

    private static Lead[] Of(string source, int count, int converted) =>
        [.. Enumerable.Range(0, count).Select(i => New with { Source = source, DealId = i < converted ? "D" : null })];
}

using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

[Properties(Arbitrary = [typeof(OddLeads), typeof(OddOptions)], MaxTest = 150)]
public class GapSplitLaws
{
    private const double Rounding = 1e-12;

    private static readonly LeadFactor[] Factors =
        [LeadFactor.Source, LeadFactor.Of(LeadDimension.Owner), LeadFactor.Of("responder", lead => lead.ResponderId), LeadFactor.ReachedWithin(Duration.FromHours(1))];

    [Property]
    public void Parts_AddUpToTheGap(LeadToOpportunityCalculator options, Lead[] reference, Lead[] leads, byte count)
    {
        GapSplit split = options.GapSplit(reference, leads, Factors[..(count % 5)]);
        Assert.Equal(split.Gap is null ? 0 : count % 5 + 1, split.Parts.Count);
        if (split.Gap is { } gap)
            Assert.Equal(gap, split.Parts.Sum(part => part.Gap), Rounding);
        if (split.TargetGap is { } targetGap && split.Gap is not null)
            Assert.Equal(targetGap, split.ReferenceTargetGap!.Value + split.Parts.Sum(part => part.Gap), Rounding);
    }

    [Property]
    public void Rates_AreTheCalculators(LeadToOpportunityCalculator options, Lead[] reference, Lead[] leads)
    {
        GapSplit split = options.GapSplit(reference, leads, Factors);
        Assert.Equal((options.Calculate(reference).Rate, options.Calculate(leads).Rate), (split.Reference, split.Rate));
        Assert.Equal(split.Gap is null, split.Undefined != UndefinedReason.None);
    }

    [Property]
    public void Parts_AreThoseOfEveryOrder(Lead[] reference, Lead[] leads)
    {
        var options = new LeadToOpportunityCalculator { ConvertedWhen = LeadConversion.Qualified, Window = null };
        (reference, leads) = (Plain(reference), Plain(leads));
        if (reference.Length == 0 || leads.Length == 0)
            return;
        GapSplit split = options.GapSplit(reference, leads, LeadFactor.Source, LeadFactor.Owner, LeadFactor.ReachedWithin(Duration.FromHours(1)));
        var oracle = new GapSplitOracle(reference, leads, lead => options.Calculate(new[] { lead }).Converted == 1,
            lead => lead.Source, lead => lead.OwnerId, lead => lead.ContactedAt - lead.ReceivedAt <= Duration.FromHours(1));
        double[] parts = oracle.Parts();
        Assert.Equal(parts.Length, split.Parts.Count);
        for (int i = 0; i < parts.Length; i++)
            Assert.Equal(parts[i], split.Parts[i].Gap, Rounding);
        Assert.Equal(oracle.Rate(new HashSet<int> { 3 }), split.RateAtReferenceMix!.Value, Rounding);
        Assert.Equal(oracle.Rate(new HashSet<int> { 0, 1, 2 }), split.ReferenceAtRateMix!.Value, Rounding);
    }

    [Property]
    public void Swapped_IsTheOpposite(LeadToOpportunityCalculator options, Lead[] reference, Lead[] leads)
    {
        GapSplit there = options.GapSplit(reference, leads, Factors), back = options.GapSplit(leads, reference, Factors);
        Assert.Equal((there.Unmatched, there.UnmatchedReference), (back.UnmatchedReference, back.Unmatched));
        Assert.All(there.Parts.Zip(back.Parts), pair => Assert.Equal(pair.First.Gap, -pair.Second.Gap, Rounding));
    }

    [Property]
    public void SameLeads_HaveNoGapAnywhere(LeadToOpportunityCalculator options, Lead[] leads) =>
        Assert.All(options.GapSplit(leads, leads, Factors).Parts, part => Assert.Equal(0, part.Gap, Rounding));

    [Property(MaxTest = 500)]
    public void OrderOfRows_ChangesNoBit(LeadToOpportunityCalculator options, Lead[] reference, Lead[] leads, int seed)
    {
        GapSplit before = options.GapSplit(reference, leads, Factors);
        var random = new Random(seed);
        random.Shuffle(reference);
        random.Shuffle(leads);
        Everything.Equal(before, options.GapSplit(reference, leads, Factors));
    }

    [Property]
    public void AFactorWithOneLevel_HasNoPart(LeadToOpportunityCalculator options, Lead[] reference, Lead[] leads)
    {
        GapSplit split = options.GapSplit(reference, leads, LeadFactor.Of("one", _ => 1), LeadFactor.Source);
        if (split.Gap is null)
            return;
        GapSplit without = options.GapSplit(reference, leads, LeadFactor.Source);
        Assert.Equal(0, split.Parts[0].Gap, Rounding);
        Assert.Equal(without.Parts[0].Gap, split.Parts[1].Gap, Rounding);
    }

    // A person each, and nothing merged.
    private static Lead[] Plain(Lead[] leads) => [.. leads.Take(12).Select(lead => lead with { PersonId = null, MergedIntoId = null })];
}

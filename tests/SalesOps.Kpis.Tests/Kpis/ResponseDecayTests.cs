using SalesOps.Kpis.Statistics;
using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>The decay of rates, worked out by hand.</summary>
public class ResponseDecayTests
{
    [Fact]
    public void Rates_AreThoseByHand_EachStepHoldsThoseAfterIt()
    {
        ResponseDecay decay = Kpi.ResponseDecay.Calculate(new[] { Answered(1) with { Status = LeadStatus.Converted }, Answered(2) with { Status = LeadStatus.Contacted }, Answered(3), Answered(4),
            Answered(30) with { QualifiedAt = Morning }, Answered(59), Answered(60), New, });
        Assert.Equal([new Proportion(2, 4), new(0, 0), new(0, 0), new(1, 2), new(0, 1), new(0, 0)], decay.Contact.Points.Select(point => point.Rate));
        Assert.Equal([new Proportion(1, 4), new(0, 0), new(0, 0), new(1, 2), new(0, 1), new(0, 0)], decay.Qualification.Points.Select(point => point.Rate));
        Assert.Equal([new Proportion(1, 4), new(0, 0), new(0, 0), new(0, 2), new(0, 1), new(0, 0)], decay.Conversion.Points.Select(point => point.Rate));
        Assert.Equal((1.0, 0.5), (decay.Contact.FastToSlow.Value, decay.Qualification.FastToSlow.Value));
        Assert.Equal("1 Unanswered", decay.Ledger.Excluded.ToString());
        Assert.Contains("an association, not an effect", decay.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OddsAndFactor_AreThoseByHand()
    {
        // 30 of 40 against 10 of 40: odds 1/3 over 3 = 1/9; Woolf's width z sqrt(1/30 + 1/10 + 1/10 + 1/30); the factor is 3, Katz's width z sqrt(1/120 + 3/40).
        ResponseDecay decay = Kpi.ResponseDecay.Calculate((Lead[])[.. Many(30, 1, true), .. Many(10, 1, false), .. Many(10, 45, true), .. Many(30, 45, false)]);
        RatioEstimate odds = decay.Conversion.Points[3].OddsToFirst!.Value, factor = decay.Conversion.FastToSlow;
        Assert.Equal(1.0 / 9, odds.Value!.Value, 14);
        Assert.Equal(Math.Exp(1.959963984540054 * Math.Sqrt(4.0 / 15)) / 9, odds.Upper!.Value, 12);
        Assert.Equal(3.0, factor.Value!.Value, 14);
        Assert.Equal(3 / Math.Exp(1.959963984540054 * Math.Sqrt(1.0 / 12)), factor.Lower!.Value, 12);
        Assert.Null(decay.Conversion.Points[0].OddsToFirst);
        Assert.Empty(decay.Cautions);
    }

    [Fact]
    public void NothingInTheSlowBucket_IsAnsweredWithAReason()
    {
        ResponseDecay none = Kpi.ResponseDecay.Calculate((Lead[])[.. Many(30, 1, true), .. Many(30, 10, false)]);
        Assert.Equal((UndefinedReason.EmptyBucket, (double?)null), (none.Conversion.Undefined, none.Conversion.FastToSlow.Value));
        Assert.Equal("undefined: EmptyBucket", none.Conversion.ToString());

        ResponseDecay noHits = Kpi.ResponseDecay.Calculate((Lead[])[.. Many(20, 1, true), .. Many(20, 1, false), .. Many(40, 45, false)]);
        Assert.Equal(UndefinedReason.NothingToDivideBy, noHits.Conversion.Undefined);
        Assert.True(noHits.Conversion.FastToSlow is { IsOneSided: true, Lower: > 1, Upper: null });
        Assert.True(noHits.Conversion.Points[3].OddsToFirst is { IsOneSided: true, Lower: 0.0, Upper: < 1 });
    }

    private static IEnumerable<Lead> Many(int count, long minutes, bool converted) =>
        Enumerable.Repeat(Answered(minutes) with { Status = converted ? LeadStatus.Converted : LeadStatus.Open }, count);
}

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from a plain script over the same bytes, not from this library.</summary>
public class SalesforceStyleTests
{
    [Fact]
    public void Deals_MatchThePlainScript()
    {
        var deals = SalesforceStyle.Read();
        var won = deals.Rows.Where(d => d.Outcome == DealOutcome.Won).ToList();
        Assert.Empty(deals.Report.Faults);
        Assert.Equal((6_000, 1_824), (deals.Report.RowsKept, won.Count));
        Assert.Equal(5_584 - 1_824, deals.Rows.Count(d => d.Outcome == DealOutcome.Lost));
        Assert.Equal(72_249_000m, won.Sum(d => d.Amount!.Value.Amount));
        Assert.Equal(65.15021929824562, won.Average(d => (d.ClosedAt - d.CreatedAt)!.Value.TotalDays), 12);
    }

    [Fact]
    public void CloseDatesOfOpenDeals_BecomeExpectedOnes()
    {
        var deals = SalesforceStyle.Read();
        var open = deals.Rows.Where(d => d.Outcome == DealOutcome.Open).ToList();
        Assert.Equal(6_000 - 5_584, open.Count);
        Assert.All(open, d => Assert.True(d is { ClosedAt: null, ExpectedCloseOn: not null }));
        Assert.Equal((open.Count, open.Count), (deals.Report.Noted(ImportNote.CloseDateOfOpenDeal), deals.Report.Noted(ImportNote.OtherWord)));
    }

    [Fact]
    public void OutcomeWords_TrueAndFalse_TellTheSameDealsWon()
    {
        var flags = SalesforceStyle.Map with { Outcome = "is_won", OutcomeWords = new() { ["True"] = DealOutcome.Won, ["False"] = DealOutcome.Lost } };
        Assert.Equal(
            SalesforceStyle.Read().Rows.Where(d => d.Outcome == DealOutcome.Won),
            SalesforceStyle.Read(flags).Rows.Where(d => d.Outcome == DealOutcome.Won));
    }
}

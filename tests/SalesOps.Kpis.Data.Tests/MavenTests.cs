namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from a plain script over the same bytes, not from this library.</summary>
public class MavenTests
{
    [Fact]
    public void Counts_MatchThePlainScript()
    {
        var deals = Maven.Read();
        Assert.Empty(deals.Report.Faults);
        Assert.Equal((8_800, 8_800, 0), (deals.Report.RowsRead, deals.Report.RowsKept, deals.Report.RowsRejected));
        Assert.Equal((8_800, 0), (deals.Report.DistinctIds, deals.Report.RepeatedIds));
        Assert.Equal(4_238, deals.Rows.Count(d => d.Outcome == DealOutcome.Won));
        Assert.Equal(2_473, deals.Rows.Count(d => d.Outcome == DealOutcome.Lost));
        Assert.Equal(1_589, deals.Rows.Count(d => d.Stage == "Engaging"));
        Assert.Equal(500, deals.Rows.Count(d => d.Stage == "Prospecting"));
        Assert.Equal(500, deals.Rows.Count(d => d.CreatedAt is null));
        Assert.Equal(2_089, deals.Rows.Count(d => d.ClosedAt is null && d.Amount is null));
        Assert.Equal(1_425, deals.Rows.Count(d => d.CustomerId is null));
        Assert.Equal(10_005_534m, deals.Rows.Where(d => d.Outcome == DealOutcome.Won).Sum(d => d.Amount!.Value.Amount));
        Assert.Equal(30, deals.Rows.Select(d => d.OwnerId).Distinct().Count());
    }

    [Fact]
    public void Cycles_MatchThePlainScript()
    {
        var days = Maven.Read().Rows.Where(d => d.Outcome == DealOutcome.Won).Select(d => (d.ClosedAt - d.CreatedAt)!.Value.TotalDays).Order().ToList();
        Assert.Equal(51.781972628598396, days.Average(), 12);
        Assert.Equal((1.0, 138.0), (days[0], days[^1]));
        Assert.Equal(57, (days[2_118] + days[2_119]) / 2);
    }

    [Fact]
    public void Variants_DifferInOptionsOnly()
    {
        var deals = Maven.Read().Rows;
        Assert.Equal(deals, Maven.ReadUsDates().Rows);
        Assert.Equal(deals, Maven.ReadDayFirst().Rows);
        Assert.Equal(deals.Where(d => d.Outcome is DealOutcome.Won or DealOutcome.Lost), Maven.ReadClosedOnly().Rows);
    }

    [Fact]
    public void Variant_MinusOneForMissing_IsTheSameDeals()
    {
        var deals = Maven.ReadMinusOneForMissing();
        Assert.Equal(Maven.Read().Rows, deals.Rows);
        Assert.Equal(2_089, deals.Report.Noted(ImportNote.MissingAmount));
    }
}

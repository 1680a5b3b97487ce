using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class RoundTripTests
{
    [Fact]
    public void DealTable_GivesBackEveryRecord()
    {
        Deal[] deals = [.. SampleDeals.Make(300, seed: 9).Select((deal, i) => deal with
        {
            Probability = i % 3 == 0 ? null : 0.25, Quantity = i % 4 == 0 ? null : i, Stage = i % 5 == 0 ? null : "demo", LeadId = $"L{i}",
            Amount = i % 2 == 0 ? deal.Amount : new Money(i, Currency.Usd), ListAmount = new Money(7, Currency.Eur),
            ExpectedCloseOn = i % 6 == 0 ? null : new LocalDate(2024, 2, 29), LossReason = "price", CampaignId = "c", Segment = "s",
            PipelineId = "p", Channel = "ch", ProductId = "pr", LeadReceivedAt = SampleDeals.Start,
        })];
        DealTable table = DealTable.Of(deals);
        Assert.Equal(deals, Enumerable.Range(0, table.Count).Select(row => table[row]));
    }

    [Fact]
    public void LeadTable_GivesBackEveryRecord()
    {
        Lead[] leads = [.. Enumerable.Range(0, 100).Select(i => new Lead
        {
            Id = $"L{i}", Status = (LeadStatus)(i % 5), Department = i % 3 == 0 ? null : Department.Marketing, Score = i % 2 == 0 ? null : i,
            ReceivedAt = SampleDeals.Start, AssignedAt = i % 4 == 0 ? null : SampleDeals.Start + Duration.FromHours(i), Source = i % 7 == 0 ? null : "web",
            FirstRespondedAt = SampleDeals.Start + Duration.FromHours(1), ContactedAt = SampleDeals.Start + Duration.FromHours(2),
            QualifiedAt = SampleDeals.Start + Duration.FromHours(3), ConvertedAt = SampleDeals.Start + Duration.FromHours(4),
            DisqualifiedAt = SampleDeals.Start + Duration.FromHours(5), DealCreatedAt = SampleDeals.Start + Duration.FromHours(6),
            WonAt = i % 3 == 0 ? null : SampleDeals.Start + Duration.FromHours(7), DealOutcome = i % 4 == 0 ? null : (DealOutcome)(i % 4),
            PersonId = "p", Channel = "ch", CampaignId = "c", OwnerId = "o",
            Segment = "s", ResponderId = "r", RejectReason = "x", DealId = $"D{i}", CustomerId = "cu", MergedIntoId = null,
        })];
        LeadTable table = LeadTable.Of(leads);
        Assert.Equal(leads, Enumerable.Range(0, table.Count).Select(row => table[row]));
    }

    [Fact]
    public void KpiTable_PrintsAlignedNamedColumns()
    {
        Deals deals = new[]
        {
            new Deal { Id = "1", Outcome = DealOutcome.Won, OwnerId = "Ann", Amount = new Money(1_000, Currency.Eur) },
            new Deal { Id = "2", Outcome = DealOutcome.Lost, OwnerId = "Ann", Amount = new Money(3_000, Currency.Eur) },
            new Deal { Id = "3", Outcome = DealOutcome.Open },
        };
        string[] lines = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner)).ToString().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal("owner   won  of  win rate  95 % from      to  by amount  won amount  cautions", lines[0]);
        Assert.Equal("Ann       1   2    50.0 %      9.5 %  90.5 %     25.0 %   1,000 EUR  SmallSample", lines[2]);
        Assert.Equal("(none)    0   0         -          -       -          -           -", lines[3]);
    }
}

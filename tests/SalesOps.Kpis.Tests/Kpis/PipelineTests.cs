using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class PipelineTests
{
    [Fact]
    public void AtEach_EqualsLinq_OnRecordsAndTable()
    {
        Deal[] deals = [.. SampleDeals.Make(3_000, seed: 11).Select((d, i) => d with { Probability = i % 7 == 0 ? null : i % 10 / 10.0 })];
        Instant[] dates = [.. Enumerable.Range(1, 24).Select(m => Instant.FromUtc(2022 + (m - 1) / 12, (m - 1) % 12 + 1, 1, 0, 0))];
        foreach (Deals view in (Deals[])[deals, DealTable.Of(deals), ((Deals)deals).InParallel(2)])
        {
            foreach (Pipeline stock in Kpi.Pipeline.AtEach(dates, view))
            {
                Deal[] open = [.. deals.Where(d => d.MergedIntoId is null && !(d.CreatedAt > stock.At) && (d.Outcome == DealOutcome.Open || d.ClosedAt > stock.At))];
                Assert.Equal(open.Length, stock.OpenCount);
                Assert.Equal(open.Sum(d => d.Amount?.Amount ?? 0), stock.Amount?.Amount ?? 0);
                Assert.Equal(open.Sum(d => (d.Amount?.Amount ?? 0) * (decimal)(d.Probability ?? 0)), stock.WeightedAmount?.Amount ?? 0);
                Assert.Equal(open.Count(d => d.Amount is null), stock.WithoutAmount);
                Assert.Equal(deals.LongLength, stock.Ledger.Read);
                Assert.Equal(open.LongCount(d => d.CreatedAt is null), stock.Ledger.Noted[LedgerReason.CreationUnknown]);
            }
        }
    }

    [Fact]
    public void Weighted_IsTheSumOfProducts()
    {
        // 100 at 99 % and 200 at 0 %: 99, where sum x mean probability would give 148.5.
        Deal[] deals =
        [
            new() { Id = "1", Outcome = DealOutcome.Open, Amount = new Money(100, Currency.Eur), Probability = 0.99 },
            new() { Id = "2", Outcome = DealOutcome.Open, Amount = new Money(200, Currency.Eur), Probability = 0 },
        ];
        Assert.Equal(99m, Kpi.Pipeline.Calculate(deals, SampleDeals.Start).WeightedAmount?.Amount);
    }

    [Fact]
    public void AnEventAtTheInstant_HasHappened()
    {
        Instant t = SampleDeals.Start;
        Deal created = new() { Id = "1", Outcome = DealOutcome.Open, CreatedAt = t };
        Deal closed = new() { Id = "2", Outcome = DealOutcome.Lost, CreatedAt = t - Duration.FromDays(1), ClosedAt = t };
        Pipeline stock = Kpi.Pipeline.Calculate(new[] { created, closed }, t);
        Assert.Equal(1, stock.OpenCount);
        Assert.Equal(1, stock.Ledger.Excluded[LedgerReason.AlreadyClosed]);
    }
}

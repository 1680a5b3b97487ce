using System.Collections;
using System.Numerics;

namespace SalesOps.Kpis.Tests;

/// <summary>Millions of rows at the limit of what a row can hold: sums far beyond 64 bits.</summary>
public class ManyRowsTests
{
    private const int Count = 3_200_000;
    private const decimal Largest = 922_337_203_685_477.5807m;

    private static readonly Instant Start = Instant.FromUtc(1, 1, 1, 0, 0), End = Instant.FromUtc(9999, 12, 31, 23, 59);
    private static readonly Deals Rows = Deals.Over(new Numbers(), number => new ExtremeDeal(number));

    // Of ten deals four are won and three open at the upper limit, two lost at the lower one, and one disqualified without an amount.
    private const long Won = 1_280_000, Open = 960_000, Lost = 640_000, Disqualified = 320_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WinRate_OfTheLargestAmounts_IsExact(int threads)
    {
        WinRate rate = (Kpi.WinRate with { Denominator = WinRateDenominator.Engaged }).Calculate(Rows.InParallel(threads));
        Assert.Equal(new Proportion(Won, Count), rate.ByCount);
        Assert.Equal(Largest * Won, rate.WonAmount!.Value.Amount);
        Assert.True(Largest * Won * 10_000m > long.MaxValue);
        Assert.Equal(Largest * (Won + Open - Lost), rate.ByAmount.Denominator!.Value.Amount);
        Assert.Equal(0.8, rate.ByAmount.Value!.Value, 12);
        Assert.Equal(Count - Disqualified, rate.AmountLedger.Used);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WinRate_ByKey_AddsUpExactly(int threads)
    {
        KpiTable<DealOutcome, WinRate> table = (Kpi.WinRate with { Denominator = WinRateDenominator.Engaged })
            .Calculate(Rows.InParallel(threads).By(DealDimension.Outcome));
        Assert.Equal(Largest * Won, table[DealOutcome.Won].WonAmount!.Value.Amount);
        Assert.Equal(Largest * Won, table.Total.WonAmount!.Value.Amount);
        Assert.Equal(Count, table.Sum(row => row.Value.Ledger.Read));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Pipeline_OfTheLargestAmounts_IsExact(int threads)
    {
        // All were open in year 5: certain, unlikely, and without a probability or an amount.
        Pipeline stock = Kpi.Pipeline.Calculate(Rows.InParallel(threads), Instant.FromUtc(5, 1, 1, 0, 0));
        BigInteger weighted = new BigInteger(Largest * 10_000) * (10_000 * Won + 3_333 * Open);
        Assert.True(weighted > new BigInteger(decimal.MaxValue));
        Assert.Equal(Count, stock.OpenCount);
        Assert.Equal(Largest * (Won + Open - Lost), stock.Amount!.Value.Amount);
        Assert.Equal((decimal)((weighted + 5_000) / 10_000) / 10_000, stock.WeightedAmount!.Value.Amount);
    }

    [Fact]
    public void SalesCycle_OfTenThousandYears_IsExact()
    {
        SalesCycle cycle = Kpi.SalesCycle.Calculate(Rows.InParallel(2));
        Assert.Equal(Won, cycle.Duration.Count);
        Assert.Equal((End - Start).TotalDays, cycle.Duration.MeanDays!.Value, 6);
        Assert.Equal((End - Start).TotalDays, cycle.Duration.MedianDays!.Value, 6);
        Assert.Equal(0, cycle.Duration.StandardDeviationDays);
    }

    /// <summary>Rows that take no memory.</summary>
    private sealed class Numbers : IReadOnlyList<int>
    {
        public int Count => ManyRowsTests.Count;

        public int this[int index] => index;

        public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, Count).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private readonly struct ExtremeDeal(int number) : IDealRow
    {
        private static readonly Amount Most = new Money(Largest, Currency.Eur), Least = new Money(-Largest, Currency.Eur);
        private static readonly Probability Sure = 1, Third = 0.3333;
        private static readonly Moment First = Start, Last = End;

        public string Id => "D";
        public DealOutcome Outcome => (number % 10) switch { < 4 => DealOutcome.Won, < 6 => DealOutcome.Lost, < 9 => DealOutcome.Open, _ => DealOutcome.Disqualified };
        public DealKind Kind => DealKind.NewBusiness;
        public Amount Amount => Outcome switch { DealOutcome.Lost => Least, DealOutcome.Disqualified => default, _ => Most };
        public Amount ListAmount => default;
        public Quantity Quantity => default;
        public Probability Probability => Outcome switch { DealOutcome.Won => Sure, DealOutcome.Open => Third, _ => default };
        public Moment CreatedAt => First;
        public Moment FirstContactAt => First;
        public Moment LeadReceivedAt => default;
        public Moment ClosedAt => Last;
        public LocalDate? ExpectedCloseOn => null;
        public string? CustomerId => null;
        public string? LeadId => null;
        public string? OwnerId => null;
        public string? ProductId => null;
        public string? Source => null;
        public string? Channel => null;
        public string? CampaignId => null;
        public string? Segment => null;
        public string? PipelineId => null;
        public string? Stage => null;
        public string? LossReason => null;
        public string? MergedIntoId => null;
    }
}

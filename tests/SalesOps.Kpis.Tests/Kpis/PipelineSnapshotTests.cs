using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class PipelineSnapshotTests
{
    private static readonly Instant AsOf = Instant.FromUtc(2024, 6, 30, 12, 0);
    private static readonly LocalDate Today = new(2024, 6, 30);

    [Fact]
    public void Snapshot_EqualsItsRowOfTheStocks()
    {
        Deal[] deals = SampleDeals.Make(2_000, seed: 5);
        Instant at = Instant.FromUtc(2023, 5, 1, 0, 0);
        Pipeline snapshot = Kpi.Pipeline.Calculate(deals, at), stock = Kpi.Pipeline.AtEach([at], deals)[0];
        Assert.Equal(stock.OpenCount, snapshot.OpenCount);
        Assert.Equal(stock.Amount, snapshot.Amount);
        Assert.Equal(stock.WeightedAmount, snapshot.WeightedAmount);
        Assert.Equal(stock.Ledger.Excluded, snapshot.Ledger.Excluded);
        Assert.Equal(stock.Ledger.Noted, snapshot.Ledger.Noted);
        Assert.Equal(stock.AmountLedger.Excluded, snapshot.AmountLedger.Excluded);
        Assert.Null(stock.Age);
        Assert.Null(stock.DealAmount);
        Assert.Null(stock.OverdueCount);
    }

    [Fact]
    public void AgesAndSizes_EqualLinq_OnRecordsTableAndThreads()
    {
        Deal[] deals = [.. SampleDeals.Make(200_000, seed: 6).Select((deal, i) => deal with { ExpectedCloseOn = i % 3 == 0 ? null : Today.PlusDays(i % 60 - 30) })];
        Deal[] open = [.. deals.Where(d => d.MergedIntoId is null && !(d.CreatedAt > AsOf) && (d.Outcome == DealOutcome.Open || d.ClosedAt > AsOf))];
        double[] ages = [.. open.Where(d => d.CreatedAt is not null).Select(d => (AsOf - d.CreatedAt!.Value).TotalDays).Order()];
        decimal[] amounts = [.. open.Where(d => d.Amount is not null).Select(d => d.Amount!.Value.Amount).Order()];
        foreach (Deals view in (Deals[])[deals, DealTable.Of(deals), ((Deals)deals).InParallel(2)])
        {
            Pipeline pipeline = Kpi.Pipeline.Calculate(view, AsOf);
            DurationSummary age = pipeline.Age!.Value;
            Assert.Equal(ages.Length, age.Count);
            Assert.Equal(Type7(ages, 0.5), age.MedianDays!.Value, 9);
            Assert.Equal(Type7(ages, 0.9), age.P90Days!.Value, 9);
            AmountSummary size = pipeline.DealAmount!.Value;
            Assert.Equal(amounts.Length, size.Count);
            Assert.Equal(amounts.Sum(), size.Total!.Value.Amount);
            Assert.Equal(decimal.Round(amounts.Sum() / amounts.Length, 4), size.Mean!.Value.Amount);
            Assert.Equal((amounts[0], amounts[^1]), (size.Min!.Value.Amount, size.Max!.Value.Amount));
            Assert.Equal(Type7(amounts, 1, 4), size.P25!.Value.Amount);
            Assert.Equal(Type7(amounts, 1, 2), size.Median!.Value.Amount);
            Assert.Equal(Type7(amounts, 3, 4), size.P75!.Value.Amount);
            Assert.Equal(Type7(amounts, 9, 10), size.P90!.Value.Amount);
            Deal[] overdue = [.. open.Where(d => d.ExpectedCloseOn < Today)];
            Assert.Equal(overdue.Length, pipeline.OverdueCount);
            Assert.Equal(overdue.Sum(d => d.Amount?.Amount ?? 0), pipeline.OverdueAmount!.Value.Amount);
            Assert.Equal(open.Count(d => d.ExpectedCloseOn is null), pipeline.WithoutExpectedClose);
        }
    }

    [Fact]
    public void Quantiles_OfPublishedExample()
    {
        // NIST/SEMATECH and R document type 7: quantile(c(1, 2, 3, 4), 0.9) = 3.7, 0.25 = 1.75.
        Deal[] deals = [.. new[] { 4m, 1m, 3m, 2m }.Select((amount, i) => Open($"{i}", amount))];
        AmountSummary size = Kpi.Pipeline.Calculate(deals, AsOf).DealAmount!.Value;
        Assert.Equal((1.75m, 2.5m, 3.25m, 3.7m), (size.P25!.Value.Amount, size.Median!.Value.Amount, size.P75!.Value.Amount, size.P90!.Value.Amount));
    }

    [Fact]
    public void Overdue_DependsOnTheLocalDate_AndNeverOnClosedDeals()
    {
        Instant lateEvening = Instant.FromUtc(2024, 7, 1, 1, 0);               // still 30 June in New York
        Deal dueOnJune30 = Open("1") with { ExpectedCloseOn = Today };
        Deal won = dueOnJune30 with { Id = "2", Outcome = DealOutcome.Won, ClosedAt = lateEvening - Duration.FromDays(1) };
        Deal[] deals = [dueOnJune30, won];
        Assert.Equal(1, Kpi.Pipeline.Calculate(deals, lateEvening).OverdueCount);
        PipelineCalculator newYork = Kpi.Pipeline with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };
        Assert.Equal(0, newYork.Calculate(deals, lateEvening).OverdueCount);
    }

    [Fact]
    public void AnotherCalendarsDate_IsComparedByItsDay()
    {
        Deal deal = Open("1") with { ExpectedCloseOn = Today.PlusDays(-1).WithCalendar(CalendarSystem.Julian) };
        Assert.Equal(1, Kpi.Pipeline.Calculate(new[] { deal }, AsOf).OverdueCount);
    }

    [Fact]
    public void OpenDealWithACloseDate_IsOpenAndNoted()
    {
        Deal odd = Open("1", 10) with { ClosedAt = AsOf - Duration.FromDays(3) };
        Deal fine = Open("2", 10);
        Pipeline pipeline = Kpi.Pipeline.Calculate(new[] { odd, fine }, AsOf);
        Assert.Equal(2, pipeline.OpenCount);
        Assert.Equal(1, pipeline.Ledger.Noted[LedgerReason.OpenWithCloseDate]);
    }

    [Fact]
    public void ByStage_ADealClosedSinceHasNoStage()
    {
        Deal open = Open("1", 100) with { Stage = "Demo" };
        Deal closedSince = open with { Id = "2", Outcome = DealOutcome.Won, Stage = "Closed Won", ClosedAt = AsOf + Duration.FromDays(1) };
        KpiTable<string?, Pipeline> stages = Kpi.Pipeline.ByStage(new[] { open, closedSince }, AsOf);
        Assert.Equal(["Demo", null], stages.Select(row => row.Key));
        Assert.Equal(1, stages["Demo"].OpenCount);
        Assert.Equal(1, stages[null].Ledger.Noted[LedgerReason.AsOfUsesToday]);
        Assert.Equal(CautionCode.AsOfUsesToday, Assert.Single(stages[null].Cautions, caution => caution.Code == CautionCode.AsOfUsesToday).Code);
        Assert.DoesNotContain(stages["Demo"].Cautions, caution => caution.Code == CautionCode.AsOfUsesToday);
    }

    [Fact]
    public void ByStage_ClosedDealsHaveNoRow_AndCountInTheTotal()
    {
        Deal open = Open("1", 100) with { Stage = "Demo" };
        Deal closed = open with { Id = "2", Outcome = DealOutcome.Won, Stage = "Closed Won", ClosedAt = AsOf };
        Deal later = open with { Id = "3", Stage = "Offer", CreatedAt = AsOf + Duration.FromDays(1) };
        KpiTable<string?, Pipeline> stages = Kpi.Pipeline.ByStage(new[] { open, closed, later }, AsOf);
        Assert.Equal(["Demo"], stages.Select(row => row.Key));
        Assert.Equal(3, stages.Total.Ledger.Read);
    }

    [Theory]
    [InlineData(251, 749, true)]
    [InlineData(250, 750, false)]           // a quarter is the limit, not beyond it
    public void Concentrated_AboveAQuarter(int largest, int rest, bool fires)
    {
        Deal[] deals = [Open("0", largest), .. Enumerable.Range(1, 7).Select(i => Open($"{i}", rest / 7m))];
        Assert.Equal(fires, Has(Kpi.Pipeline.Calculate(deals, AsOf), CautionCode.Concentrated));
        Assert.True(Has((Kpi.Pipeline with { ConcentratedLimit = 0.2 }).Calculate(deals, AsOf), CautionCode.Concentrated));
    }

    [Fact]
    public void Concentrated_LooksAtOpenDealsOnly()
    {
        Deal[] deals = [.. Enumerable.Range(0, 10).Select(i => Open($"{i}", 10)), Open("won", 1_000_000) with { Outcome = DealOutcome.Won, ClosedAt = AsOf }];
        Assert.False(Has(Kpi.Pipeline.Calculate(deals, AsOf), CautionCode.Concentrated));
    }

    [Theory]
    [InlineData(2, 8, false)]
    [InlineData(3, 9, true)]
    public void AmountsMissing_AboveAFifth(int without, int with, bool fires)
    {
        Deal[] deals = [.. Enumerable.Range(0, without).Select(i => Open($"a{i}")), .. Enumerable.Range(0, with).Select(i => Open($"b{i}", 10))];
        Assert.Equal(fires, Has(Kpi.Pipeline.Calculate(deals, AsOf), CautionCode.AmountsMissing));
        Assert.Equal(fires, Has(Kpi.Pipeline.AtEach([AsOf], deals)[0], CautionCode.AmountsMissing));
    }

    [Fact]
    public void Conversion_UsesTheRateOfTheSnapshot_RowByRow()
    {
        var rates = new ExchangeRateTable([Rate(new(2024, 1, 1), 1.10m), Rate(new(2024, 6, 1), 1.20m)]);
        var conversion = new CurrencyConversion { Rates = rates, To = Currency.Usd, Zone = DateTimeZone.Utc };
        Deal[] deals =
        [
            Open("1", 100), Open("2", 50) with { Amount = new Money(50, Currency.Usd) },
            Open("3", 1_000) with { Amount = new Money(1_000, Currency.Gbp) },      // no rate
            Open("4"),
        ];
        PipelineCalculator inDollars = Kpi.Pipeline with { Conversion = conversion };
        Pipeline june = inDollars.Calculate(deals, AsOf), march = inDollars.AtEach([Instant.FromUtc(2024, 3, 1, 0, 0), AsOf], deals)[0];
        Assert.Equal(new Money(170, Currency.Usd), june.Amount);                   // 100 x 1.2 + 50
        Assert.Equal(new Money(160, Currency.Usd), march.Amount);
        Assert.Equal(4, june.OpenCount);
        Assert.Equal(2, june.WithoutAmount);
        Assert.Equal(2, june.AmountLedger.Used);
        Assert.Equal(1, june.AmountLedger.Excluded[LedgerReason.RateMissing]);
        Assert.Equal(1, june.AmountLedger.Excluded[LedgerReason.AmountMissing]);
        Pipeline unconverted = Kpi.Pipeline.Calculate(deals, AsOf);
        Assert.Equal(UndefinedReason.MixedCurrencies, unconverted.Undefined);
        Assert.Null(unconverted.Amount);
        Assert.Equal([Currency.Eur, Currency.Gbp, Currency.Usd], unconverted.Currencies);

        ExchangeRate Rate(LocalDate day, decimal rate) => new() { From = Currency.Eur, To = Currency.Usd, On = day, Rate = rate };
    }

    [Fact]
    public void At_FoldsAStreamAndSlicesAnyWay()
    {
        Deal[] deals = SampleDeals.Make(3_000, seed: 9);
        Instant at = Instant.FromUtc(2023, 5, 1, 0, 0);
        DealCalculator<PipelineSnapshotAccumulator, Pipeline> calculator = Kpi.Pipeline.At(at);
        PipelineSnapshotAccumulator state = calculator.Start();
        foreach (Deal[] batch in deals.Chunk(700))
            calculator.Fold((Deals)batch, ref state);
        Pipeline streamed = calculator.Result(in state), whole = Kpi.Pipeline.Calculate(deals, at);
        state.Dispose();
        Assert.Equal((whole.OpenCount, whole.Amount, whole.Age), (streamed.OpenCount, streamed.Amount, streamed.Age));
        KpiGrid<string?, Pipeline> grid = calculator.Calculate(((Deals)deals).By(DealDimension.Source)
            .Per(ReportingCalendar.Utc.Years(new(2022, 1, 1), new(2025, 1, 1)), DealDate.Created));
        Assert.Equal(whole.OpenCount, grid.Sum(row => row.Value.Sum(year => year.Value.OpenCount) + row.Value.Undated.OpenCount));
    }

    [Fact]
    public void AtSeveral_IsRefusedWithRates()
    {
        var conversion = new CurrencyConversion { Rates = new ExchangeRateTable([]), To = Currency.Eur, Zone = DateTimeZone.Utc };
        Assert.Throws<InvalidOperationException>(() => (Kpi.Pipeline with { Conversion = conversion }).At([AsOf]));
        Assert.Equal(0, Kpi.Pipeline.At([AsOf]).Calculate(Array.Empty<Deal>())[0].OpenCount);
    }

    private static Deal Open(string id, decimal? amount = null) => new()
    {
        Id = id, Outcome = DealOutcome.Open, CreatedAt = AsOf - Duration.FromDays(200),
        Amount = amount is { } a ? new Money(a, Currency.Eur) : null,
    };

    private static bool Has(Pipeline pipeline, CautionCode code) => pipeline.Cautions.Any(caution => caution.Code == code);

    private static double Type7(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int low = (int)at;
        return sorted[low] + (at - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]);
    }

    private static decimal Type7(decimal[] sorted, int part, int of)
    {
        decimal at = (decimal)(sorted.Length - 1) * part / of;
        int low = (int)at;
        return decimal.Round(sorted[low] + (at - low) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]), 4);
    }
}

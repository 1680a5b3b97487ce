using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

/// <summary>The stock at one instant.</summary>
public class PipelineSnapshotLaws : AccumulatorLaws<PipelineCalculator, PipelineSnapshotAccumulator, Pipeline>
{
    [Property(MaxTest = 100)]
    public void Stock_IsThatOfTheDataAsTheyWere(PipelineQuestion question, Deal[] deals)
    {
        foreach (Instant date in question.Dates)
        {
            Pipeline then = question.Calculator.Calculate(deals, date), known = question.Calculator.Calculate(AsTheyWere.At(date, deals), date);
            Everything.Equal((known.OpenCount, known.WithoutAmount, known.Amount, known.WeightedAmount, known.Undefined),
                (then.OpenCount, then.WithoutAmount, then.Amount, then.WeightedAmount, then.Undefined));
            Everything.Equal((known.Age, known.DealAmount, known.OverdueCount, known.OverdueAmount, known.WithoutExpectedClose),
                (then.Age, then.DealAmount, then.OverdueCount, then.OverdueAmount, then.WithoutExpectedClose));
        }
    }

    internal static IEnumerable<decimal> Sums(Pipeline stock) =>
    [
        stock.OpenCount, stock.WithoutAmount, stock.OverdueCount ?? 0, stock.WithoutExpectedClose ?? 0,
        stock.Ledger.Read, stock.Ledger.Used, stock.AmountLedger.Read, stock.AmountLedger.Used,
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.Ledger.Excluded[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.Ledger.Noted[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.AmountLedger.Excluded[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.AmountLedger.Noted[reason]),
    ];

    protected override DealCalculator<PipelineSnapshotAccumulator, Pipeline> Calculator(PipelineCalculator options) =>
        new SnapshotCalculator(options, OddDeals.AsOf);

    protected override Pipeline Oracle(PipelineCalculator options, IReadOnlyList<Deal> deals) => PipelineOracle.Of(options, OddDeals.AsOf, deals);

    protected override IReadOnlyList<decimal> Additive(Pipeline result) => [.. Sums(result)];

    protected override IEnumerable<PipelineCalculator> ForManyRows() => [Kpi.Pipeline, Kpi.Pipeline with { Conversion = Conversions.IntoEuros }];
}

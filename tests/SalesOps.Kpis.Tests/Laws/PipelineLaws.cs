using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

/// <summary>The stock at each of several instants, in one pass.</summary>
public class PipelineLaws : AccumulatorLaws<PipelineQuestion, PipelineAccumulator, IReadOnlyList<Pipeline>>
{
    [Property(MaxTest = 100)]
    public void Stock_DependsOnItsOwnDateOnly(PipelineQuestion question, Deal[] deals) => Everything.Equal(
        question.Dates.Select(date => PipelineOracle.Sums(question.Calculator.Calculate(deals, date))).ToArray(),
        question.Calculator.AtEach(question.Dates, deals).Select(PipelineOracle.Sums).ToArray());

    // One pass is for amounts as they are; with rates, which differ between the dates, each date has its own.
    protected override DealCalculator<PipelineAccumulator, IReadOnlyList<Pipeline>> Calculator(PipelineQuestion options) =>
        new StocksCalculator(options.Calculator with { Conversion = null }, [.. options.Dates]);

    protected override IReadOnlyList<Pipeline> Oracle(PipelineQuestion options, IReadOnlyList<Deal> deals) =>
        [.. options.Dates.Select(date => PipelineOracle.SumsOf(options.Calculator with { Conversion = null }, date, deals))];

    protected override IReadOnlyList<decimal> Additive(IReadOnlyList<Pipeline> result) => [.. result.SelectMany(PipelineSnapshotLaws.Sums)];

    protected override IEnumerable<PipelineQuestion> ForManyRows() =>
    [
        new() { Calculator = Kpi.Pipeline, Dates = [OddDeals.AsOf] },
        new() { Calculator = Kpi.Pipeline, Dates = [.. Enumerable.Range(-12, 24).Select(month => OddDeals.AsOf + Duration.FromDays(30 * month))] },
    ];
}

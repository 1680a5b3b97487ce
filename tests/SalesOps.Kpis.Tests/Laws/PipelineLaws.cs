using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

public class PipelineLaws : AccumulatorLaws<PipelineQuestion, PipelineAccumulator, IReadOnlyList<Pipeline>>
{
    [Property(MaxTest = 200)]
    public void Stock_DependsOnItsOwnDateOnly(PipelineQuestion question, Deal[] deals) =>
        Everything.Equal(question.Dates.Select(date => question.Calculator.Calculate(deals, date)).ToArray(),
            question.Calculator.AtEach(question.Dates, deals));

    [Property(MaxTest = 200)]
    public void Stock_IsThatOfTheDataAsTheyWere(PipelineQuestion question, Deal[] deals)
    {
        foreach (Instant date in question.Dates)
        {
            Pipeline then = question.Calculator.Calculate(deals, date), known = question.Calculator.Calculate(AsTheyWere.At(date, deals), date);
            Everything.Equal((known.OpenCount, known.WithoutAmount, known.Amount, known.WeightedAmount, known.Undefined),
                (then.OpenCount, then.WithoutAmount, then.Amount, then.WeightedAmount, then.Undefined));
        }
    }

    [Property]
    public void Groups_AddUpToTheStock(PipelineQuestion question, Deal[] deals)
    {
        KpiTable<string?, Pipeline> groups = question.Calculator.Calculate(((Deals)deals).By(DealDimension.Owner), question.Dates[0]);
        Everything.Equal(question.Calculator.Calculate(deals, question.Dates[0]), groups.Total);
        Assert.All(groups, row => Everything.Equal(
            PipelineOracle.Of(question.Calculator, question.Dates[0], [.. deals.Where(deal => deal.OwnerId == row.Key)]), row.Value));
    }

    protected override DealCalculator<PipelineAccumulator, IReadOnlyList<Pipeline>> Calculator(PipelineQuestion options) =>
        new PipelineCalculator.StocksCalculator(options.Calculator, [.. options.Dates]);

    protected override IReadOnlyList<Pipeline> Oracle(PipelineQuestion options, IReadOnlyList<Deal> deals) =>
        [.. options.Dates.Select(date => PipelineOracle.Of(options.Calculator, date, deals))];

    protected override IReadOnlyList<decimal> Additive(IReadOnlyList<Pipeline> result) =>
    [
        .. result.SelectMany(stock => (decimal[])[stock.OpenCount, stock.WithoutAmount, stock.Ledger.Read, stock.Ledger.Used]),
        .. result.SelectMany(stock => Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.Ledger.Excluded[reason])),
        .. result.SelectMany(stock => Enum.GetValues<LedgerReason>().Select(reason => (decimal)stock.Ledger.Noted[reason])),
    ];

    protected override IEnumerable<PipelineQuestion> ForManyRows() =>
    [
        new() { Calculator = Kpi.Pipeline, Dates = [OddDeals.AsOf] },
        new() { Calculator = Kpi.Pipeline, Dates = [.. Enumerable.Range(-12, 24).Select(month => OddDeals.AsOf + Duration.FromDays(30 * month))] },
    ];
}

using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

public class SalesCycleLaws : AccumulatorLaws<SalesCycleCalculator, SalesCycleAccumulator, SalesCycle>
{
    [Property(MaxTest = 200)]
    public void AsOf_GivesTheFiguresOfTheDataAsTheyWere(SalesCycleCalculator options, Deal[] deals)
    {
        SalesCycle then = (options with { AsOf = OddDeals.AsOf }).Calculate(deals);
        SalesCycle known = (options with { AsOf = null }).Calculate(AsTheyWere.At(OddDeals.AsOf, deals));
        Everything.Equal(known.Duration, then.Duration);
        Everything.Equal(known.Undefined, then.Undefined);
        Everything.Equal(known.Cautions, then.Cautions);
    }

    protected override DealCalculator<SalesCycleAccumulator, SalesCycle> Calculator(SalesCycleCalculator options) => options;

    protected override SalesCycle Oracle(SalesCycleCalculator options, IReadOnlyList<Deal> deals) => SalesCycleOracle.Of(options, deals);

    protected override IReadOnlyList<decimal> Additive(SalesCycle result) =>
    [
        result.Duration.Count, result.Ledger.Read, result.Ledger.Used,
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)result.Ledger.Excluded[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)result.Ledger.Noted[reason]),
    ];

    protected override IEnumerable<SalesCycleCalculator> ForManyRows() =>
    [
        Kpi.SalesCycle,
        Kpi.SalesCycle with { From = CycleStart.DealCreated, Until = CycleEnd.Closed, DayCount = DayCount.LocalDates, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], AsOf = OddDeals.AsOf },
    ];
}

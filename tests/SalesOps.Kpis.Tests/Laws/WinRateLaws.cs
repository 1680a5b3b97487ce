using FsCheck.Xunit;

namespace SalesOps.Kpis.Tests;

public class WinRateLaws : AccumulatorLaws<WinRateCalculator, WinRateAccumulator, WinRate>
{
    [Property(MaxTest = 200)]
    public void AsOf_GivesTheFiguresOfTheDataAsTheyWere(WinRateCalculator options, Deal[] deals)
    {
        // The rate of an open deal is that of the as-of, or of its creation where there is none.
        if (options.Denominator == WinRateDenominator.Engaged)
            options = options with { Conversion = null };
        WinRate then = (options with { AsOf = OddDeals.AsOf }).Calculate(deals);
        WinRate known = (options with { AsOf = null }).Calculate(AsTheyWere.At(OddDeals.AsOf, deals));
        Everything.Equal((known.ByCount, known.WonAmount, known.Lost, known.Disqualified, known.Open, known.Undefined),
            (then.ByCount, then.WonAmount, then.Lost, then.Disqualified, then.Open, then.Undefined));
        Everything.Equal(known.ByAmount, then.ByAmount);
    }

    protected override DealCalculator<WinRateAccumulator, WinRate> Calculator(WinRateCalculator options) => options;

    protected override WinRate Oracle(WinRateCalculator options, IReadOnlyList<Deal> deals) => WinRateOracle.Of(options, deals);

    protected override IReadOnlyList<decimal> Additive(WinRate result) =>
    [
        // A customer may stand in several groups.
        .. result.Definition.CountBy == WinRateCount.Deal ? (decimal[])[result.ByCount.Numerator, result.ByCount.Denominator] : [],
        result.Lost, result.Disqualified, result.Open,
        result.Ledger.Read, result.Ledger.Used, result.AmountLedger.Used,
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)result.Ledger.Excluded[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)result.AmountLedger.Excluded[reason]),
        .. Enum.GetValues<LedgerReason>().Select(reason => (decimal)result.Ledger.Noted[reason]),
    ];

    protected override IEnumerable<WinRateCalculator> ForManyRows() =>
    [
        Kpi.WinRate, Kpi.WinRate with { CountBy = WinRateCount.Customer, AsOf = OddDeals.AsOf, DisqualifiedCountsAsLost = true },
        Kpi.WinRate with { Denominator = WinRateDenominator.Engaged, Kinds = DealKinds.All, LostAmountsMissingLimit = 1 },
    ];
}

namespace SalesOps.Kpis.Tests;

/// <summary>The win rate as its definition says, one question at a time over lists.</summary>
internal static class WinRateOracle
{
    public static WinRate Of(WinRateCalculator options, IReadOnlyList<Deal> deals)
    {
        Deal[] used = [.. deals.Where(deal => ReasonOf(options, deal) is null).Select(deal => deal with { Amount = AmountOf(options, deal) })];
        Deal[] unrated = [.. deals.Where(deal => ReasonOf(options, deal) is null && deal.Amount is not null && AmountOf(options, deal) is null)];
        Deal[] won = [.. used.Where(deal => OutcomeOf(options, deal) == DealOutcome.Won)];
        Deal[] lost = [.. used.Where(deal => OutcomeOf(options, deal) == DealOutcome.Lost)];
        Currency[] currencies = Amounts.Currencies(used);
        Proportion byCount = options.CountBy == WinRateCount.Deal
            ? new(won.Length, used.Length)
            : new(won.Select(deal => deal.CustomerId).Distinct().Count(), used.Select(deal => deal.CustomerId).Distinct().Count());
        return new WinRate
        {
            ByCount = byCount,
            ByAmount = ByAmount(options, used, won, lost, unrated.Count(deal => OutcomeOf(options, deal) == DealOutcome.Lost), currencies),
            WonAmount = Amounts.Sum(won, currencies),
            MeanWonAmount = Amounts.Sum(won, currencies) is { } total
                ? new Money(total.Amount / won.Count(deal => deal.Amount is not null), total.Currency)
                : null,
            Lost = lost.Length,
            Disqualified = deals.Count(deal => deal.Outcome == DealOutcome.Disqualified && ReasonOf(options, deal) is null or LedgerReason.Disqualified
                && OutcomeOf(options, deal) == DealOutcome.Disqualified),
            Open = deals.Count(deal => OutcomeOf(options, deal) == DealOutcome.Open
                && ReasonOf(options, deal) is null or LedgerReason.StillOpen or LedgerReason.ClosedAfterAsOf),
            Currencies = currencies,
            Undefined = byCount.Denominator == 0 ? UndefinedReason.NoClosedDeals : UndefinedReason.None,
            Ledger = Ledgers.Of(deals, deal => ReasonOf(options, deal), deal => Notes(options, deal)),
            AmountLedger = Ledgers.Of(deals, deal => ReasonOf(options, deal)
                ?? (deal.Amount is null ? LedgerReason.AmountMissing : AmountOf(options, deal) is null ? LedgerReason.RateMissing : null), deal => Notes(options, deal)),
            Cautions = byCount.Denominator > 0 && byCount.Denominator < options.SmallSampleLimit
                ? [new Caution { Code = CautionCode.SmallSample, Observed = byCount.Denominator, Limit = options.SmallSampleLimit }]
                : [],
            Definition = options,
        };
    }

    private static LedgerReason? ReasonOf(WinRateCalculator options, Deal deal)
    {
        if (deal.MergedIntoId is not null)
            return LedgerReason.Merged;
        if (!options.Kinds.HasFlag(deal.Kind switch
        {
            DealKind.Expansion => DealKinds.Expansion,
            DealKind.Renewal => DealKinds.Renewal,
            _ => DealKinds.NewBusiness,
        }))
        {
            return LedgerReason.KindLeftOut;
        }

        if (deal.CreatedAt > options.AsOf)
            return LedgerReason.CreatedAfterAsOf;
        bool isEngaged = options.Denominator == WinRateDenominator.Engaged;
        if (OutcomeOf(options, deal) == DealOutcome.Open && !isEngaged)
            return deal.Outcome == DealOutcome.Open ? LedgerReason.StillOpen : LedgerReason.ClosedAfterAsOf;
        if (OutcomeOf(options, deal) == DealOutcome.Disqualified && !isEngaged && !options.DisqualifiedCountsAsLost)
            return LedgerReason.Disqualified;
        return options.CountBy == WinRateCount.Customer && deal.CustomerId is null ? LedgerReason.CustomerMissing : null;
    }

    // What happened after the as-of has not happened.
    private static DealOutcome OutcomeOf(WinRateCalculator options, Deal deal) =>
        deal.ClosedAt > options.AsOf ? DealOutcome.Open : deal.Outcome;

    // Converted at the time of its close; while it is open, at the as-of, without one at its creation.
    private static Money? AmountOf(WinRateCalculator options, Deal deal) => Conversions.Convert(options.Conversion, deal.Amount,
        OutcomeOf(options, deal) != DealOutcome.Open ? deal.ClosedAt : options.AsOf ?? deal.CreatedAt);

    private static IEnumerable<LedgerReason> Notes(WinRateCalculator options, Deal deal) =>
        options.AsOf is not null && deal.Outcome != DealOutcome.Open && deal.ClosedAt is null ? [LedgerReason.CloseDateMissing] : [];

    private static MoneyRatio ByAmount(WinRateCalculator options, Deal[] used, Deal[] won, Deal[] lost, int lostUnrated, Currency[] currencies)
    {
        Money? numerator = Amounts.Sum(won, currencies), denominator = Amounts.Sum(used, currencies);
        UndefinedReason undefined = currencies.Length > 1 ? UndefinedReason.MixedCurrencies
            : won.Length + lost.Length == 0 ? UndefinedReason.NoClosedDeals
            : lost.Count(deal => deal.Amount is null or { Amount: 0 }) - lostUnrated > options.LostAmountsMissingLimit * (lost.Length - lostUnrated)
                ? UndefinedReason.LostAmountsMissing
            : denominator is null ? UndefinedReason.NoAmounts
            : UndefinedReason.None;
        return undefined == UndefinedReason.None
            ? new MoneyRatio(numerator ?? new Money(0, denominator!.Value.Currency), denominator!.Value)
            : MoneyRatio.UndefinedBecause(undefined, numerator, denominator);
    }
}

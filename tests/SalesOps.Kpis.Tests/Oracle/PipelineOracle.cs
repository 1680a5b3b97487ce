namespace SalesOps.Kpis.Tests;

/// <summary>The open deals at an instant as the definition says, over lists.</summary>
internal static class PipelineOracle
{
    public static Pipeline Of(PipelineCalculator options, Instant at, IReadOnlyList<Deal> deals)
    {
        LedgerReason? Reason(Deal deal) => ReasonOf(deal, at);
        LedgerReason? AmountReason(Deal deal) => Reason(deal) ?? AmountGap(options, at, deal);
        Deal[] open = [.. deals.Where(deal => Reason(deal) is null)];
        Deal[] counted = [.. open.Select(deal => deal with { Amount = Conversions.Convert(options.Conversion, deal.Amount, at) })];
        LocalDate today = at.InZone(options.Zone).Date;
        Deal[] overdue = [.. counted.Where(deal => deal.ExpectedCloseOn < today)];
        int withoutAmount = counted.Count(deal => deal.Amount is null), closedSince = open.Count(deal => deal.Outcome != DealOutcome.Open);
        Currency[] currencies = Amounts.Currencies(counted);
        AmountSummary sizes = currencies.Length > 1 ? default : Amounts.Summary([.. counted.Select(deal => deal.Amount).OfType<Money>()], currencies.FirstOrDefault());
        return new Pipeline
        {
            At = at,
            OpenCount = open.Length,
            WithoutAmount = withoutAmount,
            Amount = Amounts.Sum(counted, currencies),
            WeightedAmount = Amounts.WeightedSum(counted, currencies),
            Undefined = currencies.Length > 1 ? UndefinedReason.MixedCurrencies
                : open.Length == 0 ? UndefinedReason.NoOpenDeals
                : withoutAmount == open.Length ? UndefinedReason.NoAmounts : UndefinedReason.None,
            Currencies = currencies,
            DealAmount = sizes,
            Age = SalesCycleOracle.Summary([.. open.Where(deal => deal.CreatedAt is not null).Select(deal => at.ToUnixTimeTicks() - deal.CreatedAt!.Value.ToUnixTimeTicks())]),
            OverdueCount = overdue.Length,
            OverdueAmount = Amounts.Sum(overdue, currencies),
            WithoutExpectedClose = open.Count(deal => deal.ExpectedCloseOn is null),
            Ledger = Ledgers.Of(deals, Reason, deal => Notes(deal).Concat(AmountGap(options, at, deal) is { } gap ? [gap] : [])),
            AmountLedger = Ledgers.Of(deals, AmountReason, Reason, Notes),
            Cautions = [.. Cautions(options, open.Length, withoutAmount, closedSince), .. Concentration(options, sizes)],
            Definition = options,
        };
    }

    /// <summary>What the stock at each of several instants says: sums only.</summary>
    public static Pipeline SumsOf(PipelineCalculator options, Instant at, IReadOnlyList<Deal> deals) => Sums(Of(options, at, deals));

    /// <summary>A snapshot without what the stock at each of several instants doesn't say.</summary>
    public static Pipeline Sums(Pipeline snapshot) => snapshot with
    {
        DealAmount = null, Age = null, OverdueCount = null, OverdueAmount = null, WithoutExpectedClose = null,
        Cautions = [.. snapshot.Cautions.Where(caution => caution.Code != CautionCode.Concentrated)],
        Ledger = WithoutOddCloses(snapshot.Ledger), AmountLedger = WithoutOddCloses(snapshot.AmountLedger),
    };

    private static Ledger WithoutOddCloses(Ledger ledger) => new(ledger.Used, ledger.Excluded,
        new ReasonCounts([.. ledger.Noted.Where(note => note.Reason != LedgerReason.OpenWithCloseDate)]));

    private static LedgerReason? ReasonOf(Deal deal, Instant at)
    {
        if (deal.MergedIntoId is not null)
            return LedgerReason.Merged;
        if (deal.Outcome != DealOutcome.Open && deal.ClosedAt is null)
            return LedgerReason.CloseDateMissing;
        if (deal.CreatedAt > at)
            return LedgerReason.CreatedAfterAsOf;
        return deal.Outcome == DealOutcome.Open || deal.ClosedAt > at ? null : LedgerReason.AlreadyClosed;
    }

    private static LedgerReason? AmountGap(PipelineCalculator options, Instant at, Deal deal) =>
        deal.Amount is null ? LedgerReason.AmountMissing
        : Conversions.Convert(options.Conversion, deal.Amount, at) is null ? LedgerReason.RateMissing
        : null;

    private static IEnumerable<LedgerReason> Notes(Deal deal)
    {
        if (deal.CreatedAt is null)
            yield return LedgerReason.CreationUnknown;
        if (deal.Probability is null)
            yield return LedgerReason.ProbabilityMissing;
        if (deal.Outcome != DealOutcome.Open)
            yield return LedgerReason.AsOfUsesToday;
        else if (deal.ClosedAt is not null)
            yield return LedgerReason.OpenWithCloseDate;
    }

    private static IEnumerable<Caution> Cautions(PipelineCalculator options, int open, int withoutAmount, int closedSince)
    {
        if (closedSince > 0)
            yield return new Caution { Code = CautionCode.AsOfUsesToday, Observed = closedSince };
        if (withoutAmount > options.AmountsMissingLimit * open)
            yield return new Caution { Code = CautionCode.AmountsMissing, Observed = (double)withoutAmount / open, Limit = options.AmountsMissingLimit };
    }

    private static IEnumerable<Caution> Concentration(PipelineCalculator options, AmountSummary sizes)
    {
        if (sizes.Total is { Amount: > 0 } total && (double)(sizes.Max!.Value.Amount / total.Amount) is var share && share > options.ConcentratedLimit)
            yield return new Caution { Code = CautionCode.Concentrated, Observed = share, Limit = options.ConcentratedLimit };
    }
}

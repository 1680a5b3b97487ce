namespace SalesOps.Kpis.Tests;

/// <summary>The open deals at an instant as the definition says, over lists.</summary>
internal static class PipelineOracle
{
    public static Pipeline Of(PipelineCalculator options, Instant at, IReadOnlyList<Deal> deals)
    {
        LedgerReason? Reason(Deal deal) => ReasonOf(deal, at);
        Deal[] open = [.. deals.Where(deal => Reason(deal) is null)];
        int withoutAmount = open.Count(deal => deal.Amount is null), closedSince = open.Count(deal => deal.Outcome != DealOutcome.Open);
        Currency[] currencies = Amounts.Currencies(open);
        return new Pipeline
        {
            At = at,
            OpenCount = open.Length,
            WithoutAmount = withoutAmount,
            Amount = Amounts.Sum(open, currencies),
            WeightedAmount = Amounts.WeightedSum(open, currencies),
            Undefined = currencies.Length > 1 ? UndefinedReason.MixedCurrencies
                : open.Length == 0 ? UndefinedReason.NoOpenDeals
                : withoutAmount == open.Length ? UndefinedReason.NoAmounts : UndefinedReason.None,
            Ledger = Ledgers.Of(deals, Reason, Notes),
            Cautions = [.. Cautions(options, open.Length, withoutAmount, closedSince)],
            Definition = options,
        };
    }

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

    private static IEnumerable<LedgerReason> Notes(Deal deal)
    {
        if (deal.CreatedAt is null)
            yield return LedgerReason.CreationUnknown;
        if (deal.Amount is null)
            yield return LedgerReason.AmountMissing;
        if (deal.Probability is null)
            yield return LedgerReason.ProbabilityMissing;
        if (deal.Outcome != DealOutcome.Open)
            yield return LedgerReason.AsOfUsesToday;
    }

    private static IEnumerable<Caution> Cautions(PipelineCalculator options, int open, int withoutAmount, int closedSince)
    {
        if (closedSince > 0)
            yield return new Caution { Code = CautionCode.AsOfUsesToday, Observed = closedSince };
        if (withoutAmount > options.AmountsMissingLimit * open)
            yield return new Caution { Code = CautionCode.AmountsMissing, Observed = (double)withoutAmount / open, Limit = options.AmountsMissingLimit };
    }
}

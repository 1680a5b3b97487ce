namespace SalesOps.Kpis.Tests;

/// <summary>Ledgers counted row by row.</summary>
internal static class Ledgers
{
    public static Ledger Of(IReadOnlyList<Deal> deals, Func<Deal, LedgerReason?> reason, Func<Deal, IEnumerable<LedgerReason>> notes) => new(
        deals.Count(deal => reason(deal) is null),
        Counts(deals.Select(reason).OfType<LedgerReason>()),
        Counts(deals.Where(deal => reason(deal) is null).SelectMany(notes)));

    private static ReasonCounts Counts(IEnumerable<LedgerReason> reasons) =>
        new([.. reasons.GroupBy(reason => reason).Select(group => new ReasonCount(group.Key, group.Count()))]);
}

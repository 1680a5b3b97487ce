namespace SalesOps.Kpis.Tests;

/// <summary>Ledgers counted row by row.</summary>
internal static class Ledgers
{
    public static Ledger Of<T>(IReadOnlyList<T> rows, Func<T, LedgerReason?> reason, Func<T, IEnumerable<LedgerReason>> notes) =>
        Of(rows, reason, reason, notes);

    /// <summary>A ledger whose notes are those of other rows than the used ones.</summary>
    public static Ledger Of<T>(
        IReadOnlyList<T> rows, Func<T, LedgerReason?> reason, Func<T, LedgerReason?> reasonNotToNote, Func<T, IEnumerable<LedgerReason>> notes) => new(
        rows.Count(row => reason(row) is null),
        Counts(rows.Select(reason).OfType<LedgerReason>()),
        Counts(rows.Where(row => reasonNotToNote(row) is null).SelectMany(notes)));

    private static ReasonCounts Counts(IEnumerable<LedgerReason> reasons) =>
        new([.. reasons.GroupBy(reason => reason).Select(group => new ReasonCount(group.Key, group.Count()))]);
}

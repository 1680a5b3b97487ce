using System.Globalization;

namespace SalesOps.Kpis.Import;

/// <summary>What became of the rows of a file. Every row is accounted for.</summary>
public sealed class ImportReport
{
    private readonly int[] _rejected;
    private readonly int[] _notes;

    internal ImportReport(int[] rejected, int[] notes) => (_rejected, _notes) = (rejected, notes);

    /// <summary>The rows of data, the header and blank rows not counted: <see cref="RowsKept"/> + <see cref="RowsRejected"/>.</summary>
    public int RowsRead => RowsKept + RowsRejected;

    /// <summary>The rows that became records.</summary>
    public required int RowsKept { get; init; }

    /// <summary>The rows that did not.</summary>
    public int RowsRejected => _rejected.Sum();

    /// <summary>Lines that are blank or hold separators only.</summary>
    public required int BlankRows { get; init; }

    /// <summary>Rows that repeat the header.</summary>
    public required int RepeatedHeaders { get; init; }

    /// <summary>All faults, in file order; a row can have several.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }

    /// <summary>How many ids the kept rows have.</summary>
    public required int DistinctIds { get; init; }

    /// <summary>How many ids occur in more than one kept row. No row is dropped for it.</summary>
    public required int RepeatedIds { get; init; }

    /// <summary>How many kept rows bear an id that occurs in more than one.</summary>
    public required int RowsWithRepeatedIds { get; init; }

    /// <summary>How many kept rows have an amount, by currency.</summary>
    public required IReadOnlyDictionary<Currency, int> Currencies { get; init; }

    /// <summary>
    /// The latest time in the kept rows at which something has happened (close dates of open deals and expected ones are left
    /// out): up to when the file tells. Null without dates.
    /// </summary>
    public required Instant? LatestEventAt { get; init; }

    /// <summary>The named columns of the file that the map doesn't use.</summary>
    public required IReadOnlyList<string> UnusedColumns { get; init; }

    /// <summary>How many rows were rejected for a reason; a row with several faults counts at its first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> isn't one.</exception>
    public int Rejected(FaultReason reason) => Enum.IsDefined(reason)
        ? _rejected[(int)reason]
        : throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason.");

    /// <summary>How many kept rows something was done to.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="note"/> isn't one.</exception>
    public int Noted(ImportNote note) => Enum.IsDefined(note)
        ? _notes[(int)note]
        : throw new ArgumentOutOfRangeException(nameof(note), note, "No such note.");

    /// <summary>Such as <c>8,800 rows read: 8,798 kept, 2 rejected (BadDate 2); noted: CloseDateOfOpenDeal 12</c>.</summary>
    public override string ToString()
    {
        string rejected = Counts(Enum.GetValues<FaultReason>(), Rejected);
        string noted = Counts(Enum.GetValues<ImportNote>(), Noted);
        return string.Create(CultureInfo.InvariantCulture, $"{RowsRead:N0} rows read: {RowsKept:N0} kept, {RowsRejected:N0} rejected")
            + (rejected.Length == 0 ? "" : $" ({rejected})")
            + (noted.Length == 0 ? "" : $"; noted: {noted}");
    }

    private static string Counts<T>(T[] keys, Func<T, int> count) => string.Join(
        ", ",
        keys.Where(k => count(k) > 0).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k} {count(k):N0}")));
}

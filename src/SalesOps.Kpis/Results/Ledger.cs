using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>
/// What became of the rows of one figure: every row read was either used or left out, under exactly one reason, the first
/// that applies in the order that the calculator documents. Rows used in spite of a gap are noted beside it.
/// </summary>
public sealed record Ledger
{
    /// <summary>A ledger of counts.</summary>
    /// <param name="used">The rows that the figure is made of.</param>
    /// <param name="excluded">The rows that were left out, each under one reason.</param>
    /// <param name="noted">Those of the used rows that had a gap.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="used"/> is negative.</exception>
    public Ledger(long used, ReasonCounts excluded, ReasonCounts noted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        ArgumentNullException.ThrowIfNull(excluded);
        ArgumentNullException.ThrowIfNull(noted);
        (Used, Excluded, Noted) = (used, excluded, noted);
    }

    /// <summary>The rows that were read: used and left out together.</summary>
    public long Read => Used + Excluded.Total;

    /// <summary>The rows that the figure is made of.</summary>
    public long Used { get; }

    /// <summary>The rows that were left out, by reason.</summary>
    public ReasonCounts Excluded { get; }

    /// <summary>The rows that were used in spite of a gap; a row may stand under several reasons.</summary>
    public ReasonCounts Noted { get; }

    /// <summary>Used, left out and noted rows.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Used:#,0} of {Read:#,0} rows used")
        + (Excluded.Count == 0 ? "" : $"; left out: {Excluded}") + (Noted.Count == 0 ? "" : $"; noted: {Noted}");
}

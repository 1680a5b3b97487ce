namespace SalesOps.Kpis.Import;

/// <summary>How a CSV file writes its texts, dates and numbers.</summary>
/// <remarks>
/// The first line that isn't blank is the header. Outer white space, no-break spaces included, is no part of a field;
/// texts are otherwise kept as they are. Fields may stand in double quotes, which are doubled inside.
/// </remarks>
public sealed record CsvFormat
{
    /// <summary>
    /// The separator of fields. Null, the default, takes the comma, semicolon or tab that the header line holds most of.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// The encoding's name, such as <c>utf-8</c> (the default), <c>utf-16</c>, <c>windows-1252</c> or <c>macintosh</c>. A
    /// byte-order mark in the file wins.
    /// </summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>
    /// Whether quotes around a field are no part of it, and separators and line breaks between them are. By default yes.
    /// </summary>
    public bool HasQuotedFields { get; init; } = true;

    /// <summary>
    /// The patterns of dates, in the notation of NodaTime and the invariant culture, tried in turn. Needed where a map has dates.
    /// </summary>
    /// <remarks>
    /// A pattern without a time, such as <c>uuuu-MM-dd</c>, is the start of that day in <see cref="Zone"/> (where the zone
    /// skips midnight or the whole day, the end of the gap). A pattern with a time, such as <c>M/d/uuuu H:mm</c>, is a local
    /// time in <see cref="Zone"/> (the earlier of two; moved on by the gap where the zone skips it). A pattern with an offset,
    /// <c>o&lt;...&gt;</c>, or with <c>'Z'</c>, <c>' UTC'</c> or <c>' GMT'</c> is a point in time.
    /// </remarks>
    public IReadOnlyList<string> DatePatterns { get; init; } = [];

    /// <summary>The zone of local dates and times, and the one in which a day is told. Needed where a map has dates.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>
    /// Whether the comma is the decimal separator and the point groups digits. By default the other way round. Spaces and
    /// apostrophes group digits in either case, and groups must be complete: <c>1,25</c> is never read as 125.
    /// </summary>
    public bool DecimalComma { get; init; }

    /// <summary>Words that mean "absent", such as <c>NULL</c>, compared without case. A blank field is always absent.</summary>
    public IReadOnlyList<string> MissingWords { get; init; } = [];

    /// <summary>Amounts that mean "absent", such as -1. By default none.</summary>
    public IReadOnlyList<decimal> MissingAmounts { get; init; } = [];

    /// <summary>What becomes of a row whose value can't be read. By default it is rejected.</summary>
    public BadValuePolicy BadValues { get; init; }

    internal System.Text.Encoding GetEncoding()
    {
        try
        {
            return System.Text.CodePagesEncodingProvider.Instance.GetEncoding(Encoding) ?? System.Text.Encoding.GetEncoding(Encoding);
        }
        catch (ArgumentException e)
        {
            throw Mistake.InFormat($"There is no encoding '{Encoding}'.", e);
        }
    }
}

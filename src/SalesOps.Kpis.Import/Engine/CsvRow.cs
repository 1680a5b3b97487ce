using nietras.SeparatedValues;

namespace SalesOps.Kpis.Import;

/// <summary>One row of a file; valid until the reader moves on.</summary>
internal readonly ref struct CsvRow(SepReader.Row row, CsvReader reader)
{
    private readonly SepReader.Row _row = row;

    public Tally Tally => reader.Tally;

    public int FieldCount => _row.ColCount;

    public ReadOnlySpan<char> Span => _row.Span;

    public int Line => _row.LineNumberFrom;

    // Only a row whose quote is open at the end of the file ends with a line break, after which there is no line.
    public int LineCount => _row.LineNumberToExcl - _row.LineNumberFrom - (_row.Span is [.., '\r' or '\n'] ? 1 : 0);

    /// <summary>The text of a field without its quotes and outer white space; valid until the next field is read.</summary>
    public ReadOnlySpan<char> this[int index] => reader.Unquote(_row[index].Span);

    public ReadOnlySpan<char> Raw(int index) => _row[index].Span;
}

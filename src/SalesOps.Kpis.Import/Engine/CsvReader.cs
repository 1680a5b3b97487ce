using nietras.SeparatedValues;

namespace SalesOps.Kpis.Import;

/// <summary>Goes through the data rows of a file; counts those that hold no data, and reports those that are malformed.</summary>
internal sealed class CsvReader : IDisposable
{
    private readonly SepReader _reader;
    private readonly char _separator;
    private readonly bool _hasQuotes;
    private readonly int _namedFields;      // fields up to the last named one
    private char[] _unquoted = new char[256];

    public CsvReader(TextReader text, CsvFormat format)
    {
        _hasQuotes = format.HasQuotedFields;
        TextReader source = text;
        if (format.Separator is { } separator)
            _separator = separator;
        else
            source = HeadReader.DetectSeparator(text, out _separator);
        _reader = NewSep(_separator).Reader(o => o with
        {
            HasHeader = false, DisableColCountCheck = true, DisableQuotesParsing = !_hasQuotes, Unescape = false,
        }).From(source);
        Header = ReadHeader();
        _namedFields = Header.FindLastIndex(name => name.Length > 0) + 1;
    }

    /// <summary>The names of the columns; empty where a column has none.</summary>
    public List<string> Header { get; }

    public Tally Tally { get; } = new();

    public CsvRow Current => new(_reader.Current, this);

    /// <summary>Moves to the next row of data that has the header's fields.</summary>
    /// <exception cref="InvalidDataException">A row is longer than the parser can hold.</exception>
    public bool MoveNext()
    {
        while (MoveNextRow())
        {
            CsvRow row = Current;
            if (IsBlank(row))
                Tally.BlankRows++;
            else if (IsHeader(row))
                Tally.RepeatedHeaders++;
            else
            {
                Tally.StartRow(row);
                if (Malformation(row) is not { } reason)
                    return true;
                Tally.Fault(null, row.Span.Length, reason, rejects: true);
                Tally.EndRow();
            }
        }
        return false;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The text of a field without its quotes and outer white space; valid until the next call.</summary>
    public ReadOnlySpan<char> Unquote(ReadOnlySpan<char> field)
    {
        field = field.Trim();
        if (!_hasQuotes || field is not ['"', .. var inner, '"'])
            return field;
        if (!inner.Contains('"'))
            return inner.Trim();
        if (_unquoted.Length < inner.Length)
            _unquoted = new char[inner.Length];
        int length = 0;
        for (int i = 0; i < inner.Length; i++)
        {
            _unquoted[length++] = inner[i];
            if (inner[i] == '"')
                i++;                        // of a doubled quote
        }
        return _unquoted.AsSpan(0, length).Trim();
    }

    private static Sep NewSep(char separator)
    {
        try
        {
            return new Sep(separator);
        }
        catch (ArgumentException e)
        {
            throw Mistake.InFormat($"The character U+{(int)separator:X4} can't separate fields.", e);
        }
    }

    private List<string> ReadHeader()
    {
        while (MoveNextRow())
        {
            CsvRow row = Current;
            if (IsBlank(row))
            {
                Tally.BlankRows++;
                continue;
            }
            var names = new List<string>(row.FieldCount);
            for (int i = 0; i < row.FieldCount; i++)
                names.Add(row[i].Trim('\uFEFF').ToString());
            return names;
        }
        throw new InvalidDataException("The file has no header line.");
    }

    private bool MoveNextRow()
    {
        int line = 1 + Math.Max(0, Tally.LastLine);
        try
        {
            return _reader.MoveNext();
        }
        catch (NotSupportedException e)
        {
            // The parser's limit for one row; an open quote swallows the rest of the file.
            throw new InvalidDataException($"The row that starts after line {line - 1} is too long to read; a quote may not be closed.", e);
        }
    }

    private static bool IsBlank(CsvRow row)
    {
        if (row.Span.IsWhiteSpace())
            return true;
        for (int i = 0; i < row.FieldCount; i++)
        {
            if (!row.Raw(i).IsWhiteSpace())
                return false;
        }
        return true;
    }

    private bool IsHeader(CsvRow row)
    {
        if (row.FieldCount != Header.Count)
            return false;
        for (int i = 0; i < Header.Count; i++)
        {
            if (!row[i].SequenceEqual(Header[i]))
                return false;
        }
        return true;
    }

    private FaultReason? Malformation(CsvRow row)
    {
        if (_hasQuotes && row.Span.Contains('"') && HasMalformedQuotes(row))
            return FaultReason.MalformedQuotes;
        if (row.FieldCount < _namedFields)
            return FaultReason.TooFewFields;
        for (int i = Header.Count; i < row.FieldCount; i++)
        {
            if (!row.Raw(i).IsWhiteSpace())
                return FaultReason.TooManyFields;
        }
        if (row.FieldCount > Header.Count)
            Tally.Note(ImportNote.BlankExtraFields);
        return null;
    }

    // The parser toggles at every quote, so that a stray one joins fields or rows, which may even have the right number of fields.
    private bool HasMalformedQuotes(CsvRow row)
    {
        for (int i = 0; i < row.FieldCount; i++)
        {
            ReadOnlySpan<char> field = row.Raw(i).Trim();
            if (field is ['"', ..] ? !IsQuoted(field) : field.Contains('"') && field.IndexOfAny(_separator, '\r', '\n') >= 0)
                return true;
        }
        return row.Span.Count('"') % 2 != 0;
    }

    private static bool IsQuoted(ReadOnlySpan<char> field)
    {
        if (field is not ['"', .. var inner, '"'])
            return false;
        for (int i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '"' && (++i == inner.Length || inner[i] != '"'))
                return false;
        }
        return true;
    }
}

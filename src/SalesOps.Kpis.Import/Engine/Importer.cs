namespace SalesOps.Kpis.Import;

/// <summary>Reads a file row by row; the same for every kind of record.</summary>
internal static class Importer
{
    public static Imported<T> Read<T>(string path, CsvFormat format, Func<Binder, RowParser<T>> parser)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(format);
        using var text = new StreamReader(path, format.GetEncoding(), detectEncodingFromByteOrderMarks: true);
        return Read(text, format, parser);
    }

    public static Imported<T> Read<T>(Stream stream, CsvFormat format, Func<Binder, RowParser<T>> parser)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        using var text = new StreamReader(stream, format.GetEncoding(), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return Read(text, format, parser);
    }

    public static Imported<T> Read<T>(TextReader text, CsvFormat format, Func<Binder, RowParser<T>> parser)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(format);
        using var reader = new CsvReader(text, format);
        var binder = new Binder(reader.Header, format);
        RowParser<T> rows = parser(binder);
        var records = new List<T>();
        while (reader.MoveNext())
        {
            T record = rows.Parse(reader.Current);
            if (!reader.Tally.EndRow())
                continue;
            rows.Describe(record, reader.Tally);
            records.Add(record);
        }
        return new(records, reader.Tally.ToReport(binder.UnusedColumns));
    }
}

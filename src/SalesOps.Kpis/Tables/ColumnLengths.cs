namespace SalesOps.Kpis.Tables;

/// <summary>Takes over a caller's columns, which must all be as long as the ids.</summary>
internal readonly struct ColumnLengths(int rows, string first)
{
    public int Rows => rows;

    public void Check(string column, int length)
    {
        if (length != rows)
            throw new ArgumentException($"The column {column} has {length} rows, {first} has {rows}.", column);
    }

    public T[]? Copy<T>(string column, T[]? values)
    {
        if (values is null)
            return null;
        Check(column, values.Length);
        return [.. values];
    }

    public T[] CopyOrEmpty<T>(string column, T[]? values) => Copy(column, values) ?? new T[rows];

    public EncodedColumn? Encode(string column, TextColumn? texts)
    {
        if (texts is null)
            return null;
        Check(column, texts.Count);
        return texts.Encode();
    }

    public string?[]? Texts(string column, TextColumn? texts)
    {
        if (texts is null)
            return null;
        Check(column, texts.Count);
        return [.. Enumerable.Range(0, texts.Count).Select(row => texts[row])];
    }
}

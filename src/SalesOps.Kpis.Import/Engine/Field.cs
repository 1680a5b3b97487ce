namespace SalesOps.Kpis.Import;

/// <summary>One member of a record: its column and how its text is read, or its constant.</summary>
internal sealed class Field<T>(
    FieldPlace place, T? constant, TextParser<T>? parser, HashSet<string> missing, bool isRequired, bool leavesEmpty)
    where T : struct
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _missing = missing.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsConstant => place.IsNone;

    /// <summary>The value; null where it is absent or could not be read, which is then reported.</summary>
    public T? Read(CsvRow row)
    {
        if (place.IsNone)
            return constant;
        ReadOnlySpan<char> text = place.Text(row);
        if (_missing.Contains(text) && !parser!.Knows(text))
        {
            if (isRequired)
                Fault(row, FaultReason.MissingValue);
            return null;
        }
        if (parser!.Parse(text, row.Tally, out T value) is not { } reason)
            return value;
        Fault(row, reason);
        return null;
    }

    public void Fault(CsvRow row, FaultReason reason) => place.Fault(row, reason, rejects: isRequired || !leavesEmpty);
}

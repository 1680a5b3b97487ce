namespace SalesOps.Kpis.Import;

/// <summary>A text member of a record. Equal labels share one string, unless they are ids that hardly recur.</summary>
internal sealed class TextField(FieldPlace place, string? constant, HashSet<string> missing, bool isRequired, bool isPooled)
{
    private const int MostPooled = 1 << 16;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _missing = missing.GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pool =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string? Read(CsvRow row)
    {
        if (place.IsNone)
            return constant;
        ReadOnlySpan<char> text = place.Text(row);
        if (_missing.Contains(text))
        {
            if (isRequired)
                place.Fault(row, FaultReason.MissingValue, rejects: true);
            return null;
        }
        return isPooled ? Pooled(text) : text.ToString();
    }

    private string Pooled(ReadOnlySpan<char> text)
    {
        if (_pool.TryGetValue(text, out string? known))
            return known;
        string label = text.ToString();
        if (_pool.Set.Count < MostPooled)
            _pool.Set.Add(label);
        return label;
    }
}

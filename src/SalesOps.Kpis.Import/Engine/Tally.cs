namespace SalesOps.Kpis.Import;

/// <summary>Counts what becomes of rows. What is noted of a row counts once the row is kept.</summary>
internal sealed class Tally
{
    private readonly int[] _rejected = new int[Enum.GetValues<FaultReason>().Length];
    private readonly int[] _notes = new int[Enum.GetValues<ImportNote>().Length];
    private readonly List<ImportFault> _faults = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeatedIds = new(StringComparer.Ordinal);
    private readonly Dictionary<Currency, int> _currencies = [];
    private int _rowsKept;
    private int _rowsWithId;
    private Instant? _latest;

    private int _line;
    private int _lineCount;
    private int _firstFault;                // of the row, in _faults
    private FaultReason? _rejectedFor;
    private uint _rowNotes;                 // a bit per note

    public int FaultCount => _faults.Count;

    public int BlankRows { get; set; }

    public int RepeatedHeaders { get; set; }

    public int LastLine => _line + _lineCount - 1;

    public void StartRow(CsvRow row)
    {
        (_line, _lineCount) = (row.Line, row.LineCount);
        _firstFault = _faults.Count;
        _rejectedFor = null;
        _rowNotes = 0;
        if (row.Span.Contains('\uFFFD'))
            Note(ImportNote.UnreadableCharacters);
    }

    public void Fault(string? column, int length, FaultReason reason, bool rejects)
    {
        _faults.Add(new() { Line = _line, LineCount = _lineCount, Column = column, Length = length, Reason = reason });
        if (rejects)
            _rejectedFor ??= reason;
        else
            Note(ImportNote.ValueLeftEmpty);
    }

    public void Note(ImportNote note) => _rowNotes |= 1u << (int)note;

    /// <summary>Counts the row; tells whether it is kept.</summary>
    public bool EndRow()
    {
        if (_rejectedFor is { } reason)
        {
            _rejected[(int)reason]++;
            return false;
        }
        for (int i = _firstFault; i < _faults.Count; i++)
            _faults[i] = _faults[i] with { IsRowKept = true };
        for (int note = 0; note < _notes.Length; note++)
            _notes[note] += (int)(_rowNotes >> note & 1);
        _rowsKept++;
        return true;
    }

    // The following are told of kept rows only.

    public void Identify(string? id)
    {
        if (id is null)
            return;
        _rowsWithId++;
        if (!_ids.Add(id))
            _repeatedIds.Add(id);
    }

    public void Happened(Instant? at)
    {
        if (at > (_latest ?? Instant.MinValue))
            _latest = at;
    }

    public void Paid(Currency? currency)
    {
        if (currency is { } c)
            _currencies[c] = _currencies.GetValueOrDefault(c) + 1;
    }

    public ImportReport ToReport(IReadOnlyList<string> unusedColumns) => new(_rejected, _notes)
    {
        RowsKept = _rowsKept,
        BlankRows = BlankRows,
        RepeatedHeaders = RepeatedHeaders,
        Faults = _faults,
        DistinctIds = _ids.Count,
        RepeatedIds = _repeatedIds.Count,
        RowsWithRepeatedIds = _rowsWithId - _ids.Count + _repeatedIds.Count,
        Currencies = _currencies,
        LatestEventAt = _latest,
        UnusedColumns = unusedColumns,
    };
}

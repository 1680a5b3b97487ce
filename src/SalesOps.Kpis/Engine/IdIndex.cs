using System.Runtime.InteropServices;

namespace SalesOps.Kpis;

/// <summary>Finds the row of an id. Where an id repeats, one of its rows stands for it.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<int, int> _standIns = [];       // only of rows that another one stands for

    private IdIndex(Dictionary<string, int> rows) => _rows = rows;

    /// <summary>The ids that stand on several rows.</summary>
    public IReadOnlyCollection<string> RepeatedIds { get; private set; } = [];

    /// <summary>The rows that another one stands for.</summary>
    public IReadOnlyCollection<int> Repeats => _standIns.Keys;

    /// <summary>How many repeats bring nothing new: an equal row is there.</summary>
    public int ExactRepeats { get; private set; }

    public static IdIndex Of<TFacts, TRecord, TIdReader>(RowSource<TFacts> source, Selection? selection, ContentOrder<TRecord> order)
        where TRecord : struct, TFacts, IRecordOf<TFacts, TRecord>
        where TIdReader : struct, IReader<TFacts, KeyText>
    {
        var firsts = new Dictionary<string, int>(source.Count);
        var later = new List<int>();
        selection ??= new EveryRow();
        var ids = new KeyText[Driver.ChunkRows];
        var rows = new int[Driver.ChunkRows];
        for (int start = 0; start < source.Count; start += ids.Length)
        {
            Span<KeyText> chunk = ids.AsSpan(0, Math.Min(ids.Length, source.Count - start));
            source.Read<TIdReader, KeyText>(start, chunk);
            foreach (int row in rows.AsSpan(0, selection.Select(start, chunk.Length, rows)))
            {
                if (chunk[row - start].Value is not { } id)
                    continue;
                ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(firsts, id, out bool isRepeat);
                if (isRepeat)
                    later.Add(row);
                else
                    first = row;
            }
        }

        var index = new IdIndex(firsts);
        if (later.Count > 0)
            index.ChooseAmong<TFacts, TRecord, TIdReader>(source, later, order);
        return index;
    }

    /// <summary>The row of an id, or -1.</summary>
    public int RowOf(string? id) => id is not null && _rows.TryGetValue(id, out int row) ? row : -1;

    /// <summary>The row that stands for the id of a row: nearly always the row itself.</summary>
    public int StandInFor(int row) => _standIns.Count > 0 && _standIns.TryGetValue(row, out int other) ? other : row;

    private void ChooseAmong<TFacts, TRecord, TIdReader>(RowSource<TFacts> source, List<int> later, ContentOrder<TRecord> order)
        where TRecord : struct, TFacts, IRecordOf<TFacts, TRecord>
        where TIdReader : struct, IReader<TFacts, KeyText>
    {
        var chosen = new Dictionary<string, TRecord>();
        var contents = new HashSet<TRecord>();
        var repeated = new List<int>(later);
        foreach (int row in later)
        {
            string id = Read<TIdReader, KeyText>(row).Value!;
            if (!chosen.ContainsKey(id))
            {
                chosen[id] = Record(_rows[id]);
                contents.Add(chosen[id]);
                repeated.Add(_rows[id]);
            }

            TRecord record = Record(row);
            if (!contents.Add(record))
            {
                ExactRepeats++;
            }
            else if (order.Compare(record, chosen[id]) < 0)
            {
                (_rows[id], chosen[id]) = (row, record);
            }
        }

        foreach (int row in repeated)
        {
            int standIn = _rows[Read<TIdReader, KeyText>(row).Value!];
            if (standIn != row)
                _standIns.Add(row, standIn);
        }

        RepeatedIds = chosen.Keys;

        TRecord Record(int row) => Read<RecordReader<TFacts, TRecord>, TRecord>(row);

        T Read<TReader, T>(int row) where TReader : struct, IReader<TFacts, T>
        {
            var value = new T[1];
            source.Read<TReader, T>(row, value);
            return value[0];
        }
    }
}

namespace SalesOps.Kpis;

/// <summary>The row that each row was merged into in the end, however many steps it takes.</summary>
internal sealed class Merges
{
    private const int Open = -1, OnPath = -2;

    private readonly KeyText[] _ids;
    private readonly int[]? _survivors;                     // null: nothing was merged

    public Merges(KeyText[] ids, KeyText[] mergedInto, IdIndex index)
    {
        _ids = ids;
        if (!Array.Exists(mergedInto, id => id.Value is not null))
            return;
        _survivors = new int[ids.Length];
        for (int row = 0; row < ids.Length; row++)
            _survivors[row] = FirstStep(row) < 0 ? row : Open;
        var path = new List<int>();
        for (int row = 0; row < ids.Length; row++)
            Follow(row, path, FirstStep);
        for (int row = 0; row < ids.Length; row++)
        {
            Merged += _survivors[row] == row ? 0 : 1;
            UnknownSurvivors += mergedInto[row].Value is not null && FirstStep(row) < 0 ? 1 : 0;
        }

        int FirstStep(int row) => index.RowOf(mergedInto[row].Value);
    }

    public long Merged { get; }

    public long UnknownSurvivors { get; }

    public long Cycles { get; private set; }

    public bool IsMerged(int row) => _survivors is not null && _survivors[row] != row;

    public int SurvivorOf(int row) => _survivors is null ? row : _survivors[row];

    private void Follow(int row, List<int> path, Func<int, int> next)
    {
        int[] survivors = _survivors!;
        path.Clear();
        for (; survivors[row] == Open; row = next(row))
        {
            survivors[row] = OnPath;
            path.Add(row);
        }

        int survivor = survivors[row] == OnPath ? LeastOfCycle(path, path.IndexOf(row)) : survivors[row];
        foreach (int passed in path)
            survivors[passed] = survivor;
    }

    // Of rows merged into one another one must stay; its least id is the same in any order of the rows.
    private int LeastOfCycle(List<int> path, int start)
    {
        Cycles++;
        return path.Skip(start).MinBy(row => _ids[row].Value, StringComparer.Ordinal);
    }
}

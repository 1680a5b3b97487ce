namespace SalesOps.Kpis;

/// <summary>Rows grouped by a key. The group of every row is worked out once and serves any number of calculators.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TKey">The keys.</typeparam>
public sealed class RowsBy<TFacts, TKey>
{
    private readonly Grouping<TKey> _grouping;
    private readonly Lazy<int[]> _order;

    internal RowsBy(Rows<TFacts> rows, Dimension<TFacts, TKey> dimension) : this(rows, dimension.Name, dimension.Assign(rows.Source))
    {
    }

    private RowsBy(Rows<TFacts> rows, string keyName, Grouping<TKey> grouping)
    {
        (Rows, KeyName, _grouping) = (rows, keyName, grouping);
        _order = new(Order);
    }

    internal Rows<TFacts> Rows { get; }

    internal string KeyName { get; }

    internal SlotMap Slots => _grouping.Slots;

    /// <summary>The slots of the keys that occur, in the order of the keys.</summary>
    internal int[] SlotOrder => _order.Value;

    internal TKey Key(int slot) => _grouping.Keys[slot];

    /// <summary>Puts the rows of each group into the periods of a grid by one of their dates.</summary>
    public RowsByPer<TFacts, TKey> Per(PeriodGrid grid, DateField<TFacts> date)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(date);
        return new(this, grid, date);
    }

    /// <summary>The same groups of a narrower or wider view over the same source.</summary>
    internal RowsBy<TFacts, TKey> Over(Rows<TFacts> rows) => new(rows, KeyName, _grouping);

    private int[] Order()
    {
        IEnumerable<int> slots = Enumerable.Range(0, _grouping.Keys.Length);
        if (Rows.Narrowing.Selection is not null || !_grouping.AllOccur)
        {
            bool[] occurs = Occurring();
            slots = slots.Where(slot => occurs[slot]);
        }

        return [.. slots.OrderBy(slot => _grouping.Keys[slot], _grouping.Order)];
    }

    private bool[] Occurring()
    {
        var occurs = new bool[Slots.Count];
        int[] codes = new int[Driver.ChunkRows], rows = new int[Driver.ChunkRows];
        for (int start = 0; start < Rows.Count; start += Driver.ChunkRows)
        {
            int length = Math.Min(Driver.ChunkRows, Rows.Count - start);
            ReadOnlySpan<int> slots = Slots.Read(start, codes.AsSpan(0, length));
            if (Rows.Narrowing.Selection is not { } selection)
            {
                foreach (int slot in slots)
                    occurs[slot] = true;
                continue;
            }

            foreach (int row in rows.AsSpan(0, selection.Select(start, length, rows)))
                occurs[slots[row - start]] = true;
        }

        return occurs;
    }
}

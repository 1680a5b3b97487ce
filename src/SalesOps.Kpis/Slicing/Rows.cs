namespace SalesOps.Kpis;

/// <summary>A view over rows of one kind: it copies nothing, and every way of narrowing it gives another view.</summary>
/// <remarks>The rows must not change while a view of them is in use; a changed number of rows throws.</remarks>
/// <typeparam name="TFacts">The row interface.</typeparam>
public abstract class Rows<TFacts>
{
    private protected Rows(RowSource<TFacts> source, Narrowing<TFacts> narrowing) =>
        (Source, Narrowing, Count) = (source, narrowing, source.Count);

    internal RowSource<TFacts> Source { get; }

    internal Narrowing<TFacts> Narrowing { get; }

    internal int Count { get; }

    internal Plan Plan(SlotMap? slots) => new(Count, Narrowing.Selection, slots, Narrowing.Threads);

    /// <summary>Groups by a dimension. The group of every row is worked out once and serves any number of calculators.</summary>
    /// <remarks>Over records this keeps 4 bytes a row for as long as the slice lives; a table has its codes already.</remarks>
    public RowsBy<TFacts, TKey> By<TKey>(Dimension<TFacts, TKey> dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new(this, dimension);
    }

    /// <summary>Groups by two dimensions at once.</summary>
    public RowsBy<TFacts, (TKey1, TKey2)> By<TKey1, TKey2>(Dimension<TFacts, TKey1> first, Dimension<TFacts, TKey2> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        return By(first.And(second));
    }

    /// <summary>Puts rows into the periods of a grid by one of their dates.</summary>
    public RowsPer<TFacts> Per(PeriodGrid grid, DateField<TFacts> date)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(date);
        return new(this, grid, date);
    }
}

namespace SalesOps.Kpis;

/// <summary>What rows can be grouped by. Works on records, tables and foreign rows alike; null is a key like any other.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TKey">The keys. Strings are compared ordinally.</typeparam>
public abstract class Dimension<TFacts, TKey>
{
    private protected Dimension(string name) => Name = name;

    /// <summary>What it is called: the heading of the key's column.</summary>
    public string Name { get; }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    internal abstract Grouping<TKey> Assign(RowSource<TFacts> source);
}

namespace SalesOps.Kpis;

/// <summary>What rows can be grouped by. Works on records, tables and foreign rows alike; null is a key like any other.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TKey">The keys. Strings are compared ordinally.</typeparam>
public abstract class Dimension<TFacts, TKey>
{
    private protected Dimension(string name) => Name = name;

    /// <summary>What it is called: the heading of the key's column.</summary>
    public string Name { get; }

    /// <summary>Groups by a function of the key, which is called once per distinct key.</summary>
    public Dimension<TFacts, TTo> Map<TTo>(Func<TKey, TTo> map) => Map(Name, map);

    /// <summary>Groups by a function of the key, which is called once per distinct key, under a name of its own.</summary>
    public Dimension<TFacts, TTo> Map<TTo>(string name, Func<TKey, TTo> map)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(map);
        return new MappedDimension<TFacts, TKey, TTo>(name, this, map);
    }

    /// <summary>Groups by both keys at once.</summary>
    public Dimension<TFacts, (TKey, TOther)> And<TOther>(Dimension<TFacts, TOther> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PairDimension<TFacts, TKey, TOther>(this, other);
    }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    internal abstract Grouping<TKey> Assign(RowSource<TFacts> source);
}

namespace SalesOps.Kpis;

/// <summary>One key of a table or grid and its value. Deconstructs into both.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The result, or a series of them.</typeparam>
public readonly struct KpiRow<TKey, TValue> : IEquatable<KpiRow<TKey, TValue>>
{
    /// <summary>A key and its value.</summary>
    public KpiRow(TKey key, TValue value) => (Key, Value) = (key, value);

    /// <summary>The key.</summary>
    public TKey Key { get; }

    /// <summary>Its value.</summary>
    public TValue Value { get; }

    /// <summary>Takes the row apart: <c>foreach (var (owner, rate) in rates)</c>.</summary>
    public void Deconstruct(out TKey key, out TValue value) => (key, value) = (Key, Value);

    /// <inheritdoc/>
    public bool Equals(KpiRow<TKey, TValue> other) =>
        EqualityComparer<TKey>.Default.Equals(Key, other.Key) && EqualityComparer<TValue>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KpiRow<TKey, TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Value);

    /// <summary>Whether key and value are equal.</summary>
    public static bool operator ==(KpiRow<TKey, TValue> left, KpiRow<TKey, TValue> right) => left.Equals(right);

    /// <summary>Whether key or value differ.</summary>
    public static bool operator !=(KpiRow<TKey, TValue> left, KpiRow<TKey, TValue> right) => !left.Equals(right);

    /// <summary>Key and value.</summary>
    public override string ToString() => $"{TextTable.Cell(Key)}: {Value}";
}

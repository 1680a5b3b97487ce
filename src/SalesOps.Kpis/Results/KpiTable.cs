using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SalesOps.Kpis;

/// <summary>A result per key, in the order of the keys, and the result of all rows together.</summary>
/// <remarks>
/// Keys are those that occur in the selected rows, null included; strings in ordinal order, null last. A table enumerates,
/// is indexed by key, sorts and prints itself.
/// </remarks>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TResult">The results.</typeparam>
public sealed class KpiTable<TKey, TResult> : IReadOnlyCollection<KpiRow<TKey, TResult>>
{
    private readonly KpiRow<TKey, TResult>[] _rows;
    private readonly KeyIndex<TKey, TResult> _index;

    internal KpiTable(string keyName, KpiRow<TKey, TResult>[] rows, TResult total, IReadOnlyList<Caution> cautions) =>
        (KeyName, _rows, _index, Total, Cautions) = (keyName, rows, new(rows), total, cautions);

    /// <summary>What the key is: the heading of its column.</summary>
    public string KeyName { get; }

    /// <summary>How many keys there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The result of all rows together.</summary>
    public TResult Total { get; }

    /// <summary>What the groups show that none of the results does alone.</summary>
    public IReadOnlyList<Caution> Cautions { get; }

    /// <summary>The result of a key.</summary>
    /// <exception cref="KeyNotFoundException">No row has the key. The message doesn't name it, since keys are people's data.</exception>
    public TResult this[TKey key] => TryGetValue(key, out TResult? value)
        ? value
        : throw new KeyNotFoundException($"No row has this {KeyName}.");

    /// <summary>The result of a key, if any row has it.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TResult value) => _index.TryGetValue(key, out value);

    /// <summary>The same rows, largest first; rows without a value come last, equal ones in the order of the keys.</summary>
    public KpiTable<TKey, TResult> Ranked<TValue>(Func<TResult, TValue?> value) where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        return Sorted(_rows.OrderBy(row => value(row.Value) is null).ThenByDescending(row => value(row.Value)));
    }

    /// <summary>The same rows, smallest first; rows without a value come last, equal ones in the order of the keys.</summary>
    public KpiTable<TKey, TResult> RankedAscending<TValue>(Func<TResult, TValue?> value) where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        return Sorted(_rows.OrderBy(row => value(row.Value) is null).ThenBy(row => value(row.Value)));
    }

    /// <summary>Puts two tables side by side over the union of their keys; a key that only one has meets the other's default.</summary>
    public KpiTable<TKey, TJoined> Join<TOther, TJoined>(KpiTable<TKey, TOther> other, Func<TResult?, TOther?, TJoined> join)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(join);
        var here = _rows.Select(row =>
            new KpiRow<TKey, TJoined>(row.Key, join(row.Value, other.TryGetValue(row.Key, out TOther? o) ? o : default)));
        var there = other.Where(row => !TryGetValue(row.Key, out _)).Select(row =>
            new KpiRow<TKey, TJoined>(row.Key, join(default, row.Value)));
        return new(KeyName, [.. here.Concat(there).OrderBy(row => row.Key, KeyOrder.Of<TKey>())], join(Total, other.Total),
            [.. Cautions, .. other.Cautions]);
    }

    /// <summary>The rows with named columns and plain values, for data frames and serialisers.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> ToRows() => [.. _rows.Select(row => TextTable.PlainRow(Columns(row)))];

    /// <summary>An aligned text table, with the total and what the groups show below.</summary>
    public override string ToString()
    {
        IReadOnlyList<KpiColumns.Column> keys = KpiColumns.OfKey(KeyName, _rows.Length == 0 ? default : _rows[0].Key);
        var total = keys.Select((key, i) => key with { Text = i == 0 ? "all" : "" }).Concat(KpiColumns.Of(Total)).ToList();
        return TextTable.WithCautions(TextTable.Of([.. _rows.Select(Columns), total]), Cautions);
    }

    /// <inheritdoc/>
    public IEnumerator<KpiRow<TKey, TResult>> GetEnumerator() => ((IEnumerable<KpiRow<TKey, TResult>>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The rows whose results say something; the total stays that of all.</summary>
    internal KpiTable<TKey, TResult> Keep(Func<TResult, bool> isShown) => Sorted(_rows.Where(row => isShown(row.Value)));

    private IReadOnlyList<KpiColumns.Column> Columns(KpiRow<TKey, TResult> row) =>
        [.. KpiColumns.OfKey(KeyName, row.Key), .. KpiColumns.Of(row.Value)];

    private KpiTable<TKey, TResult> Sorted(IEnumerable<KpiRow<TKey, TResult>> rows) => new(KeyName, [.. rows], Total, Cautions);
}

using System.Diagnostics.CodeAnalysis;

namespace SalesOps.Kpis;

/// <summary>Finds rows by key; made at the first look-up.</summary>
internal sealed class KeyIndex<TKey, TValue>(KpiRow<TKey, TValue>[] rows)
{
    private Dictionary<ValueTuple<TKey>, int>? _index;      // a ValueTuple, because a dictionary has no null key

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        _index ??= Enumerable.Range(0, rows.Length).ToDictionary(i => ValueTuple.Create(rows[i].Key));
        bool found = _index.TryGetValue(ValueTuple.Create(key), out int row);
        value = found ? rows[row].Value : default;
        return found;
    }
}

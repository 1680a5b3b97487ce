namespace SalesOps.Kpis;

/// <summary>Gives each distinct key a code, in order of appearance; null is a key like any other.</summary>
internal abstract class KeyEncoder<TKey>
{
    public abstract TKey[] Keys { get; }

    public static KeyEncoder<TKey> Create() =>
        typeof(TKey) == typeof(string) ? (KeyEncoder<TKey>)(object)new StringEncoder() : new ValueEncoder<TKey>();

    public abstract void Encode(ReadOnlySpan<TKey> keys, Span<int> codes);
}

internal sealed class ValueEncoder<TKey> : KeyEncoder<TKey>
{
    private readonly Dictionary<Key, int> _codes = [];
    private readonly List<TKey> _keys = [];

    public override TKey[] Keys => [.. _keys];

    public override void Encode(ReadOnlySpan<TKey> keys, Span<int> codes)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            if (!_codes.TryGetValue(new(keys[i]), out int code))
            {
                _codes.Add(new(keys[i]), code = _keys.Count);
                _keys.Add(keys[i]);
            }

            codes[i] = code;
        }
    }

    private readonly record struct Key(TKey Value);         // a dictionary has no null key
}

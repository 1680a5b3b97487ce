namespace SalesOps.Kpis;

/// <summary>Strings, compared ordinally. A type of its own, because generic code over strings is shared and slow.</summary>
internal sealed class StringEncoder : KeyEncoder<string?>
{
    private readonly Dictionary<string, int> _codes = [];
    private readonly List<string?> _keys = [];
    private int _nullCode = -1;

    public override string?[] Keys => [.. _keys];

    public override void Encode(ReadOnlySpan<string?> keys, Span<int> codes)
    {
        for (int i = 0; i < keys.Length; i++)
            codes[i] = Encode(keys[i]);
    }

    public int[] EncodeAll<TFacts, TReader>(RowSource<TFacts> source) where TReader : struct, IReader<TFacts, KeyText>
    {
        int[] codes = GC.AllocateUninitializedArray<int>(source.Count);
        var keys = new KeyText[Math.Min(256, codes.Length)];
        for (int start = 0; start < codes.Length; start += keys.Length)
        {
            Span<KeyText> chunk = keys.AsSpan(0, Math.Min(keys.Length, codes.Length - start));
            source.Read<TReader, KeyText>(start, chunk);
            Encode(chunk, codes.AsSpan(start));
        }

        return codes;
    }

    public int Encode(string? key)
    {
        if (key is null)
            return _nullCode < 0 ? _nullCode = Append(key) : _nullCode;
        if (!_codes.TryGetValue(key, out int code))
            _codes.Add(key, code = Append(key));
        return code;
    }

    private void Encode(ReadOnlySpan<KeyText> keys, Span<int> codes)
    {
        for (int i = 0; i < keys.Length; i++)
            codes[i] = Encode(keys[i].Value);
    }

    private int Append(string? key)
    {
        _keys.Add(key);
        return _keys.Count - 1;
    }
}

namespace SalesOps.Kpis.Tables;

/// <summary>A column of texts as a caller gives it: as they are, or dictionary-encoded.</summary>
public sealed class TextColumn
{
    private TextColumn(string?[]? texts, EncodedColumn? encoded) => (Texts, Encoded) = (texts, encoded);

    internal string?[]? Texts { get; }

    internal EncodedColumn? Encoded { get; }

    internal int Count => Texts?.Length ?? Encoded!.Codes.Length;

    internal string? this[int row] => Texts is { } texts ? texts[row] : Encoded![row];

    /// <summary>A text per row; null is absent.</summary>
    public static implicit operator TextColumn(string?[] texts) => Of(texts);

    /// <summary>A text per row; null is absent.</summary>
    public static TextColumn Of(string?[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(texts, null);
    }

    /// <summary>A code per row, the row number of its text in <paramref name="keys"/>.</summary>
    /// <param name="codes">0-based.</param>
    /// <param name="keys">The distinct texts; null is absent.</param>
    /// <exception cref="ArgumentOutOfRangeException">A code has no key.</exception>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static TextColumn Of(int[] codes, string?[] keys)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(keys);
        var used = new bool[keys.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            if ((uint)codes[row] >= (uint)keys.Length)
                throw new ArgumentOutOfRangeException(nameof(codes), codes[row], $"Row {row} has a code outside the {keys.Length} keys.");
            used[codes[row]] = true;
        }

        if (new HashSet<ValueTuple<string?>>(keys.Select(key => ValueTuple.Create(key))).Count != keys.Length)
            throw new ArgumentException("A key stands twice.", nameof(keys));
        return new(null, used.Contains(false) ? WithoutUnused(codes, keys, used) : new EncodedColumn(codes, keys));
    }

    // Tables list only the keys that occur.
    private static EncodedColumn WithoutUnused(int[] codes, string?[] keys, bool[] used)
    {
        var to = new int[keys.Length];
        int next = 0;
        for (int key = 0; key < keys.Length; key++)
            to[key] = used[key] ? next++ : -1;
        return new EncodedColumn([.. codes.Select(code => to[code])], [.. keys.Where((_, key) => used[key])]);
    }

    internal EncodedColumn Encode()
    {
        if (Encoded is { } encoded)
            return encoded;
        var encoder = new StringEncoder();
        var codes = new int[Count];
        encoder.Encode(Texts, codes);
        return new EncodedColumn(codes, encoder.Keys);
    }
}

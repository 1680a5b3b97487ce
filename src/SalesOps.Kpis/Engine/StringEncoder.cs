using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis;

/// <summary>Strings, compared ordinally. A type of its own, because generic code over strings is shared and slow.</summary>
/// <remarks>
/// An open hash table of codes, with a hash that is cheaper than a dictionary's. Keys that crowd, by chance or by malice, are
/// left to a dictionary, which is safe against both.
/// </remarks>
internal sealed class StringEncoder : KeyEncoder<string?>
{
    private const int FirstBits = 8, FirstSize = 1 << FirstBits, MostProbes = 64;

    private string?[] _keys = new string?[FirstSize / 2];
    private int[] _table = new int[FirstSize];              // a code plus one, or 0 where the place is free
    private int _shift = 64 - FirstBits;
    private Dictionary<string, int>? _crowded;
    private int _count;
    private int _nullCode = -1;

    public override string?[] Keys => _keys[.._count];

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
        if (_crowded is not null)
            return EncodeCrowded(key);
        int mask = _table.Length - 1, start = (int)(Hash(key) >> _shift);
        for (int probe = 0; probe < MostProbes; probe++)
        {
            ref int place = ref _table[start + probe & mask];
            if (place == 0)
                return Insert(key, ref place);
            string known = _keys[place - 1]!;
            if (ReferenceEquals(known, key) || known.AsSpan().SequenceEqual(key))
                return place - 1;
        }

        return EncodeCrowded(key);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Encode(ReadOnlySpan<KeyText> keys, Span<int> codes)
    {
        for (int i = 0; i < keys.Length; i++)
            codes[i] = Encode(keys[i].Value);
    }

    // Its upper bits depend on all characters, so they are the ones to use.
    private static ulong Hash(string key)
    {
        const ulong odd = 0x9E3779B97F4A7C15;               // 2^64 / the golden ratio
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(key.AsSpan());
        ulong hash = (ulong)bytes.Length;
        unchecked
        {
            if (bytes.Length < sizeof(ulong))
            {
                foreach (char c in key)
                    hash = hash << 16 | c;
                return hash * odd;
            }

            for (int at = 0; at < bytes.Length - sizeof(ulong); at += sizeof(ulong))
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(bytes[at..])) * odd;
                hash ^= hash >> 32;
            }

            // The last eight bytes, some of them once more.
            return (hash ^ MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..])) * odd;
        }
    }

    private int Insert(string key, ref int place)
    {
        int code = Append(key);
        place = code + 1;
        if (_count > _table.Length / 2)
            Grow();
        return code;
    }

    private void Grow()
    {
        _table = new int[_table.Length * 2];
        _shift--;
        int mask = _table.Length - 1;
        for (int code = 0; code < _count; code++)
        {
            if (code == _nullCode)
                continue;
            int at = (int)(Hash(_keys[code]!) >> _shift);
            while (_table[at] != 0)
                at = at + 1 & mask;
            _table[at] = code + 1;
        }
    }

    private int EncodeCrowded(string key)
    {
        if (_crowded is null)
        {
            _crowded = new(StringComparer.Ordinal);
            for (int i = 0; i < _count; i++)
            {
                if (i != _nullCode)
                    _crowded.Add(_keys[i]!, i);
            }
        }

        if (!_crowded.TryGetValue(key, out int code))
            _crowded.Add(key, code = Append(key));
        return code;
    }

    private int Append(string? key)
    {
        if (_count == _keys.Length)
            Array.Resize(ref _keys, _count * 2);
        _keys[_count] = key;
        return _count++;
    }
}

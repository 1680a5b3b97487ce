namespace SalesOps.Kpis;

/// <summary>Groups by a text of the row.</summary>
internal sealed class TextDimension<TFacts, TReader>(string name, int field) : Dimension<TFacts, string?>(name)
    where TReader : struct, IReader<TFacts, KeyText>
{
    internal override Grouping<string?> Assign(RowSource<TFacts> source)
    {
        if (source.KeyColumn(field) is { } column)
            return new(new ArraySlots(column.Codes, Math.Max(1, column.Keys.Length)), column.Keys, KeyOrder.Of<string?>());
        var encoder = new StringEncoder();
        int[] codes = encoder.EncodeAll<TFacts, TReader>(source);
        string?[] keys = encoder.Keys;
        return new(new ArraySlots(codes, Math.Max(1, keys.Length)), keys, KeyOrder.Of<string?>());
    }
}

/// <summary>Groups by a value of the row, such as an enum.</summary>
internal sealed class ValueDimension<TFacts, TReader, TValue>(string name) : Dimension<TFacts, TValue>(name)
    where TReader : struct, IReader<TFacts, TValue> where TValue : struct
{
    internal override Grouping<TValue> Assign(RowSource<TFacts> source) =>
        Chunks.Encode<TFacts, TReader, TValue, TValue>(source, value => value);
}

/// <summary>Groups by a delegate over the record; on tables and foreign rows the record is made for each row.</summary>
internal sealed class RecordDimension<TFacts, TRecord, TKey>(Func<TRecord, TKey> key) : Dimension<TFacts, TKey>("key")
    where TRecord : struct, IRecordOf<TFacts, TRecord>
{
    internal override Grouping<TKey> Assign(RowSource<TFacts> source) =>
        Chunks.Encode<TFacts, RecordReader<TFacts, TRecord>, TRecord, TKey>(source, key);
}

internal sealed class MappedDimension<TFacts, TFrom, TTo>(string name, Dimension<TFacts, TFrom> from, Func<TFrom, TTo> map)
    : Dimension<TFacts, TTo>(name)
{
    internal override Grouping<TTo> Assign(RowSource<TFacts> source)
    {
        Grouping<TFrom> grouping = from.Assign(source);
        var encoder = KeyEncoder<TTo>.Create();
        TTo[] mapped = [.. grouping.Keys.Select(map)];
        var to = new int[mapped.Length];
        encoder.Encode(mapped, to);
        TTo[] keys = encoder.Keys;
        return new(new MappedSlots(grouping.Slots, to, Math.Max(1, keys.Length)), keys, KeyOrder.Of<TTo>(), grouping.AllOccur);
    }
}

internal sealed class PairDimension<TFacts, TOuter, TInner>(Dimension<TFacts, TOuter> outer, Dimension<TFacts, TInner> inner)
    : Dimension<TFacts, (TOuter, TInner)>($"{outer.Name}, {inner.Name}")
{
    internal override Grouping<(TOuter, TInner)> Assign(RowSource<TFacts> source)
    {
        Grouping<TOuter> a = outer.Assign(source);
        Grouping<TInner> b = inner.Assign(source);
        var slots = PairSlots.Of(a.Slots, b.Slots, source.Count);
        var keys = new (TOuter, TInner)[source.Count == 0 ? 0 : slots.Count];
        for (int slot = 0; slot < keys.Length; slot++)
        {
            slots.PairOf(slot, out int i, out int j);
            keys[slot] = (a.Keys[i], b.Keys[j]);
        }

        var order = Comparer<(TOuter, TInner)>.Create((x, y) =>
            a.Order.Compare(x.Item1, y.Item1) is var c and not 0 ? c : b.Order.Compare(x.Item2, y.Item2));
        return new(slots, keys, order, AllOccur: false);
    }
}

internal static class Chunks
{
    private const int Rows = 64;

    /// <summary>Gives each row the code of its key, reading values through a small buffer.</summary>
    public static Grouping<TKey> Encode<TFacts, TReader, TValue, TKey>(RowSource<TFacts> source, Func<TValue, TKey> key)
        where TReader : struct, IReader<TFacts, TValue>
    {
        var encoder = KeyEncoder<TKey>.Create();
        int[] codes = GC.AllocateUninitializedArray<int>(source.Count);
        var values = new TValue[Rows];
        var found = new TKey[Rows];
        for (int start = 0; start < codes.Length; start += Rows)
        {
            int length = Math.Min(Rows, codes.Length - start);
            source.Read<TReader, TValue>(start, values.AsSpan(0, length));
            for (int i = 0; i < length; i++)
                found[i] = key(values[i]);
            encoder.Encode(found.AsSpan(0, length), codes.AsSpan(start));
        }

        TKey[] keys = encoder.Keys;
        return new(new ArraySlots(codes, Math.Max(1, keys.Length)), keys, KeyOrder.Of<TKey>());
    }
}

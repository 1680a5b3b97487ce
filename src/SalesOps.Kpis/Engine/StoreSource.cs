using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis;

/// <summary>Opens a cursor over rows that lie in an array, a list or columns.</summary>
internal interface IRowStore<out TCursor> where TCursor : allows ref struct
{
    int Count { get; }

    TCursor Open();
}

/// <summary>Feeds single rows. A ref struct may hold references to where they lie, which then stay in registers over a loop.</summary>
internal interface ICursor<TFacts>
{
    void Feed<TAcc>(ref TAcc state, int row) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    T Read<TReader, T>(int row) where TReader : struct, IReader<TFacts, T>;
}

/// <summary>
/// The loops, once for every kind of store. They are optimised at the first call, since a KPI is often calculated only
/// once; an <c>Add</c> then has to ask for inlining itself.
/// </summary>
internal class StoreSource<TFacts, TStore, TCursor>(TStore store) : RowSource<TFacts>
    where TStore : struct, IRowStore<TCursor>
    where TCursor : struct, ICursor<TFacts>, allows ref struct
{
    private readonly TStore _store = store;

    public override int Count => _store.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(ref TAcc state, int start, int count)
    {
        TCursor cursor = Open(start, count);
        TAcc local = state;                                 // a local may live in registers
        for (int i = start; i < start + count; i++)
            cursor.Feed(ref local, i);
        state = local;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(ref TAcc state, ReadOnlySpan<int> rows)
    {
        TCursor cursor = Open(rows);
        TAcc local = state;
        foreach (int row in rows)
            cursor.Feed(ref local, row);
        state = local;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start)
    {
        TCursor cursor = Open(start, slots.Length);
        ref TAcc first = ref MemoryMarshal.GetArrayDataReference(states);
        for (int i = 0; i < slots.Length; i++)
        {
            int slot = slots[i];
            if ((uint)slot < (uint)states.Length)           // always: said once, so that the check is not made twice
                cursor.Feed(ref Unsafe.Add(ref first, (nint)(uint)slot), unchecked(start + i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start, ReadOnlySpan<int> rows)
    {
        TCursor cursor = Open(rows);
        foreach (int row in rows)
            cursor.Feed(ref states[slots[unchecked(row - start)]], row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Read<TReader, T>(int start, Span<T> values)
    {
        TCursor cursor = Open(start, values.Length);
        for (int i = 0; i < values.Length; i++)
            values[i] = cursor.Read<TReader, T>(unchecked(start + i));
    }

    // Table rows are read without a check per column, so the range is checked here, once per chunk.
    private TCursor Open(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        return _store.Open();
    }

    // Selections write ascending row numbers.
    private TCursor Open(ReadOnlySpan<int> rows) => rows.IsEmpty ? _store.Open() : Open(rows[0], rows[^1] - rows[0] + 1);
}

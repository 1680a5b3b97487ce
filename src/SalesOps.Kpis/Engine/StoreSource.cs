using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis;

/// <summary>Opens a cursor over rows that lie in an array, a list or columns.</summary>
internal interface IRowStore<out TCursor> where TCursor : allows ref struct
{
    int Count { get; }

    /// <summary>A cursor whose rows are numbered from <paramref name="start"/> on. The range is checked here, once per chunk.</summary>
    TCursor Open(int start, int count);
}

/// <summary>Feeds single rows. A ref struct may hold references to where they lie, which then stay in registers over a loop.</summary>
internal interface ICursor<TFacts>
{
    void Feed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    bool TryFeed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    T Read<TReader, T>(nint row) where TReader : struct, IReader<TFacts, T>;
}

/// <summary>
/// The loops, once for every kind of store. They are optimised at the first call, since a KPI is often calculated only
/// once; an <c>Add</c> then has to ask for inlining itself.
/// </summary>
internal class StoreSource<TFacts, TStore, TCursor>(TStore store) : RowSource<TFacts>
    where TStore : struct, IRowStore<TCursor>
    where TCursor : struct, ICursor<TFacts>, allows ref struct
{
    private const int LongestRun = 64;

    private readonly TStore _store = store;

    public override int Count => _store.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(ref TAcc state, int start, int count)
    {
        TCursor cursor = _store.Open(start, count);
        for (int i = 0, run = 1; i < count;)
        {
            int odd = FeedUntilOdd(cursor, ref state, i, count);
            run = NextRun(run, odd - i);
            i = Math.Min(count, odd + run);
            Feed(cursor, ref state, odd, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(ref TAcc state, ReadOnlySpan<int> rows)
    {
        TCursor cursor = Open(rows, out int first);
        TAcc local = state;
        foreach (int row in rows)
            cursor.Feed(ref local, unchecked(row - first));
        state = local;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start)
    {
        TCursor cursor = _store.Open(start, slots.Length);
        bool areFar = FetchAhead.Suits(states);
        for (int i = 0, run = 1; i < slots.Length;)
        {
            int odd = areFar ? FeedUntilOdd<TAcc, FetchAhead>(cursor, states, slots, i) : FeedUntilOdd<TAcc, NoFetch>(cursor, states, slots, i);
            run = NextRun(run, odd - i);
            i = Math.Min(slots.Length, odd + run);
            Feed(cursor, states, slots[..i], odd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start, ReadOnlySpan<int> rows)
    {
        TCursor cursor = Open(rows, out int first);
        foreach (int row in rows)
            cursor.Feed(ref states[slots[unchecked(row - start)]], unchecked(row - first));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Read<TReader, T>(int start, Span<T> values)
    {
        TCursor cursor = _store.Open(start, values.Length);
        for (int i = 0; i < values.Length; i++)
            values[i] = cursor.Read<TReader, T>(i);
    }

    /// <summary>Feeds rows up to the first odd one. A method of its own, without calls: all that the loop needs stays in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int FeedUntilOdd<TAcc, TFetch>(TCursor cursor, TAcc[] states, ReadOnlySpan<int> slots, int row)
        where TAcc : struct, IAccumulator<TAcc, TFacts>
        where TFetch : IFetch
    {
        unchecked
        {
            ref int slot = ref MemoryMarshal.GetReference(slots);
            nint i = row, end = slots.Length;
            for (; i < end; i++)
            {
                TFetch.Fetch(states, ref slot, i, end);
                if (!cursor.TryFeed(ref states[Unsafe.Add(ref slot, i)], i))
                    break;
            }

            return (int)i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Feed<TAcc>(TCursor cursor, TAcc[] states, ReadOnlySpan<int> slots, int row)
        where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        for (int i = row; i < slots.Length; i++)
            cursor.Feed(ref states[slots[i]], i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int FeedUntilOdd<TAcc>(TCursor cursor, ref TAcc state, int row, nint end) where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        unchecked
        {
            TAcc local = state;                             // a local may live in registers
            nint i = row;
            for (; i < end; i++)
            {
                if (!cursor.TryFeed(ref local, i))
                    break;
            }

            state = local;
            return (int)i;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Feed<TAcc>(TCursor cursor, ref TAcc state, int row, int end) where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        for (int i = row; i < end; i++)
            cursor.Feed(ref state, i);
    }

    // From an odd row on, some are fed singly: the more of them, the sooner another odd one came, so that many odd ones don't cost a start each.
    private static int NextRun(int run, int sinceOdd) => sinceOdd < run ? Math.Min(LongestRun, 2 * run) : 1;

    // Selections write ascending row numbers.
    private TCursor Open(ReadOnlySpan<int> rows, out int first)
    {
        first = rows.IsEmpty ? 0 : rows[0];
        return _store.Open(first, rows.IsEmpty ? 0 : rows[^1] - first + 1);
    }
}

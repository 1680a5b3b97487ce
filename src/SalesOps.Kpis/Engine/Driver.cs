using System.Runtime.ExceptionServices;

namespace SalesOps.Kpis;

/// <summary>Which rows of a source take part, and the slot that each belongs to.</summary>
internal sealed record Plan(int RowCount, Selection? Selection, SlotMap? Slots, int Threads)
{
    public int SlotCount => Slots?.Count ?? 1;
}

/// <summary>An accumulator whose states, when folded by one thread, can share rented scratch.</summary>
internal interface ISharesScratch<out TSelf>
{
    /// <summary>Another empty state over the same scratch.</summary>
    TSelf Beside();
}

internal static class Driver
{
    public const int ChunkRows = 2048;
    private const int ShardRows = ChunkRows * 64;       // fixed, so that the thread count never changes what is merged

    /// <summary>Folds the rows into one state per slot. The source may be any that has the plan's rows in its order.</summary>
    public static TAcc[] Fold<TFacts, TAcc>(RowSource<TFacts> source, Plan plan, Func<TAcc> start)
        where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        if (source.Count != plan.RowCount)
            throw new InvalidOperationException($"The rows changed from {plan.RowCount} to {source.Count} since the view was made.");
        TAcc[] states = Seed(plan.SlotCount, start);
        try
        {
            int shards = (int)(((long)plan.RowCount + ShardRows - 1) / ShardRows);
            if (plan.Threads == 1 || shards < 2)
                Fold(source, plan, states, 0, plan.RowCount);
            else
                FoldShards(source, plan, start, states, shards);
            return states;
        }
        catch
        {
            Release(states);
            throw;
        }
    }

    /// <summary>Folds a range of rows into states that are already there.</summary>
    public static void Fold<TFacts, TAcc>(RowSource<TFacts> source, Plan plan, TAcc[] states, int from, int count)
        where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        if (plan is { Slots: null, Selection: null })
        {
            source.Fold(ref states[0], from, count);
            return;
        }

        Span<int> rowScratch = stackalloc int[ChunkRows], slotScratch = stackalloc int[ChunkRows];
        for (int start = from, end = from + count; start < end; start += ChunkRows)
        {
            int length = Math.Min(ChunkRows, end - start);
            ReadOnlySpan<int> slots = plan.Slots is null ? default : plan.Slots.Read(start, slotScratch[..length]);
            if (plan.Selection is null)
            {
                source.Fold(states, slots, start);
                continue;
            }

            ReadOnlySpan<int> rows = rowScratch[..plan.Selection.Select(start, length, rowScratch)];
            if (plan.Slots is null)
                source.Fold(ref states[0], rows);
            else
                source.Fold(states, slots, start, rows);
        }
    }

    public static void Release<TAcc>(TAcc[] states) where TAcc : struct
    {
        if (default(TAcc) is not IDisposable)
            return;
        foreach (TAcc state in states)
            ((IDisposable)state).Dispose();
    }

    // A shard that throws stops later ones but not earlier ones, and the earliest fault is the one that a single thread
    // would have met.
    private static void FoldShards<TFacts, TAcc>(RowSource<TFacts> source, Plan plan, Func<TAcc> start, TAcc[] states, int shards)
        where TAcc : struct, IAccumulator<TAcc, TFacts>
    {
        Lock gate = new();
        int faultyShard = int.MaxValue;
        ExceptionDispatchInfo? fault = null;
        Parallel.For(0, shards, new ParallelOptions { MaxDegreeOfParallelism = plan.Threads },
            () => Seed(plan.SlotCount, start),
            (shard, loop, mine) =>
            {
                try
                {
                    int from = shard * ShardRows;
                    Fold(source, plan, mine, from, Math.Min(ShardRows, plan.RowCount - from));
                }
                catch (Exception e)
                {
                    lock (gate)
                    {
                        if (shard < faultyShard)
                            (faultyShard, fault) = (shard, ExceptionDispatchInfo.Capture(e));
                    }

                    loop.Break();
                }

                return mine;
            },
            mine =>
            {
                lock (gate)
                {
                    for (int i = 0; i < states.Length; i++)
                        states[i].Merge(in mine[i]);
                }

                Release(mine);
            });
        fault?.Throw();
    }

    private static TAcc[] Seed<TAcc>(int count, Func<TAcc> start)
    {
        var states = new TAcc[count];
        states[0] = start();
        var shared = states[0] as ISharesScratch<TAcc>;
        for (int i = 1; i < count; i++)
            states[i] = shared is null ? start() : shared.Beside();
        return states;
    }
}

namespace SalesOps.Kpis.Tests;

/// <summary>The laws of merging, for accumulators that no caller sees.</summary>
internal static class MergeLaws
{
    /// <summary>Any split of the rows, in any order, merged in any order, gives the same bits; an empty state changes nothing.</summary>
    public static void Hold<TFacts, TRecord, TAccumulator, TResult>(Calculator<TFacts, TAccumulator, TResult> calculator, TRecord[] rows, int seed)
        where TRecord : struct, TFacts
        where TAccumulator : struct, IAccumulator<TAccumulator, TFacts>
    {
        TAccumulator whole = calculator.Start();
        foreach (TRecord row in rows)
            whole.Add(in row);
        TResult expected = calculator.Result(in whole);

        var random = new Random(seed);
        var parts = new TAccumulator[random.Next(1, 9)];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = calculator.Start();
        TRecord[] shuffled = [.. rows];
        random.Shuffle(shuffled);
        foreach (TRecord row in shuffled)
            parts[random.Next(parts.Length)].Add(in row);

        TAccumulator forwards = calculator.Start(), backwards = calculator.Start();
        for (int i = 0; i < parts.Length; i++)
        {
            forwards.Merge(in parts[i]);
            backwards.Merge(in parts[^(i + 1)]);
        }

        Everything.Equal(expected, calculator.Result(in forwards));
        Everything.Equal(expected, calculator.Result(in backwards));
        foreach (TAccumulator state in (TAccumulator[])[whole, forwards, backwards, .. parts])
            (state as IDisposable)?.Dispose();
    }
}

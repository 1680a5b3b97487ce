using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>Where rows lie. One virtual call per chunk; the loops behind it are compiled per kind of row and accumulator.</summary>
internal abstract class RowSource<TFacts>
{
    public abstract int Count { get; }

    /// <summary>Folds consecutive rows into one state.</summary>
    public abstract void Fold<TAcc>(ref TAcc state, int start, int count) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    /// <summary>Folds selected rows into one state.</summary>
    public abstract void Fold<TAcc>(ref TAcc state, ReadOnlySpan<int> rows) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    /// <summary>Folds consecutive rows into the states of their slots.</summary>
    public abstract void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start) where TAcc : struct, IAccumulator<TAcc, TFacts>;

    /// <summary>Folds selected rows, of the chunk that begins at <paramref name="start"/>, into the states of their slots.</summary>
    public abstract void Fold<TAcc>(TAcc[] states, ReadOnlySpan<int> slots, int start, ReadOnlySpan<int> rows)
        where TAcc : struct, IAccumulator<TAcc, TFacts>;

    /// <summary>Reads one value of each of consecutive rows.</summary>
    public abstract void Read<TReader, T>(int start, Span<T> values) where TReader : struct, IReader<TFacts, T>;

    /// <summary>The column behind a date, where there is one.</summary>
    public virtual Moment[]? MomentColumn(int field) => null;

    /// <summary>The encoded column behind a text, where there is one.</summary>
    public virtual EncodedColumn? KeyColumn(int field) => null;
}

namespace SalesOps.Kpis;

/// <summary>The slot of every row. Every way of slicing comes down to this.</summary>
internal abstract class SlotMap(int count)
{
    /// <summary>How many slots there are.</summary>
    public int Count { get; } = count;

    /// <summary>The slots of <paramref name="scratch"/>.Length rows, in place where a column holds them.</summary>
    public abstract ReadOnlySpan<int> Read(int start, Span<int> scratch);
}

internal sealed class ArraySlots(int[] codes, int count) : SlotMap(count)
{
    public override ReadOnlySpan<int> Read(int start, Span<int> scratch) => codes.AsSpan(start, scratch.Length);
}

internal sealed class MappedSlots(SlotMap inner, int[] map, int count) : SlotMap(count)
{
    public override ReadOnlySpan<int> Read(int start, Span<int> scratch)
    {
        ReadOnlySpan<int> from = inner.Read(start, scratch);
        for (int i = 0; i < scratch.Length && i < from.Length; i++)
            scratch[i] = map[from[i]];
        return scratch;
    }
}

internal sealed class PeriodSlots<TFacts>(RowSource<TFacts> source, PeriodGrid grid, DateField<TFacts> date)
    : SlotMap(grid.SlotCount)
{
    public override ReadOnlySpan<int> Read(int start, Span<int> scratch)
    {
        Span<Moment> rented = stackalloc Moment[Driver.ChunkRows];
        ReadOnlySpan<Moment> moments = date.Read(source, start, rented[..scratch.Length]);
        grid.SlotsOf(moments, scratch);
        return scratch;
    }
}

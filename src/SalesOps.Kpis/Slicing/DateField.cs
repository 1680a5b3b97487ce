namespace SalesOps.Kpis;

/// <summary>One of the dates of a row, such as <see cref="DealDate.Closed"/>: the anchor that puts rows into periods and spans.</summary>
/// <remarks>Sliced on the close, a rate is that of a period; sliced on the creation, that of a cohort.</remarks>
/// <typeparam name="TFacts">The row interface.</typeparam>
public abstract class DateField<TFacts>
{
    private protected DateField(string name) => Name = name;

    /// <summary>What the date is called, such as <c>Closed</c>.</summary>
    public string Name { get; }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    internal abstract ReadOnlySpan<Moment> Read(RowSource<TFacts> source, int start, Span<Moment> scratch);
}

internal sealed class DateField<TFacts, TReader>(string name, int field) : DateField<TFacts>(name) where TReader : struct, IReader<TFacts, Moment>
{
    internal override ReadOnlySpan<Moment> Read(RowSource<TFacts> source, int start, Span<Moment> scratch)
    {
        if (source.MomentColumn(field) is { } column)
            return column.AsSpan(start, scratch.Length);
        source.Read<TReader, Moment>(start, scratch);
        return scratch;
    }
}

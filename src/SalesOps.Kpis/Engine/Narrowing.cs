namespace SalesOps.Kpis;

/// <summary>How a view was narrowed: the selected rows, the dates that spans were laid on, and the threads to use.</summary>
internal sealed record Narrowing<TFacts>(Selection? Selection, DateField<TFacts>[] SpanDates, int Threads)
{
    public static Narrowing<TFacts> None { get; } = new(null, [], 1);
}

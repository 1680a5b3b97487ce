namespace SalesOps.Kpis;

internal static class Deduplication
{
    /// <summary>Finds the rows that repeat an id, and makes a view without them.</summary>
    public static Deduplicated<TRows> Of<TFacts, TRecord, TIdReader, TRows>(
        Rows<TFacts> rows, ContentOrder<TRecord> order, Func<Narrowing<TFacts>, TRows> with)
        where TRecord : struct, TFacts, IRecordOf<TFacts, TRecord>
        where TIdReader : struct, IReader<TFacts, KeyText>
    {
        if (rows.Narrowing.SpanDates.Length > 0)
            throw new InvalidOperationException("The view is narrowed by a span, beyond which repeats would go unseen: deduplicate first.");
        IdIndex index = IdIndex.Of<TFacts, TRecord, TIdReader>(rows.Source, rows.Narrowing.Selection, order);
        var selection = new WithoutRows(rows.Narrowing.Selection, index.Repeats.ToHashSet());
        return new(with(index.Repeats.Count == 0 ? rows.Narrowing : rows.Narrowing with { Selection = selection }), index);
    }
}

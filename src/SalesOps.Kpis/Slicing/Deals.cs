using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>A view over deals: an array, a list, a table, or a caller's own items. Nothing is copied.</summary>
public sealed class Deals : Rows<IDealRow, Deal, Deals>
{
    private Deals(RowSource<IDealRow> source) : this(source, Narrowing<IDealRow>.None)
    {
    }

    private Deals(RowSource<IDealRow> source, Narrowing<IDealRow> narrowing) : base(source, narrowing)
    {
    }

    /// <summary>Sees an array as deals.</summary>
    public static implicit operator Deals(Deal[] deals)
    {
        ArgumentNullException.ThrowIfNull(deals);
        return new(RowStores.Over<IDealRow, Deal, DealCursor<Deal>>(deals));
    }

    /// <summary>Sees a list as deals.</summary>
    public static implicit operator Deals(List<Deal> deals)
    {
        ArgumentNullException.ThrowIfNull(deals);
        return new(RowStores.Over<IDealRow, Deal, DealCursor<Deal>>(deals));
    }

    /// <summary>Sees a table as deals.</summary>
    public static implicit operator Deals(DealTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Source);
    }

    /// <summary>The conversions by name, for languages without them and for other kinds of lists.</summary>
    public static Deals Over(IReadOnlyList<Deal> deals) => deals switch
    {
        Deal[] array => array,
        List<Deal> list => list,
        _ => Over(deals, deal => deal),
    };

    /// <summary>The conversion by name.</summary>
    public static Deals Over(DealTable table) => table;

    /// <summary>
    /// Sees a caller's own items as deals, one at a time, without copying them. The delegate may return a
    /// <see cref="Deal"/>, or, faster, a struct of the caller that reads only what is asked.
    /// </summary>
    public static Deals Over<TItem, TRow>(IReadOnlyList<TItem> items, Func<TItem, TRow> row) where TRow : struct, IDealRow
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(row);
        return new(RowStores.Over<IDealRow, TItem, TRow>(items, row));
    }

    /// <summary>A view without the rows that repeat an id, and a report of them. No calculator does this unasked.</summary>
    /// <remarks>
    /// Ids are compared ordinally. Of several rows with one id that with the latest event
    /// stays, of those the one with the most fields, of those the first in the order of the fields: it doesn't depend on the
    /// order of the rows. The view keeps one number per row left out and copies nothing.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The view is narrowed by a span: deduplicate first.</exception>
    public Deduplicated<Deals> Deduplicate() =>
        Deduplication.Of<IDealRow, Deal, DealReaders.Id, Deals>(this, ContentOrder.OfDeals, With);

    private protected override Deals With(Narrowing<IDealRow> narrowing) => new(Source, narrowing);
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>A view over leads: an array, a list, a table, or a caller's own items. Nothing is copied.</summary>
public sealed class Leads : Rows<ILeadRow, Lead, Leads>
{
    private Leads(RowSource<ILeadRow> source) : this(source, Narrowing<ILeadRow>.None)
    {
    }

    private Leads(RowSource<ILeadRow> source, Narrowing<ILeadRow> narrowing) : base(source, narrowing)
    {
    }

    /// <summary>Sees an array as leads.</summary>
    public static implicit operator Leads(Lead[] leads)
    {
        ArgumentNullException.ThrowIfNull(leads);
        return new(RowStores.Over<ILeadRow, Lead, LeadCursor<Lead>>(leads));
    }

    /// <summary>Sees a list as leads.</summary>
    public static implicit operator Leads(List<Lead> leads)
    {
        ArgumentNullException.ThrowIfNull(leads);
        return new(RowStores.Over<ILeadRow, Lead, LeadCursor<Lead>>(leads));
    }

    /// <summary>Sees a table as leads.</summary>
    public static implicit operator Leads(LeadTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Source);
    }

    /// <summary>The conversions by name, for languages without them and for other kinds of lists.</summary>
    public static Leads Over(IReadOnlyList<Lead> leads) => leads switch
    {
        Lead[] array => array,
        List<Lead> list => list,
        _ => Over(leads, lead => lead),
    };

    /// <summary>The conversion by name.</summary>
    public static Leads Over(LeadTable table) => table;

    /// <summary>
    /// Sees a caller's own items as leads, one at a time, without copying them. The delegate may return a
    /// <see cref="Lead"/>, or, faster, a struct of the caller that reads only what is asked.
    /// </summary>
    public static Leads Over<TItem, TRow>(IReadOnlyList<TItem> items, Func<TItem, TRow> row) where TRow : struct, ILeadRow
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(row);
        return new(RowStores.Over<ILeadRow, TItem, TRow>(items, row));
    }

    /// <summary>A view without the rows that repeat an id, and a report of them. No calculator does this unasked.</summary>
    /// <remarks>
    /// Ids are compared ordinally. Of several rows with one id that with the latest event
    /// stays, of those the one with the most fields, of those the first in the order of the fields: it doesn't depend on the
    /// order of the rows. The view keeps one number per row left out and copies nothing.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The view is narrowed by a span: deduplicate first.</exception>
    public Deduplicated<Leads> Deduplicate() =>
        Deduplication.Of<ILeadRow, Lead, LeadReaders.Id, Leads>(this, ContentOrder.OfLeads, With);

    private protected override Leads With(Narrowing<ILeadRow> narrowing) => new(Source, narrowing);
}

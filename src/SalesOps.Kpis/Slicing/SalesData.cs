using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>The rows of a company that belong together: merges are followed and leads and deals joined, once, when they are first asked for.</summary>
/// <remarks>
/// <para>
/// Merges (<c>MergedIntoId</c>) are followed however many steps they take; a merged row is left out of every figure, and
/// links to it lead to its survivor. Of rows merged into one another in a circle the one with the ordinally least id stays.
/// A row whose survivor isn't there counts as its own: nothing vanishes.
/// </para>
/// <para>
/// A link between a lead and a deal may stand on either side (<see cref="Deal.LeadId"/>, <see cref="Lead.DealId"/>). Where the
/// two disagree the deal's word wins. Of several leads of one deal that which was received first counts, of several deals of
/// one lead that which was created first; ties go to the ordinally least id. What a deal lacks (the receipt of its lead,
/// source, channel, campaign, segment, customer) is taken from its lead; its own value always wins. What became of a lead
/// (<see cref="Lead.DealCreatedAt"/>, <see cref="Lead.WonAt"/>, <see cref="Lead.DealOutcome"/>) is taken from all of its deals,
/// whose word wins over its own.
/// </para>
/// <para>
/// A repeated id is no fault here and no row is dropped for it: links to it lead to the row that <c>Deduplicate</c> would
/// keep, and the other rows of the id share that row's link where they have none. All of this is counted in
/// <see cref="Links"/>, and none of it depends on the order of the rows. The rows must not change while the data are in use.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// SalesData data = new() { Deals = deals, Leads = leads };
/// WinRate rate = Kpi.WinRate.Calculate(data);
/// var cycles = Kpi.SalesCycle.Calculate(data.Deals.By(DealDimension.Source));     // a source may be the lead's
/// </code>
/// </example>
public sealed class SalesData
{
    private readonly Lazy<SalesJoin> _join;
    private readonly Lazy<IReadOnlyList<StageChange>> _stageChanges;
    private readonly Deals _deals = Array.Empty<Deal>();
    private readonly Leads _leads = Array.Empty<Lead>();
    private readonly IReadOnlyList<StageChange> _givenChanges = [];

    /// <summary>Data without rows; set those that there are.</summary>
    public SalesData()
    {
        _join = new(() => new SalesJoin(DealTable.Of(_deals), LeadTable.Of(_leads)));
        _stageChanges = new(() => _join.Value.Resolve(_givenChanges));
    }

    /// <summary>The deals: set as they are, read with merges and joins resolved.</summary>
    /// <remarks>They are read from columns: a table that was set keeps its own, other rows are copied into a table once.</remarks>
    /// <exception cref="ArgumentException">
    /// Set to a view that was narrowed by a span: what lies outside of it would not be known to the joins. Narrow what is read instead.
    /// </exception>
    public Deals Deals
    {
        get => ((Deals)_join.Value.Deals).InParallel(_deals.Narrowing.Threads);
        init => _deals = WithoutSpan<Deals, IDealRow>(value);
    }

    /// <summary>The leads: set as they are, read with merges and joins resolved.</summary>
    /// <inheritdoc cref="Deals" path="/remarks|/exception"/>
    public Leads Leads
    {
        get => ((Leads)_join.Value.Leads).InParallel(_leads.Narrowing.Threads);
        init => _leads = WithoutSpan<Leads, ILeadRow>(value);
    }

    /// <summary>The stages that deals entered: set as they are, read with those of merged deals given to the survivors.</summary>
    public IReadOnlyList<StageChange> StageChanges
    {
        get => _stageChanges.Value;
        init => _givenChanges = Given(value);
    }

    /// <summary>What is to be reached.</summary>
    public IReadOnlyList<Target> Targets { get; init => field = Given(value); } = [];

    /// <summary>The people who own leads and deals.</summary>
    public IReadOnlyList<Rep> Reps { get; init => field = Given(value); } = [];

    /// <summary>What the joins found.</summary>
    public LinkReport Links => _join.Value.Links;

    private static T Given<T>(T value) where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    private static TRows WithoutSpan<TRows, TFacts>(TRows rows) where TRows : Rows<TFacts>
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Narrowing.SpanDates.Length == 0
            ? rows
            : throw new ArgumentException("The view is narrowed by a span, beyond which the joins would see nothing: lay the span on what is read.", nameof(rows));
    }
}

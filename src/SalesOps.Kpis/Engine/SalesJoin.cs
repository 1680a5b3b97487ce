using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>Deals and leads with merges followed, links resolved, and what each lacks taken from the other.</summary>
internal sealed class SalesJoin
{
    private readonly Entities _deals;

    public SalesJoin(DealTable deals, LeadTable leads)
    {
        _deals = Entities.Of(deals.Source);
        Entities leadRows = Entities.Of(leads.Source);
        KeyText[] leadIds = deals.Source.ReadAll<IDealRow, DealReaders.Lead, KeyText>();
        KeyText[] dealIds = leads.Source.ReadAll<ILeadRow, LeadReaders.Deal, KeyText>();
        var links = new LeadLinks(_deals, leadIds, leadRows, dealIds);
        int[] leadOf = OfSurvivors(_deals, links.LeadOf), dealOf = OfSurvivors(leadRows, links.DealOf);
        var filling = new LeadFilling(leads, leadOf);
        DealColdColumns cold = deals.Cold with
        {
            Leads = LinkedIds(leadIds, leadOf, leadRows.Ids),
            MergedInto = SurvivorIds(_deals),
            Customers = filling.Customers(deals.Cold.Customers),
            Labels = filling.Labels(deals.Cold.Labels),
        };
        Deals = deals.With(cold, Status(deals.Status), filling.Receipts(deals.LeadReceived));
        var facts = new DealFacts(deals, _deals, leadOf, leadRows, dealOf);
        Leads = leads.With(LinkedIds(dealIds, dealOf, _deals.Ids), SurvivorIds(leadRows), facts);
        Links = new LinkReport
        {
            Deals = Count(_deals, leadIds, leadOf),
            Leads = Count(leadRows, dealIds, dealOf),
            Conflicts = links.Conflicts,
            FilledDeals = filling.Counts,
            FilledLeads = facts.Counts,
        };
    }

    public DealTable Deals { get; }

    public LeadTable Leads { get; }

    public LinkReport Links { get; }

    /// <summary>The same stages, those of merged deals with the survivor's id.</summary>
    public IReadOnlyList<StageChange> Resolve(IReadOnlyList<StageChange> changes)
    {
        Dictionary<string, string> survivors = _deals.SurvivorsById();
        return survivors.Count == 0
            ? changes
            : [.. changes.Select(change => survivors.TryGetValue(change.DealId, out string? survivor) ? change with { DealId = survivor } : change)];
    }

    private byte[] Status(byte[] given)
    {
        byte[] status = [.. given];
        for (int row = 0; row < status.Length; row++)
        {
            int flag = _deals.Merges.IsMerged(row) ? DealTable.MergedFlag : 0;
            status[row] = (byte)(status[row] & ~DealTable.MergedFlag | flag);
        }

        return status;
    }

    private static int[] OfSurvivors(Entities rows, Func<int, int> linked)
    {
        var result = new int[rows.Count];
        for (int row = 0; row < result.Length; row++)
            result[row] = rows.Merges.IsMerged(row) ? -1 : linked(row);
        return result;
    }

    // A link that leads nowhere stays as it is.
    private static string?[] LinkedIds(KeyText[] given, int[] linked, KeyText[] ids)
    {
        var result = new string?[given.Length];
        for (int row = 0; row < result.Length; row++)
            result[row] = (linked[row] < 0 ? given[row] : ids[linked[row]]).Value;
        return result;
    }

    private static string?[]? SurvivorIds(Entities rows)
    {
        if (rows.Merges.Merged == 0)
            return null;
        var result = new string?[rows.Count];
        for (int row = 0; row < result.Length; row++)
            result[row] = rows.Merges.IsMerged(row) ? rows.Ids[rows.Merges.SurvivorOf(row)].Value : null;
        return result;
    }

    private static LinkCounts Count(Entities rows, KeyText[] given, int[] linked)
    {
        long found = 0, orphaned = 0;
        for (int row = 0; row < linked.Length; row++)
        {
            found += linked[row] >= 0 ? 1 : 0;
            orphaned += linked[row] < 0 && given[row].Value is not null && !rows.Merges.IsMerged(row) ? 1 : 0;
        }

        return new LinkCounts
        {
            Linked = found,
            Orphaned = orphaned,
            Unlinked = rows.Count - found - orphaned - rows.Merges.Merged,
            Merged = rows.Merges.Merged,
            UnknownSurvivors = rows.Merges.UnknownSurvivors,
            MergeCycles = rows.Merges.Cycles,
            RepeatedIds = rows.RepeatedIds,
        };
    }
}

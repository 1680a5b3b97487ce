using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>The same deals as every kind of rows.</summary>
internal static class Sources
{
    public static IEnumerable<Deals> Of(Deal[] deals)
    {
        CrmDeal[] foreign = [.. deals.Select(deal => new CrmDeal(deal))];
        yield return deals;
        yield return deals.ToList();
        yield return DealTable.Of(deals);
        yield return Deals.Over(foreign, deal => new CrmDealRow(deal));
        yield return Deals.Over(foreign, deal => deal.ToDeal());
        yield return Deals.Over(new LinkedList<Deal>(deals).ToList().AsReadOnly());
        yield return DealTable.Of(Deals.Over(foreign, deal => new CrmDealRow(deal)));
    }
}

namespace SalesOps.Kpis;

/// <summary>Which lead each deal came from, and which deal each lead became. A link may stand on either side.</summary>
/// <remarks>
/// A row that was merged away, or repeats an id, speaks for the row that stands for it where that has nothing to say itself.
/// Where the two sides disagree, the deal's word wins.
/// </remarks>
internal sealed class LeadLinks
{
    private readonly Entities _deals, _leads;
    private readonly int[] _leadNamed, _dealNamed;          // by row: what the row itself says, or -1
    private readonly int[] _leadByDeals, _leadByLeads;      // of a deal: as deals say, as leads say
    private readonly int[] _dealByDeals, _dealByLeads;      // of a lead: likewise
    private readonly int[] _firstDeal;                      // of a lead: the first whose lead it is in the end

    public LeadLinks(Entities deals, KeyText[] leadIds, Entities leads, KeyText[] dealIds)
    {
        (_deals, _leads) = (deals, leads);
        _leadNamed = Array.ConvertAll(leadIds, id => leads.Find(id.Value));
        _dealNamed = Array.ConvertAll(dealIds, id => deals.Find(id.Value));
        (_leadByDeals, _leadByLeads) = (None(deals.Count), None(deals.Count));
        (_dealByDeals, _dealByLeads) = (None(leads.Count), None(leads.Count));
        HearDeals();
        Conflicts = HearLeads();
        _firstDeal = FirstDeals();
    }

    /// <summary>How many leads name a deal that names another lead, or are named by other deals only.</summary>
    public long Conflicts { get; }

    /// <summary>The row of the lead that a deal came from, or -1.</summary>
    public int LeadOf(int deal)
    {
        int entity = _deals.Of(deal);
        return First(_leadNamed[deal], _leadByDeals[entity], _leadByLeads[entity]);
    }

    /// <summary>The row of the deal that a lead became, or -1.</summary>
    public int DealOf(int lead)
    {
        int entity = _leads.Of(lead);
        return First(_firstDeal[entity], _dealByDeals[entity], _dealNamed[lead], _dealByLeads[entity]);
    }

    private void HearDeals()
    {
        for (int row = 0; row < _leadNamed.Length; row++)
        {
            int lead = _leadNamed[row], deal = _deals.Of(row);
            if (lead < 0)
                continue;
            _dealByDeals[lead] = _deals.Earlier(_dealByDeals[lead], deal);
            if (row == deal)
                _leadByDeals[deal] = lead;
            else if (_leadNamed[deal] < 0)
                _leadByDeals[deal] = _leads.Earlier(_leadByDeals[deal], lead);
        }
    }

    private long HearLeads()
    {
        var overruled = new HashSet<int>();
        for (int row = 0; row < _dealNamed.Length; row++)
        {
            int deal = _dealNamed[row], lead = _leads.Of(row);
            if (deal < 0)
                continue;
            bool isConfirmed = _dealByDeals[lead] == deal || _leadByDeals[deal] == lead;
            if (!isConfirmed && (_dealByDeals[lead] >= 0 || _leadByDeals[deal] >= 0))
                overruled.Add(lead);
            if (_dealByDeals[lead] >= 0)
                continue;
            _leadByLeads[deal] = _leads.Earlier(_leadByLeads[deal], lead);
            _dealByLeads[lead] = _deals.Earlier(_dealByLeads[lead], deal);
        }

        return overruled.Count;
    }

    private int[] FirstDeals()
    {
        int[] first = None(_leads.Count);
        for (int deal = 0; deal < _leadNamed.Length; deal++)
        {
            int lead = _deals.Merges.IsMerged(deal) ? -1 : LeadOf(deal);
            if (lead >= 0)
                first[lead] = _deals.Earlier(first[lead], _deals.Of(deal));
        }

        return first;
    }

    private static int First(int a, int b, int c, int d = -1) => a >= 0 ? a : b >= 0 ? b : c >= 0 ? c : d;

    private static int[] None(int count)
    {
        var rows = new int[count];
        Array.Fill(rows, -1);
        return rows;
    }
}

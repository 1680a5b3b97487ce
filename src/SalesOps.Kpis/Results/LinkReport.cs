using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>What <see cref="SalesData"/> found when it followed merges and joined leads and deals.</summary>
public sealed record LinkReport
{
    /// <summary>Deals, and whether they have a lead.</summary>
    public required LinkCounts Deals { get; init; }

    /// <summary>Leads, and whether they became a deal.</summary>
    public required LinkCounts Leads { get; init; }

    /// <summary>
    /// Leads whose word a deal's contradicts: they name a deal that names another lead, or other deals only name them. Then
    /// the deal's lead is the one that it names, and the lead's deal the one that names it, else the one that it names itself.
    /// </summary>
    public required long Conflicts { get; init; }

    /// <summary>What deals took over from their leads.</summary>
    public required DealFillCounts FilledDeals { get; init; }

    /// <summary>What leads took over from their deals.</summary>
    public required LeadFillCounts FilledLeads { get; init; }

    /// <summary>All counts but those of what was filled.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"deals: {Deals}\nleads: {Leads}\nconflicts: {Conflicts:#,0}");
}

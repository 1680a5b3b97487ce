using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How far leads have come, within a window or not. Who reached a rung has passed those below it.</summary>
public readonly record struct LeadLadder
{
    /// <summary>All leads received.</summary>
    public long Leads { get; init; }

    /// <summary>Those that were contacted.</summary>
    public long Contacted { get; init; }

    /// <summary>Those that sales accepted.</summary>
    public long Qualified { get; init; }

    /// <summary>Those that became a deal.</summary>
    public long Opportunities { get; init; }

    /// <summary>Of these, those whose deal isn't there: converted by their status or date only.</summary>
    public long OpportunitiesWithoutDeal { get; init; }

    /// <summary>Those with a deal that was won.</summary>
    public long Won { get; init; }

    /// <summary>The rungs from the bottom up.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Leads:#,0} leads, {Contacted:#,0} contacted, {Qualified:#,0} qualified, {Opportunities:#,0} opportunities, {Won:#,0} won");
}

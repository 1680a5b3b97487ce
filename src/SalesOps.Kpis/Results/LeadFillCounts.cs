namespace SalesOps.Kpis;

/// <summary>How many leads took over from their deals what became of them.</summary>
public readonly record struct LeadFillCounts
{
    /// <summary>Leads that took over when their first deal was created.</summary>
    public long Creations { get; init; }

    /// <summary>Leads that took over when a deal of theirs was won first.</summary>
    public long Wins { get; init; }

    /// <summary>Leads that took over the outcome of their deals.</summary>
    public long Outcomes { get; init; }

    /// <summary>
    /// Leads that said otherwise of any of these, and whose deals' word won: another date or outcome, or a win where no deal was won.
    /// </summary>
    public long Overruled { get; init; }
}

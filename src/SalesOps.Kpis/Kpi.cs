namespace SalesOps.Kpis;

/// <summary>Every KPI of the library, with its default options.</summary>
/// <example><c>WinRate rate = Kpi.WinRate.Calculate(deals);</c></example>
public static class Kpi
{
    /// <summary>How many of the decided deals were won.</summary>
    public static WinRateCalculator WinRate { get; } = new();

    /// <summary>Which deals are open, and what they are worth.</summary>
    public static PipelineCalculator Pipeline { get; } = new();

    /// <summary>How long won deals took.</summary>
    public static SalesCycleCalculator SalesCycle { get; } = new();

    /// <summary>How long leads waited for a response.</summary>
    public static LeadResponseTimeCalculator LeadResponseTime { get; } = new();

    /// <summary>How many leads became contacts, qualified leads and deals, by how soon they were answered.</summary>
    public static ResponseDecayCalculator ResponseDecay { get; } = new();

    /// <summary>Which leads became opportunities.</summary>
    public static LeadToOpportunityCalculator LeadToOpportunity { get; } = new();
}

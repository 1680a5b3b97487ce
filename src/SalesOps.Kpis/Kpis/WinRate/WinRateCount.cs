namespace SalesOps.Kpis;

/// <summary>What a win rate counts.</summary>
public enum WinRateCount : byte
{
    /// <summary>Deals.</summary>
    Deal,

    /// <summary>Customers: won if any of their deals in the slice was won, decided if any was decided.</summary>
    Customer,
}

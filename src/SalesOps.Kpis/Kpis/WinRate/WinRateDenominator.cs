namespace SalesOps.Kpis;

/// <summary>What won deals are divided by.</summary>
public enum WinRateDenominator : byte
{
    /// <summary>The decided deals: won and lost.</summary>
    Decided,

    /// <summary>Every deal that was created, whatever became of it: those that sales engaged.</summary>
    Engaged,
}

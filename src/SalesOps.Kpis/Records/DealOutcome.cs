namespace SalesOps.Kpis;

/// <summary>How a deal ended, or that it has not.</summary>
public enum DealOutcome : byte
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost, to a competitor or to no decision.</summary>
    Lost,

    /// <summary>Taken out because it never was a real opportunity; by default neither won nor lost.</summary>
    Disqualified,
}

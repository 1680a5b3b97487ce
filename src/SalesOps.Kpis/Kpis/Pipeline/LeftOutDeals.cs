namespace SalesOps.Kpis;

/// <summary>The deals that are not in a stock, by reason.</summary>
internal struct LeftOutDeals
{
    public long Merged { get; set; }

    public long CloseDateMissing { get; set; }

    public long CreatedLater { get; set; }

    public long Closed { get; set; }

    /// <summary>The same for a ledger, in the order in which the reasons are tried.</summary>
    public readonly ReasonCount[] Reasons =>
    [
        new(LedgerReason.Merged, Merged),
        new(LedgerReason.CloseDateMissing, CloseDateMissing),
        new(LedgerReason.CreatedAfterAsOf, CreatedLater),
        new(LedgerReason.AlreadyClosed, Closed),
    ];

    /// <summary>Counts a deal that isn't open.</summary>
    public void Add(DealState state)
    {
        switch (state)
        {
            case DealState.Merged: Merged++; break;
            case DealState.CloseDateMissing: CloseDateMissing++; break;
            case DealState.CreatedLater: CreatedLater++; break;
            case DealState.Closed: Closed++; break;
        }
    }

    public void Merge(in LeftOutDeals other)
    {
        Merged += other.Merged;
        CloseDateMissing += other.CloseDateMissing;
        CreatedLater += other.CreatedLater;
        Closed += other.Closed;
    }
}

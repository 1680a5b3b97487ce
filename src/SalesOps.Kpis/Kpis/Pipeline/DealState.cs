namespace SalesOps.Kpis;

/// <summary>What a deal is at an instant.</summary>
internal enum DealState : byte
{
    Merged, CloseDateMissing, CreatedLater, Closed, Open,
}

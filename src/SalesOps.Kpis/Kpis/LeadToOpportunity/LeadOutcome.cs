namespace SalesOps.Kpis;

/// <summary>What became of a lead within its window.</summary>
internal enum LeadOutcome : byte
{
    Converted, Late, Disqualified, Pending, Expired,
}

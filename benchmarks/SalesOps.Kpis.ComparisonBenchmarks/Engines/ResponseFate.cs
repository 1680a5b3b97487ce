namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>What became of a lead that waited for a response.</summary>
internal enum ResponseFate
{
    Answered, Negative, Undated, Disqualified, Breached, Pending, ReceivedLater, ReceiptUnknown,
    Count,
}

namespace SalesOps.Kpis;

/// <summary>Deals that enter the stock less those that leave it. Integers can be taken away exactly, so a stock is a running sum of flows.</summary>
internal struct PipelineFlow
{
    public AmountCell Amounts;
    public Int128 Weighted;             // amount x probability, in 1/10,000 x 1/10,000
    public long ProbabilityMissing, CreationUnknown, ClosedSince;
    public long Created;                // all deals that exist from here on, in the stock or not

    public void Merge(in PipelineFlow other)
    {
        Amounts.Merge(in other.Amounts);
        Weighted += other.Weighted;
        ProbabilityMissing += other.ProbabilityMissing;
        CreationUnknown += other.CreationUnknown;
        ClosedSince += other.ClosedSince;
        Created += other.Created;
    }
}

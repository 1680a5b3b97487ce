namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>What every engine is asked. The README says what each figure means.</summary>
internal enum Question
{
    WinRateByOwner,
    WinRateByOwnerMonth,
    CycleByOwner,
    PipelineSnapshots,
    ResponseByOwner,
    ResponseInWorkingTime,
    LeadToOpportunity,
    LeadToOpportunityWithoutWindow,
    WorkingTime,
}

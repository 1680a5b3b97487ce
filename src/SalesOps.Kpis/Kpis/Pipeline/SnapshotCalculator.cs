using SalesOps.Kpis.Statistics;
using static SalesOps.Kpis.PipelineSnapshotAccumulator;

namespace SalesOps.Kpis;

/// <summary>The stock at one instant, with what needs each deal and not only sums.</summary>
internal sealed record SnapshotCalculator(PipelineCalculator Definition, Instant At) : DealCalculator<PipelineSnapshotAccumulator, Pipeline>
{
    private readonly PipelineInstant _at = new(Definition, At);

    public override PipelineSnapshotAccumulator Start() => new(_at, new ValueArena());

    public override Pipeline Result(in PipelineSnapshotAccumulator state)
    {
        Pipeline sums = Definition.Read(At, state.Open, state.Currencies, state[Count.RateMissing], state[Count.ClosedSince],
            state.LeftOut.Reasons,
            [
                new(LedgerReason.CreationUnknown, state[Count.CreationUnknown]),
                new(LedgerReason.OpenWithCloseDate, state[Count.OpenWithCloseDate]),
            ]);
        AmountSummary dealAmount = state.Amounts;
        return sums with
        {
            DealAmount = dealAmount,
            Age = state.Ages,
            OverdueCount = state.Overdue.Rows,
            OverdueAmount = state.Overdue.AmountIn(state.Currencies),
            WithoutExpectedClose = state[Count.ExpectedCloseMissing],
            Cautions = [.. sums.Cautions, .. Concentration(dealAmount)],
        };
    }

    private IEnumerable<Caution> Concentration(AmountSummary amounts)
    {
        if (amounts is { Total: { Amount: > 0 } total, Max: { } largest } && (double)largest.Units / (double)total.Units is var share
            && share > Definition.ConcentratedLimit)
        {
            yield return new Caution { Code = CautionCode.Concentrated, Observed = share, Limit = Definition.ConcentratedLimit };
        }
    }
}

using static SalesOps.Kpis.OpenLeadsAccumulator;

namespace SalesOps.Kpis;

/// <summary>The open leads at one instant.</summary>
internal sealed record OpenLeadsCalculator(PipelineCalculator Definition, Instant At) : LeadCalculator<OpenLeadsAccumulator, OpenLeads>
{
    public override OpenLeadsAccumulator Start() => new(At);

    public override OpenLeads Result(in OpenLeadsAccumulator state) => new()
    {
        At = At,
        New = state[Count.New],
        Contacted = state[Count.Contacted],
        Qualified = state[Count.Qualified],
        Ledger = new Ledger(state[Count.New] + state[Count.Contacted] + state[Count.Qualified],
            new ReasonCounts(
                new(LedgerReason.Merged, state[Count.Merged]),
                new(LedgerReason.CloseDateMissing, state[Count.CloseDateMissing]),
                new(LedgerReason.CreatedAfterAsOf, state[Count.ReceivedAfterAsOf]),
                new(LedgerReason.AlreadyClosed, state[Count.AlreadyClosed])),
            new ReasonCounts(
                new(LedgerReason.CreationUnknown, state[Count.ReceiptUnknown]),
                new(LedgerReason.AsOfUsesToday, state[Count.StatusUndated]))),
        Definition = Definition,
    };
}

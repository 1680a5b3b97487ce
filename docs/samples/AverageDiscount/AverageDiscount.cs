using System.Runtime.CompilerServices;
using SalesOps.Kpis;

public sealed record AverageDiscount : IKpiResult
{
    public required MoneyRatio PriceToList { get; init; }           // carries both sums: it can be re-aggregated
    public required Ledger Ledger { get; init; }
    public double? Value => 1 - PriceToList.Value;                  // a fraction 0..1; null where it is undefined

    public void AddTo(KpiColumns columns)
    {
        columns.Add("list amount", PriceToList.Denominator);
        columns.Add("discount", Value, "0.0 %");
    }
}

public struct AverageDiscountAccumulator : IAccumulator<AverageDiscountAccumulator, IDealRow>
{
    internal MoneySum Price, List;
    internal long Merged, NotWon, AmountMissing;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]              // SOK001: the loops must not call it
    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        if (row.MergedIntoId is not null) { Merged++; return; }
        if (row.Outcome != DealOutcome.Won) { NotWon++; return; }
        if (!row.Amount.HasValue || !row.ListAmount.HasValue) { AmountMissing++; return; }
        Price.Add(row.Amount);
        List.Add(row.ListAmount);
    }

    public void Merge(in AverageDiscountAccumulator other)          // in any order
    {
        Price.Merge(in other.Price);
        List.Merge(in other.List);
        (Merged, NotWon, AmountMissing) = (Merged + other.Merged, NotWon + other.NotWon, AmountMissing + other.AmountMissing);
    }
}

public sealed record AverageDiscountCalculator : DealCalculator<AverageDiscountAccumulator, AverageDiscount>
{
    public override AverageDiscountAccumulator Start() => new();
    public override AverageDiscount Result(in AverageDiscountAccumulator state) => new()
    {
        PriceToList = state.Price.Over(in state.List),              // divided once, at the end
        Ledger = new Ledger(state.Price.Count, noted: new(), excluded: new(new(LedgerReason.Merged, state.Merged),
            new(LedgerReason.NotWon, state.NotWon), new(LedgerReason.AmountMissing, state.AmountMissing))),
    };
}

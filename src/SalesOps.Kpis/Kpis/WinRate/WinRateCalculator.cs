namespace SalesOps.Kpis;

/// <summary>x</summary>
public sealed record WinRateCalculator : DealCalculator<WinRateAccumulator, Proportion>
{
    /// <summary>x</summary>
    public Instant? AsOf { get; init; }
    /// <summary>x</summary>
    public DealKinds Kinds { get; init; } = DealKinds.NewBusiness | DealKinds.Expansion;
    /// <inheritdoc/>
    public override WinRateAccumulator Start() => new(this);
    /// <inheritdoc/>
    public override Proportion Result(in WinRateAccumulator state) => new(state[DealOutcome.Won].Rows, state[DealOutcome.Won].Rows+state[DealOutcome.Lost].Rows);
}

namespace SalesOps.Kpis;

/// <summary>Won deals of decided deals (the "closed-deal ratio"), by count and by amount.</summary>
/// <remarks>
/// <para>By count: won / (won + lost). By amount: won amount / (won + lost amount), undefined when more than
/// <see cref="LostAmountsMissingLimit"/> of the lost deals have no amount or 0, because it would then be near 100 % whatever
/// was lost.</para>
/// <para>Rows are left out under the first reason that applies: merged into another deal, of a kind that is left out,
/// created or closed after the as-of, still open, disqualified.</para>
/// </remarks>
public sealed record WinRateCalculator : DealCalculator<WinRateAccumulator, WinRate>
{
    /// <summary>What won deals are divided by. The default is <see cref="WinRateDenominator.Decided"/>.</summary>
    public WinRateDenominator Denominator { get; init; }

    /// <summary>What is counted. The default is <see cref="WinRateCount.Deal"/>. Amounts are always those of deals.</summary>
    public WinRateCount CountBy { get; init; }

    /// <summary>Whether disqualified deals count as lost. The default is false: they are counted apart.</summary>
    public bool DisqualifiedCountsAsLost { get; init; }

    /// <summary>The kinds that count. The default is new business and expansion.</summary>
    public DealKinds Kinds { get; init; } = DealKinds.NewBusiness | DealKinds.Expansion;

    /// <summary>
    /// What was created or closed later has not happened yet, so a deal that was closed later is an open one. The default is
    /// null: the data are complete. A closed deal without a date of its close counts as closed, and is noted.
    /// </summary>
    public Instant? AsOf { get; init; }

    /// <summary>The share of lost deals without an amount, or with 0, above which the rate by amount is undefined. The default is 0.2.</summary>
    public double LostAmountsMissingLimit { get; init; } = 0.2;

    /// <summary>A rate over fewer carries <see cref="CautionCode.SmallSample"/>. The default is 30.</summary>
    public long SmallSampleLimit { get; init; } = 30;

    /// <summary>
    /// How amounts in other currencies count. The default is null: they don't, and two currencies leave the money figures
    /// undefined. The event of a deal is its close; of one that isn't closed, the as-of, without one the creation. A deal
    /// without a rate is left out of both sides of the rate by amount, and counted.
    /// </summary>
    public CurrencyConversion? Conversion { get; init; }

    /// <inheritdoc/>
    public override WinRateAccumulator Start() => new(this);

    /// <inheritdoc/>
    public override WinRate Result(in WinRateAccumulator state)
    {
        AmountCell won = state[DealOutcome.Won], lost = state[DealOutcome.Lost], all = won;
        all.Merge(in lost);
        if (Counts(DealOutcome.Disqualified))
            all.Merge(state[DealOutcome.Disqualified]);
        if (Counts(DealOutcome.Open))
            all.Merge(state[DealOutcome.Open]);
        long rateMissing = state[WinRateAccumulator.LeftOut.RateMissing] + state[WinRateAccumulator.LeftOut.LostRateMissing];
        Proportion byCount = state.Customers is { } customers ? new(customers.Won, customers.All) : new(won.Rows, all.Rows);
        return new WinRate
        {
            ByCount = byCount,
            ByAmount = ByAmount(in state, in won, in lost, in all),
            WonAmount = Sum(in won, state.Currencies),
            MeanWonAmount = Sum(in won, state.Currencies) is { } sum ? new Money(sum.Amount / won.WithAmount, sum.Currency) : null,
            Lost = lost.Rows,
            Disqualified = state[DealOutcome.Disqualified].Rows,
            Open = state[DealOutcome.Open].Rows + state[WinRateAccumulator.LeftOut.ClosedAfterAsOf],
            Currencies = state.Currencies.All,
            Undefined = byCount.Denominator == 0 ? UndefinedReason.NoClosedDeals : UndefinedReason.None,
            Ledger = Ledger(in state, all.Rows, 0, 0,
                state[WinRateAccumulator.LeftOut.CloseDateMissing] + state[WinRateAccumulator.LeftOut.BothMissing]),
            AmountLedger = Ledger(in state, all.WithAmount, all.WithoutAmount - rateMissing, rateMissing,
                state[WinRateAccumulator.LeftOut.CloseDateMissing]),
            Cautions = [.. CautionRules.SmallSample(byCount.Denominator, SmallSampleLimit)],
            Definition = this,
        };
    }

    internal bool Counts(DealOutcome outcome) => outcome switch
    {
        DealOutcome.Open => Denominator == WinRateDenominator.Engaged,
        DealOutcome.Disqualified => Denominator == WinRateDenominator.Engaged || DisqualifiedCountsAsLost,
        _ => true,
    };

    /// <inheritdoc/>
    protected override void CheckDate(DateField<IDealRow> date)
    {
        if (Denominator == WinRateDenominator.Engaged && ReferenceEquals(date, DealDate.Closed))
            throw new ArgumentException("Engaged deals include open ones, which have no close: slice them by another date.", nameof(date));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<WinRate> results) => grid.PartialPeriod(AsOf);

    private MoneyRatio ByAmount(in WinRateAccumulator state, in AmountCell won, in AmountCell lost, in AmountCell all)
    {
        long lostUnrated = state[WinRateAccumulator.LeftOut.LostRateMissing];
        UndefinedReason undefined = state.Currencies.IsMixed ? UndefinedReason.MixedCurrencies
            : won.Rows + lost.Rows == 0 ? UndefinedReason.NoClosedDeals
            : lost.WithoutAmount - lostUnrated + state.LostZeros > LostAmountsMissingLimit * (lost.Rows - lostUnrated) ? UndefinedReason.LostAmountsMissing
            : all.WithAmount == 0 ? UndefinedReason.NoAmounts
            : UndefinedReason.None;
        Currency currency = state.Currencies.Single;
        return undefined == UndefinedReason.None
            ? new MoneyRatio(Money.FromUnits(won.Units, currency), Money.FromUnits(all.Units, currency))
            : MoneyRatio.UndefinedBecause(undefined, Sum(in won, state.Currencies), Sum(in all, state.Currencies));
    }

    private static Money? Sum(in AmountCell cell, CurrencyTally currencies) =>
        cell.WithAmount == 0 || currencies.IsMixed ? null : Money.FromUnits(cell.Units, currencies.Single);

    private Ledger Ledger(in WinRateAccumulator state, long used, long amountMissing, long rateMissing, long closeDateMissing)
    {
        long customersMissing = state[WinRateAccumulator.LeftOut.CustomerMissing];
        return new Ledger(used,
            new ReasonCounts(
                new(LedgerReason.Merged, state[WinRateAccumulator.LeftOut.Merged]),
                new(LedgerReason.KindLeftOut, state.KindLeftOut),
                new(LedgerReason.CreatedAfterAsOf, state[WinRateAccumulator.LeftOut.CreatedAfterAsOf]),
                new(LedgerReason.ClosedAfterAsOf, state[WinRateAccumulator.LeftOut.ClosedAfterAsOf]),
                new(LedgerReason.StillOpen, Counts(DealOutcome.Open) ? 0 : state[DealOutcome.Open].Rows),
                new(LedgerReason.Disqualified, Counts(DealOutcome.Disqualified) ? 0 : state[DealOutcome.Disqualified].Rows),
                new(LedgerReason.CustomerMissing, customersMissing),
                new(LedgerReason.AmountMissing, amountMissing),
                new(LedgerReason.RateMissing, rateMissing)),
            new ReasonCounts(new ReasonCount(LedgerReason.CloseDateMissing, closeDateMissing)));
    }
}

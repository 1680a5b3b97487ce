using static SalesOps.Kpis.CoverageAccumulator;

namespace SalesOps.Kpis;

/// <summary>A target against what is won and open.</summary>
internal sealed record CoverageCalculator(PipelineCalculator Definition, Instant AsOf, Target Target, WinRate History)
    : DealCalculator<CoverageAccumulator, PipelineCoverage>
{
    private readonly Moment _from = Target.Period.From, _until = Target.Period.Until;

    public PipelineInstant At { get; } = new(Definition, AsOf);

    public override CoverageAccumulator Start() => new(this);

    public bool IsInPeriod(Moment moment) => moment.Value >= _from.Value && moment.Value < _until.Value;

    public Part PartOf(LocalDate? expected) => expected is not { } day ? Part.WithoutExpectedClose
        : At.IsOverdue(day) ? Part.Overdue
        : Target.Period.Contains(day) ? Part.ExpectedInPeriod
        : Part.ExpectedInOtherPeriods;

    public override PipelineCoverage Result(in CoverageAccumulator state)
    {
        PipelineCell won = state[Part.Won], covering = state[Part.ExpectedInPeriod], open = covering;
        for (var part = Part.Overdue; part < Part.Length; part++)
            open.Merge(state[part]);
        if (Definition.CoverageBasis == CoverageBasis.AllOpen)
            covering = open;
        PipelineCell all = open;
        all.Merge(in won);
        CurrencyTally currencies = all.Currencies;
        MoneyRatio byAmount = ByAmount(currencies, in won, in covering, out Money? gap);
        long? gapCount = Target.Count - won.Rows;
        Money? needed = Needed(gap);
        return new PipelineCoverage
        {
            At = AsOf,
            Target = Target,
            Won = PartIn(currencies, in won),
            ExpectedInPeriod = PartIn(currencies, state[Part.ExpectedInPeriod]),
            Overdue = PartIn(currencies, state[Part.Overdue]),
            WithoutExpectedClose = PartIn(currencies, state[Part.WithoutExpectedClose]),
            ExpectedInOtherPeriods = PartIn(currencies, state[Part.ExpectedInOtherPeriods]),
            Covering = PartIn(currencies, in covering),
            GapAmount = gap,
            GapCount = gapCount,
            ByAmount = byAmount,
            ByCount = gapCount > 0 ? (double)covering.Rows / gapCount : null,
            CountUndefined = gapCount is null ? UndefinedReason.NoTarget : gapCount > 0 ? UndefinedReason.None : UndefinedReason.TargetReached,
            WinRate = History,
            PipelineNeeded = needed,
            NeededByCount = needed is not null && History.ByAmount.Value is null,
            PipelineShortfall = needed is { } need ? need - Money.FromUnits(covering.Units, need.Currency) : null,
            DealsNeeded = gapCount is null ? null : gapCount <= 0 ? 0 : History.ByCount.Value is > 0 and var rate ? gapCount / rate : null,
            Ledger = Ledger(in state, in all),
            Cautions = [.. Definition.Cautions(covering.Rows, covering.Rows - covering.WithAmount, state[Count.ClosedSince])],
            Definition = Definition,
        };
    }

    private static PipelinePart PartIn(CurrencyTally currencies, in PipelineCell cell) => new()
    {
        Count = cell.Rows,
        WithoutAmount = cell.Rows - cell.WithAmount,
        Amount = cell.AmountIn(currencies),
        WeightedAmount = cell.WeightedIn(currencies),
    };

    private MoneyRatio ByAmount(CurrencyTally currencies, in PipelineCell won, in PipelineCell covering, out Money? gap)
    {
        gap = null;
        if (Target.Amount is not { } target)
            return MoneyRatio.UndefinedBecause(UndefinedReason.NoTarget);
        Currency currency = currencies.Single.IsNone ? target.Currency : currencies.Single;
        if (currencies.IsMixed || InCurrency(target, currency) is not { } comparable)
            return MoneyRatio.UndefinedBecause(UndefinedReason.MixedCurrencies);
        if (IsUnknown(in won))
            return MoneyRatio.UndefinedBecause(UndefinedReason.NoAmounts);
        gap = comparable - Money.FromUnits(won.Units, currency);
        return gap is not { Amount: > 0 } missing ? MoneyRatio.UndefinedBecause(UndefinedReason.TargetReached)
            : IsUnknown(in covering) ? MoneyRatio.UndefinedBecause(UndefinedReason.NoAmounts)
            : new MoneyRatio(Money.FromUnits(covering.Units, currency), missing);
    }

    // No deals amount to 0; deals without amounts amount to nobody knows what.
    private static bool IsUnknown(in PipelineCell cell) => cell.Rows > 0 && cell.WithAmount == 0;

    private Money? InCurrency(Money target, Currency currency)
    {
        if (target.Currency == currency)
            return target;
        return Definition.Conversion is { } conversion && conversion.TryConvert(target, At.Moment, out Amount converted) ? converted.ToMoney() : null;
    }

    private Money? Needed(Money? gap)
    {
        if (gap is not { } missing)
            return null;
        if (missing.Amount <= 0)
            return new Money(0, missing.Currency);
        // Beyond what money can hold the need is without meaning.
        return (History.ByAmount.Value ?? History.ByCount.Value) is > 0 and var rate && (double)missing.Amount / rate < 1e24
            ? new Money(missing.Amount / (decimal)rate, missing.Currency)
            : null;
    }

    private static Ledger Ledger(in CoverageAccumulator state, in PipelineCell used) => new(used.Rows,
        new ReasonCounts(state.LeftOut.Reasons),
        new ReasonCounts(
            new(LedgerReason.CreationUnknown, state[Count.CreationUnknown]),
            new(LedgerReason.AmountMissing, used.Rows - used.WithAmount - state[Count.RateMissing]),
            new(LedgerReason.RateMissing, state[Count.RateMissing]),
            new(LedgerReason.AsOfUsesToday, state[Count.ClosedSince])));
}

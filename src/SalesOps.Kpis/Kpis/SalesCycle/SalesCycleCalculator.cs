using SalesOps.Kpis.Statistics;
using LeftOut = SalesOps.Kpis.SalesCycleAccumulator.LeftOut;

namespace SalesOps.Kpis;

/// <summary>How long won deals took, from the first contact to the close.</summary>
/// <remarks>
/// Rows are left out under the first reason that applies: merged into another deal, created or closed after the as-of, still
/// open, not won, without a date of the close, without a start, closed before the start.
/// </remarks>
public sealed record SalesCycleCalculator : DealCalculator<SalesCycleAccumulator, SalesCycle>
{
    /// <summary>Where the cycle starts. The default is <see cref="CycleStart.FirstContact"/>, with its fallbacks.</summary>
    public CycleStart From { get; init; }

    /// <summary>Which deals have one. The default is <see cref="CycleEnd.Won"/>.</summary>
    public CycleEnd Until { get; init; }

    /// <summary>How days are counted. The default is <see cref="DayCount.Elapsed"/>.</summary>
    public DayCount DayCount { get; init; }

    /// <summary>The reporting zone, for <see cref="DayCount.LocalDates"/>. The default is UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The working hours, for <see cref="DayCount.Working"/>, which needs them. The default is null.</summary>
    public WorkingHours? Hours { get; init; }

    /// <summary>What was created or closed later has not happened yet. The default is null: the data are complete.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>A cycle over fewer deals carries <see cref="CautionCode.SmallSample"/>. The default is 30.</summary>
    public long SmallSampleLimit { get; init; } = 30;

    /// <summary>A larger share of unresolved deals carries <see cref="CautionCode.RightCensored"/>. The default is 0.2.</summary>
    public double RightCensoredLimit { get; init; } = 0.2;

    /// <summary>A larger share of deals measured from a fallback carries <see cref="CautionCode.MixedStarts"/>. The default is 0.05.</summary>
    public double MixedStartsLimit { get; init; } = 0.05;

    /// <summary>
    /// Groups whose cycles differ by at least this share of the variance of the ranks, and by no chance, carry
    /// <see cref="CautionCode.SegmentsDiffer"/>. The default is 0.06; above 1 nothing is tested.
    /// </summary>
    public double DifferenceLimit { get; init; } = 0.06;

    /// <summary>The probability below which a difference between groups isn't chance. The default is 0.01.</summary>
    public double DifferenceSignificance { get; init; } = 0.01;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="DayCount"/> is Working and <see cref="Hours"/> is null.</exception>
    public override SalesCycleAccumulator Start() => DayCount == DayCount.Working && Hours is null
        ? throw new InvalidOperationException($"{nameof(DayCount)}.{nameof(DayCount.Working)} needs {nameof(Hours)}.")
        : new(this, new ValueArena());

    /// <inheritdoc/>
    public override SalesCycle Result(in SalesCycleAccumulator state)
    {
        DurationSummary duration = state.Summary;
        return new SalesCycle
        {
            Duration = duration,
            Undefined = duration.Count > 0 ? UndefinedReason.None
                : Until == CycleEnd.Won ? UndefinedReason.NoWonDeals : UndefinedReason.NoClosedDeals,
            Ledger = Ledger(in state),
            Cautions = [.. Cautions(state)],
            Definition = this,
        };
    }

    /// <summary>The same figures for files that hold durations only.</summary>
    /// <remarks>Negative durations are left out and counted.</remarks>
    public SalesCycle Summarize(ReadOnlySpan<Duration> durations)
    {
        var ticks = new long[durations.Length];
        int measured = 0;
        foreach (Duration duration in durations)
        {
            if (duration >= Duration.Zero)
                ticks[measured++] = duration.BclCompatibleTicks;
        }

        return new SalesCycle
        {
            Duration = DurationStatistics.Summarize(ticks.AsSpan(0, measured)),
            Undefined = measured == 0 ? UndefinedReason.NoRows : UndefinedReason.None,
            Ledger = new Ledger(measured, new ReasonCounts(new ReasonCount(LedgerReason.NegativeDuration, durations.Length - measured)), new ReasonCounts()),
            Cautions = [.. CautionRules.SmallSample(measured, SmallSampleLimit)],
            Definition = this,
        };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<SalesCycle> results) => grid.PartialPeriod(AsOf);

    private protected override IEnumerable<Caution> CautionsOf<TKey>(RowsBy<IDealRow, TKey> rows, KpiRow<TKey, SalesCycle>[] results,
        SalesCycleAccumulator[] states)
    {
        ValueBag[] bags = [.. rows.SlotOrder.Select(slot => states[slot].Ticks)];
        return GroupDifference.Between(bags, DifferenceSignificance, DifferenceLimit) is { } difference
            ? [difference.Caution(CautionCode.SegmentsDiffer, rows.KeyName, results[difference.Group].Key, DifferenceLimit)]
            : [];
    }

    private static Ledger Ledger(in SalesCycleAccumulator state) => new(state.Measured,
        new ReasonCounts(
            new(LedgerReason.Merged, state[LeftOut.Merged]),
            new(LedgerReason.CreatedAfterAsOf, state[LeftOut.CreatedAfterAsOf]),
            new(LedgerReason.ClosedAfterAsOf, state[LeftOut.ClosedAfterAsOf]),
            new(LedgerReason.StillOpen, state.StillOpen),
            new(LedgerReason.NotWon, state.NotWon),
            new(LedgerReason.CloseDateMissing, state[LeftOut.CloseDateMissing]),
            new(LedgerReason.StartMissing, state[LeftOut.StartMissing]),
            new(LedgerReason.NegativeDuration, state[LeftOut.NegativeDuration])),
        new ReasonCounts(
            new(LedgerReason.StartedAtLeadReceipt, state.StartedAtLeadReceipt),
            new(LedgerReason.StartedAtCreation, state.StartedAtCreation)));

    private IEnumerable<Caution> Cautions(SalesCycleAccumulator state)
    {
        long unresolved = state.StillOpen + state[LeftOut.ClosedAfterAsOf];
        long started = unresolved + state.Measured + state.NotWon + state[LeftOut.CloseDateMissing]
            + state[LeftOut.StartMissing] + state[LeftOut.NegativeDuration];
        long fellBack = state.StartedAtLeadReceipt + state.StartedAtCreation;
        return
        [
            .. CautionRules.SmallSample(state.Measured, SmallSampleLimit),
            .. CautionRules.ShareAbove(CautionCode.RightCensored, unresolved, started, RightCensoredLimit),
            .. CautionRules.ShareAbove(CautionCode.MixedStarts, fellBack, state.Measured, MixedStartsLimit),
        ];
    }
}

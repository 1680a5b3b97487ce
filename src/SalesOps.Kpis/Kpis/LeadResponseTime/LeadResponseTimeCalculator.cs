using SalesOps.Kpis.Statistics;
using static SalesOps.Kpis.ResponseClock;

namespace SalesOps.Kpis;

/// <summary>How long leads waited from their receipt to the first response.</summary>
/// <remarks>
/// <para>
/// An unanswered lead has no time and isn't dropped: it lowers the answered share, and it has breached the SLA once it waited
/// longer. Without an as-of the data are complete, so that every unanswered lead has breached it. A lead that was contacted,
/// qualified or converted, as its dates or its status tell, was answered, though the time isn't known.
/// </para>
/// <para>
/// Rows are left out under the first reason that applies: merged into another lead, received after the as-of, without a start,
/// disqualified unanswered, answered before the start. A lead that was disqualified after its response counts like any other.
/// </para>
/// </remarks>
public sealed record LeadResponseTimeCalculator : LeadCalculator<LeadResponseTimeAccumulator, LeadResponseTime>
{
    /// <summary>From when leads wait. The default is <see cref="ResponseStart.Receipt"/>.</summary>
    public ResponseStart From { get; init; }

    /// <summary>What answers them. The default is <see cref="ResponseEnd.FirstResponse"/>.</summary>
    public ResponseEnd To { get; init; }

    /// <summary>The working hours in which time counts, for the SLA too. The default is null: the time that passes by the calendar.</summary>
    public WorkingHours? Hours { get; init; }

    /// <summary>The same per owner of the lead; then <see cref="Hours"/> stays null. The default is null.</summary>
    public WorkingHoursByOwner? HoursByOwner { get; init; }

    /// <summary>A lead answered after so long, or sooner, was answered in time. The default is 5 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Duration Sla { get; init => field = NotNegative(value); } = Duration.FromMinutes(5L);

    /// <summary>What becomes of responses before the start. The default is <see cref="NegativeResponse.Exclude"/>.</summary>
    public NegativeResponse Negative { get; init; }

    /// <summary>
    /// Whether a lead that was disqualified without a response counts as unanswered. The default is false: spam and duplicates want
    /// no response, so it is left out and counted.
    /// </summary>
    public bool DisqualifiedCountsAsUnanswered { get; init; }

    /// <summary>What was received, answered or disqualified later has not happened yet. The default is null: the data are complete.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>The buckets of response time. The default is <see cref="ResponseBuckets.Default"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ResponseBuckets Buckets { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = ResponseBuckets.Default;

    /// <summary>A larger share of leads that wait in vain, pending ones apart, carries <see cref="CautionCode.Unanswered"/>. The default is 0.1.</summary>
    public double UnansweredLimit { get; init; } = 0.1;

    /// <summary>A response after a longer time by the calendar is implausible. The default is 30 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Duration ImplausibleLag { get; init => field = NotNegative(value); } = Duration.FromDays(30);

    /// <summary>A larger share of implausible or negative response times carries <see cref="CautionCode.ImplausibleLags"/>. The default is 0.01.</summary>
    public double ImplausibleLagsLimit { get; init; } = 0.01;

    /// <summary>Fewer answered leads carry <see cref="CautionCode.SmallSample"/>. The default is 30.</summary>
    public long SmallSampleLimit { get; init; } = 30;

    /// <summary>A larger share of leads that are unanswered at the as-of carries <see cref="CautionCode.RightCensored"/>. The default is 0.2.</summary>
    public double RightCensoredLimit { get; init; } = 0.2;

    /// <summary>
    /// Groups whose response times differ by at least this share of the variance of the ranks, and by no chance, carry
    /// <see cref="CautionCode.RepsDiffer"/>, or <see cref="CautionCode.SegmentsDiffer"/> where they aren't people. The default is 0.06; above 1 nothing is tested.
    /// </summary>
    public double DifferenceLimit { get; init; } = 0.06;

    /// <summary>The probability below which a difference between groups isn't chance. The default is 0.01.</summary>
    public double DifferenceSignificance { get; init; } = 0.01;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Both <see cref="Hours"/> and <see cref="HoursByOwner"/> are set.</exception>
    public override LeadResponseTimeAccumulator Start() => new(Clock(), new ValueArena());

    /// <inheritdoc/>
    public override LeadResponseTime Result(in LeadResponseTimeAccumulator state)
    {
        using var times = new Rented<long>(checked((int)state.Ticks.Count));
        state.Ticks.CopyTo(times.Span);
        long overdue = state[Fate.Breached];
        ResponseBucket[] buckets = BucketsOf(times.Span, out long inTime);
        var minutes = new MinuteStatistics(times.Span);
        return new LeadResponseTime
        {
            Answered = times.Span.Length,
            AnsweredUndated = state[Fate.AnsweredUndated],
            Unanswered = state[Fate.Pending] + overdue,
            Pending = state[Fate.Pending],
            WithinSla = new Proportion(inTime, times.Span.Length + overdue),
            MeanMinutes = minutes.Mean,
            MedianMinutes = minutes.Median,
            P90Minutes = minutes.P90,
            P95Minutes = minutes.P95,
            MinMinutes = minutes.Min,
            MaxMinutes = minutes.Max,
            Buckets = buckets,
            Undefined = times.Span.IsEmpty ? UndefinedReason.NoResponses : UndefinedReason.None,
            Ledger = Ledger(in state),
            Cautions = [.. Cautions(state)],
            Definition = this,
        };
    }

    internal ResponseClock Clock() => Hours is not null && HoursByOwner is not null
        ? throw new InvalidOperationException($"{nameof(Hours)} and {nameof(HoursByOwner)} exclude one another.")
        : new ResponseClock(this);

    /// <inheritdoc/>
    protected override IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<LeadResponseTime> results) => grid.PartialPeriod(AsOf);

    private protected override IEnumerable<Caution> CautionsOf<TKey>(RowsBy<ILeadRow, TKey> rows, KpiRow<TKey, LeadResponseTime>[] results,
        LeadResponseTimeAccumulator[] states)
    {
        bool arePeople = rows.KeyName == LeadDimension.Owner.Name || rows.KeyName == LeadDimension.Responder.Name;
        ValueBag[] bags = [.. rows.SlotOrder.Select(slot => states[slot].Ticks)];
        return GroupDifference.Between(bags, DifferenceSignificance, DifferenceLimit) is { } difference
            ? [difference.Caution(arePeople ? CautionCode.RepsDiffer : CautionCode.SegmentsDiffer, rows.KeyName, results[difference.Group].Key, DifferenceLimit)]
            : [];
    }

    private ResponseBucket[] BucketsOf(ReadOnlySpan<long> times, out long inTime)
    {
        long[] counts = Buckets.Counts(times, Sla.BclCompatibleTicks, out inTime);
        var buckets = new ResponseBucket[counts.Length];
        for (int i = 0; i < buckets.Length; i++)
            buckets[i] = new() { From = Buckets.From(i), Until = Buckets.Until(i), Share = new Proportion(counts[i], times.Length) };
        return buckets;
    }

    private static Ledger Ledger(in LeadResponseTimeAccumulator state) => new(
        state.Ticks.Count + state[Fate.AnsweredUndated] + state[Fate.Pending] + state[Fate.Breached],
        new ReasonCounts(
            new(LedgerReason.Merged, state[Fate.Merged]),
            new(LedgerReason.CreatedAfterAsOf, state[Fate.CreatedAfterAsOf]),
            new(LedgerReason.StartMissing, state[Fate.StartMissing]),
            new(LedgerReason.Disqualified, state[Fate.Disqualified]),
            new(LedgerReason.NegativeDuration, state[Fate.NegativeDuration])),
        new ReasonCounts(
            new(LedgerReason.NegativeDuration, state[Fate.AnsweredEarly]),
            new(LedgerReason.Unanswered, state[Fate.Pending] + state[Fate.Breached]),
            new(LedgerReason.ResponseUndated, state[Fate.AnsweredUndated])));

    private IEnumerable<Caution> Cautions(LeadResponseTimeAccumulator state)
    {
        long answered = state.Ticks.Count, unanswered = state[Fate.Pending] + state[Fate.Breached];
        long leads = answered + state[Fate.AnsweredUndated] + unanswered;
        long implausible = state[Fate.AnsweredLate] + state[Fate.AnsweredEarly] + state[Fate.NegativeDuration];
        return
        [
            .. CautionRules.SmallSample(answered, SmallSampleLimit),
            .. CautionRules.ShareAbove(CautionCode.Unanswered, state[Fate.Breached], leads, UnansweredLimit),
            .. CautionRules.ShareAbove(CautionCode.ImplausibleLags, implausible, answered + state[Fate.NegativeDuration], ImplausibleLagsLimit),
            .. AsOf is null ? [] : CautionRules.ShareAbove(CautionCode.RightCensored, unanswered, leads, RightCensoredLimit),
        ];
    }

    private static Duration NotNegative(Duration value) => value >= Duration.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A time to respond isn't negative.");
}

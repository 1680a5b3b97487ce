using SalesOps.Kpis.Statistics;
using Count = SalesOps.Kpis.LeadToOpportunityAccumulator.Count;

namespace SalesOps.Kpis;

/// <summary>Which leads became opportunities (or were qualified, or won), within a window from their receipt.</summary>
/// <remarks>
/// <para>The leads are a cohort, by their receipt. A lead converts when the event comes before receipt + <see cref="Window"/>.
/// <see cref="LeadToOpportunity.Rate"/> looks at leads whose window has ended by the as-of, so that it doesn't change any more
/// with time; <see cref="LeadToOpportunity.RateToDate"/> looks at all.</para>
/// <para>Several leads of one person (<see cref="Lead.PersonId"/>) count once: received when the first was, as far as the
/// furthest came, disqualified when all were. So no rate exceeds 1. A person may stand in several groups or periods.</para>
/// <para>A status without its date counts as having happened and takes no time. Without a date of the conversion or the
/// receipt the window can't be judged: the lead counts as within, and as one whose window has ended where it has no receipt.</para>
/// <para>Rows are left out under the first reason that applies: merged into another lead, received after the as-of, a further
/// lead of a person.</para>
/// </remarks>
public sealed record LeadToOpportunityCalculator : LeadCalculator<LeadToOpportunityAccumulator, LeadToOpportunity>
{
    private const int MostFactors = 12;

    /// <summary>What counts as a conversion. The default is <see cref="LeadConversion.OpportunityCreated"/>.</summary>
    public LeadConversion ConvertedWhen { get; init; }

    /// <summary>How long a lead has to convert, half-open from its receipt. The default is 90 days of 24 hours; null is without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above zero.</exception>
    public Duration? Window
    {
        get;
        init => field = value is null || value > Duration.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Window), value, "A window is longer than nothing.");
    }
    = Duration.FromDays(90);

    /// <summary>What happened later has not happened yet; what happened at it has. The default is null: the data are complete.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>The rate that is aimed at, a fraction 0..1, for <see cref="CautionCode.CauseNotSeparated"/>. The default is null: none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within 0..1.</exception>
    public double? TargetRate
    {
        get;
        init => field = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(TargetRate), value, "A rate is a fraction from 0 to 1.");
    }

    /// <summary>With a smaller share of leads with a contact date, a missed target carries <see cref="CautionCode.CauseNotSeparated"/>. The default is 0.5.</summary>
    public double ContactDatedLimit { get; init; } = 0.5;

    /// <summary>A larger share of pending leads carries <see cref="CautionCode.Immature"/>. The default is 0.2.</summary>
    public double ImmatureLimit { get; init; } = 0.2;

    /// <summary>A rate over fewer leads carries <see cref="CautionCode.SmallSample"/>. The default is 30.</summary>
    public long SmallSampleLimit { get; init; } = 30;

    /// <summary>A wider 95 % interval of the rate carries <see cref="CautionCode.SmallSample"/> too. The default is 0.2.</summary>
    public double WideIntervalLimit { get; init; } = 0.2;

    /// <inheritdoc/>
    public override LeadToOpportunityAccumulator Start() => new(this, new ValueArena());

    /// <inheritdoc/>
    public override LeadToOpportunity Result(in LeadToOpportunityAccumulator state)
    {
        LeadToOpportunityAccumulator leads = state.WithPersons(out long[] ticks);
        long expired = leads[LeadOutcome.Expired] + leads[LeadOutcome.Late];
        long received = leads[LeadOutcome.Converted] + leads[LeadOutcome.Disqualified] + leads[LeadOutcome.Pending] + expired;
        long mature = leads[LeadOutcome.Converted, hasEnded: true] + leads[LeadOutcome.Disqualified, hasEnded: true] + expired;
        var result = new LeadToOpportunity
        {
            Rate = new Proportion(leads[LeadOutcome.Converted, hasEnded: true], mature),
            RateToDate = new Proportion(leads[LeadOutcome.Converted], received),
            Disqualified = leads[LeadOutcome.Disqualified],
            Pending = leads[LeadOutcome.Pending],
            Expired = expired,
            ConvertedLate = leads[LeadOutcome.Late],
            Maturity = new Proportion(mature, received),
            Ladder = Ladder(in leads, received),
            ContactDated = new Proportion(leads[Count.ContactDated], received),
            TimeToConvert = DurationStatistics.Summarize(ticks),
            Undefined = received == 0 ? UndefinedReason.NoRows : mature == 0 ? UndefinedReason.WindowsRunning : UndefinedReason.None,
            Ledger = Ledger(in leads, mature, received),
            TimeLedger = TimeLedger(in leads, received, ticks.Length),
            Definition = this,
        };
        return result with { Cautions = [.. Cautions(result)] };
    }

    /// <summary>Where the gap between the rates of two groups of leads comes from.</summary>
    /// <remarks>Reads each lead as a record, so it takes longer than a rate. A person's lead is the first received.</remarks>
    /// <param name="reference">The leads to compare with: another source, the whole company, the year before.</param>
    /// <param name="leads">The leads to look at.</param>
    /// <param name="factors">What to look for, from what comes first to what depends on it: source, rep, contact. At most 12.</param>
    /// <exception cref="ArgumentException">There are more than 12 factors, or one is null; the message names the index.</exception>
    public GapSplit GapSplit(Leads reference, Leads leads, params LeadFactor[] factors)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Length > MostFactors)
            throw new ArgumentException($"At most {MostFactors} factors, since each doubles the work; there are {factors.Length}.", nameof(factors));
        if (Array.IndexOf(factors, null) is >= 0 and var index)
            throw new ArgumentException($"The factor at index {index} is null.", nameof(factors));
        return new GapSplitter(this, factors).Split(reference, leads);
    }

    /// <summary>The leads that came and those that converted in each period: the view by the date of each event, where <c>Per</c> shows cohorts.</summary>
    /// <remarks>
    /// Reads each lead as a record. Every lead and every conversion stands in one place of the series; those without a date in
    /// <see cref="KpiSeries{TResult}.Undated"/>. A conversion without a date of its own is dated by what implies it.
    /// </remarks>
    public KpiSeries<LeadFlow> PerPeriod(Leads leads, PeriodGrid periods)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(periods);
        var flows = new LeadFlows(this, periods);
        foreach (LeadPerson person in LeadPerson.Of(leads, this))
            flows.Add(person);
        return flows.ToSeries();
    }

    /// <inheritdoc/>
    protected override void CheckDate(DateField<ILeadRow> date)
    {
        if (ReferenceEquals(date, LeadDate.Qualified) || ReferenceEquals(date, LeadDate.Converted)
            || ReferenceEquals(date, LeadDate.DealCreated) || ReferenceEquals(date, LeadDate.Won))
        {
            throw new ArgumentException("Only converted leads have this date, so their rate says nothing: slice by the receipt, or see PerPeriod.", nameof(date));
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<LeadToOpportunity> results) => grid.PartialPeriod(AsOf);

    private static LeadLadder Ladder(in LeadToOpportunityAccumulator leads, long received)
    {
        long opportunities = leads[Count.Opportunity] + leads[Count.Won], qualified = leads[Count.Qualified] + opportunities;
        return new LeadLadder
        {
            Leads = received,
            Contacted = leads[Count.Contacted] + qualified,
            Qualified = qualified,
            Opportunities = opportunities,
            OpportunitiesWithoutDeal = leads[Count.OpportunityWithoutDeal],
            Won = leads[Count.Won],
        };
    }

    private static Ledger Ledger(in LeadToOpportunityAccumulator leads, long mature, long received) => new(mature,
        new ReasonCounts([.. LeftOut(in leads), new(LedgerReason.WindowRunning, received - mature)]),
        new ReasonCounts(
            new(LedgerReason.CreationUnknown, leads[Count.ReceiptUnknown]),
            new(LedgerReason.ConversionDateMissing, leads[Count.MatureUndated])));

    private static Ledger TimeLedger(in LeadToOpportunityAccumulator leads, long received, long measured) => new(measured,
        new ReasonCounts([
            .. LeftOut(in leads),
            new(LedgerReason.NotConverted, received - leads[LeadOutcome.Converted]),
            new(LedgerReason.StartMissing, leads[Count.StartMissing]),
            new(LedgerReason.ConversionDateMissing, leads[Count.ConversionDateMissing]),
            new(LedgerReason.NegativeDuration, leads[Count.BeforeReceipt]),
        ]),
        new ReasonCounts());

    private static ReasonCount[] LeftOut(in LeadToOpportunityAccumulator leads) =>
    [
        new(LedgerReason.Merged, leads[Count.Merged]),
        new(LedgerReason.CreatedAfterAsOf, leads[Count.ReceivedAfterAsOf]),
        new(LedgerReason.SamePerson, leads[Count.SamePerson]),
    ];

    private IEnumerable<Caution> Cautions(LeadToOpportunity result)
    {
        long n = result.Rate.Denominator;
        ConfidenceInterval? interval = result.Rate.ConfidenceInterval();
        foreach (Caution caution in CautionRules.SmallSample(n, SmallSampleLimit))
            yield return caution;
        if (n >= SmallSampleLimit && interval?.Width > WideIntervalLimit)
            yield return new Caution { Code = CautionCode.SmallSample, Observed = interval.Value.Width, Limit = WideIntervalLimit };
        foreach (Caution caution in CautionRules.ShareAbove(CautionCode.Immature, result.Pending, result.Received, ImmatureLimit))
            yield return caution;
        if ((TargetRate < interval?.Lower || TargetRate > interval?.Upper)
            && result.ContactDated.Numerator < ContactDatedLimit * result.Received)
        {
            yield return new Caution { Code = CautionCode.CauseNotSeparated, Observed = result.ContactDated.Value!.Value, Limit = ContactDatedLimit };
        }
    }
}

using static SalesOps.Kpis.ResponseClock;
using static SalesOps.Kpis.ResponseDecayAccumulator;

namespace SalesOps.Kpis;

/// <summary>How many leads became contacts, qualified leads and deals, by how soon they were answered.</summary>
/// <remarks>
/// <para>
/// A lead counts as contacted, qualified or converted by the date of the step or, without one, by its status; who came to a step
/// came to those before it. Leads without a response time stand in the ledger.
/// </para>
/// <inheritdoc cref="ResponseDecay" path="/remarks"/>
/// </remarks>
public sealed record ResponseDecayCalculator : LeadCalculator<ResponseDecayAccumulator, ResponseDecay>
{
    /// <summary>What a response time is, and its buckets. The default is <see cref="Kpi.LeadResponseTime"/>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public LeadResponseTimeCalculator Response { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>Where the bucket begins that the first one is compared with. The default is 30 minutes: from 30 to 60.</summary>
    public Duration SlowFrom { get; init; } = Duration.FromMinutes(30L);

    /// <summary>Fewer leads in the first or in the slow bucket carry <see cref="CautionCode.SmallSample"/>. The default is 30.</summary>
    public long SmallSampleLimit { get; init; } = 30;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// No bucket begins at <see cref="SlowFrom"/>, or <see cref="Response"/> has working hours of both kinds.
    /// </exception>
    public override ResponseDecayAccumulator Start() => Slow < 0
        ? throw new InvalidOperationException($"No bucket of {Response.Buckets} begins at {nameof(SlowFrom)}, {SlowFrom.TotalMinutes} minutes.")
        : new(Response.Clock(), Response.Buckets);

    /// <inheritdoc/>
    public override ResponseDecay Result(in ResponseDecayAccumulator state)
    {
        Proportion[] contact = Rates(in state, Step.Contacted);
        return new ResponseDecay
        {
            Answered = contact.Sum(rate => rate.Denominator),
            Contact = ResponseDecayCurve.Of(Response.Buckets, contact, Slow),
            Qualification = ResponseDecayCurve.Of(Response.Buckets, Rates(in state, Step.Qualified), Slow),
            Conversion = ResponseDecayCurve.Of(Response.Buckets, Rates(in state, Step.Converted), Slow),
            Ledger = Ledger(in state, contact.Sum(rate => rate.Denominator)),
            Cautions = [.. CautionRules.SmallSample(Math.Min(contact[0].Denominator, contact[Slow].Denominator), SmallSampleLimit)],
            Definition = this,
        };
    }

    private int Slow => Response.Buckets.BucketFrom(SlowFrom);

    /// <inheritdoc/>
    protected override IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<ResponseDecay> results) => grid.PartialPeriod(Response.AsOf);

    private Proportion[] Rates(in ResponseDecayAccumulator state, Step step)
    {
        var rates = new Proportion[Response.Buckets.Count];
        for (int i = 0; i < rates.Length; i++)
            rates[i] = new Proportion(state[i, step], state[i, Step.Answered]);
        return rates;
    }

    private static Ledger Ledger(in ResponseDecayAccumulator state, long answered) => new(answered,
        new ReasonCounts(
            new(LedgerReason.Merged, state[Fate.Merged]),
            new(LedgerReason.CreatedAfterAsOf, state[Fate.CreatedAfterAsOf]),
            new(LedgerReason.StartMissing, state[Fate.StartMissing]),
            new(LedgerReason.Disqualified, state[Fate.Disqualified]),
            new(LedgerReason.NegativeDuration, state[Fate.NegativeDuration]),
            new(LedgerReason.Unanswered, state[Fate.Pending] + state[Fate.Breached]),
            new(LedgerReason.ResponseUndated, state[Fate.AnsweredUndated])),
        new ReasonCounts(
            new ReasonCount(LedgerReason.NegativeDuration, state[Fate.AnsweredEarly])));
}

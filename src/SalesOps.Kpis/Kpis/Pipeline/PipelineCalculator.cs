namespace SalesOps.Kpis;

/// <summary>
/// The open deals at one instant, or at each of several: those created by then and not closed by then. Against a target
/// (<see cref="Coverage(Deals, Instant, Target)"/>), and as the speed at which it turns into won money
/// (<see cref="Velocity(Deals, Instant)"/>).
/// </summary>
/// <remarks>
/// <para>A deal without a date of its creation is in every stock before its close, and noted. The weighted amount is the sum of
/// amount x probability; a missing probability weighs nothing.</para>
/// <para>Rows are left out under the first reason that applies: merged into another deal, closed without a date of the close,
/// created after the instant, closed by the instant.</para>
/// <para>What was closed since was open then, but its stage then is unknown and its amount is today's; such deals are noted
/// (<see cref="LedgerReason.AsOfUsesToday"/>).</para>
/// </remarks>
public sealed record PipelineCalculator
{
    /// <summary>
    /// How amounts in other currencies count. The default is null: they don't, and two currencies leave the money figures
    /// undefined. The event of an open deal is the snapshot itself, since it has no close yet.
    /// </summary>
    public CurrencyConversion? Conversion { get; init; }

    /// <summary>The reporting zone: what is overdue or due in a period depends on the local date. The default is UTC.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Which open deals cover a target. The default is <see cref="CoverageBasis.ExpectedInPeriod"/>.</summary>
    public CoverageBasis CoverageBasis { get; init; }

    /// <summary>
    /// The win rate that coverage and velocity use, over deals closed in the 12 months to the instant. As-of and conversion are
    /// set by the call.
    /// </summary>
    public WinRateCalculator WinRate { get; init; } = new();

    /// <summary>The sales cycle that velocity uses, over deals closed in the 12 months to the instant. The as-of is set by the call.</summary>
    public SalesCycleCalculator SalesCycle { get; init; } = new();

    /// <summary>A larger share of open deals without an amount carries <see cref="CautionCode.AmountsMissing"/>. The default is 0.2.</summary>
    public double AmountsMissingLimit { get; init; } = 0.2;

    /// <summary>A single deal with a larger share of the amount carries <see cref="CautionCode.Concentrated"/>. The default is 0.25.</summary>
    public double ConcentratedLimit { get; init; } = 0.25;

    /// <summary>The stock at an instant.</summary>
    public Pipeline Calculate(Deals deals, Instant asOf) => At(asOf).Calculate(deals);

    /// <summary>The stock at an instant, with the open leads beside it.</summary>
    /// <remarks>
    /// Carries <see cref="CautionCode.BigPictureOnly"/> where the data hold nothing to judge it by: no decided deal for a win
    /// rate, no sales cycle, and no stage.
    /// </remarks>
    public Pipeline Calculate(SalesData data, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(data);
        Pipeline pipeline = Calculate(data.Deals, asOf);
        return pipeline with
        {
            Leads = data.Leads.Count == 0 ? null : OpenLeads(data.Leads, asOf),
            Cautions = HasCompany(data, asOf) ? pipeline.Cautions : [.. pipeline.Cautions, new Caution { Code = CautionCode.BigPictureOnly }],
        };
    }

    /// <summary>The stock of each group at an instant.</summary>
    public KpiTable<TKey, Pipeline> Calculate<TKey>(RowsBy<IDealRow, TKey> deals, Instant asOf) => At(asOf).Calculate(deals);

    /// <summary>The stock at an instant as a calculator of its own: for any slice, and for batch after batch of a stream.</summary>
    public DealCalculator<PipelineSnapshotAccumulator, Pipeline> At(Instant asOf) => new SnapshotCalculator(this, asOf);

    /// <summary>The stock at each of several ascending instants as a calculator of its own: for any slice, and for batch after batch of a stream.</summary>
    /// <exception cref="ArgumentException">The instants don't ascend, or there is none; the message names the index.</exception>
    /// <exception cref="InvalidOperationException">There is a <see cref="Conversion"/>, with which one pass can't serve several instants.</exception>
    public DealCalculator<PipelineAccumulator, IReadOnlyList<Pipeline>> At(IReadOnlyList<Instant> dates) => Conversion is null
        ? new StocksCalculator(this, Ascending(dates))
        : throw new InvalidOperationException($"With a {nameof(Conversion)} take one instant at a time: its rates differ between them.");

    /// <summary>
    /// The stock of each stage that holds open deals at an instant. A deal that was closed since has no known stage then: its key
    /// is null.
    /// </summary>
    public KpiTable<string?, Pipeline> ByStage(Deals deals, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(deals);
        return Calculate(deals.By(DealDimension.OpenStage), asOf).Keep(stage => stage.OpenCount > 0);
    }

    /// <summary>
    /// The stock at each of several ascending instants: sums only, without ages, sizes, due dates and the note
    /// <see cref="LedgerReason.OpenWithCloseDate"/>. One pass over the deals, however many instants there are; with a
    /// <see cref="Conversion"/> one pass for each, because rates change between them.
    /// </summary>
    /// <exception cref="ArgumentException">The instants don't ascend, or there is none; the message names the index.</exception>
    public IReadOnlyList<Pipeline> AtEach(IReadOnlyList<Instant> dates, Deals deals) => Conversion is null
        ? At(dates).Calculate(deals)
        : [.. Ascending(dates).Select(date => Calculate(deals, date).SumsOnly())];

    /// <summary>What is already won and what is open amount to against a target, at an instant.</summary>
    /// <remarks>A target of an owner, segment or product is compared with the deals of that owner, segment or product.</remarks>
    public PipelineCoverage Coverage(Deals deals, Instant asOf, Target target)
    {
        ArgumentNullException.ThrowIfNull(deals);
        bool isForAll = target is { OwnerId: null, Segment: null, ProductId: null };
        Deals concerned = isForAll ? deals : deals.Where(deal => (target.OwnerId ?? deal.OwnerId) == deal.OwnerId
            && (target.Segment ?? deal.Segment) == deal.Segment && (target.ProductId ?? deal.ProductId) == deal.ProductId);
        WinRate history = HistoricalWinRate(asOf).Calculate(concerned.Within(YearTo(asOf), DealDate.Closed));
        return new CoverageCalculator(this, asOf, target, history).Calculate(concerned);
    }

    /// <summary>Each target of the data against what is won and open, in the order of the targets.</summary>
    public IReadOnlyList<PipelineCoverage> Coverage(SalesData data, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [.. data.Targets.Select(target => Coverage(data.Deals, asOf, target))];
    }

    /// <summary>
    /// What the open deals turn into per day: open deals x win rate x mean won amount / mean days of the sales cycle, the last
    /// three over deals closed in the 12 months to the instant.
    /// </summary>
    public SalesVelocity Velocity(Deals deals, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(deals);
        Deals lastYear = deals.Within(YearTo(asOf), DealDate.Closed);
        return SalesVelocity.Of(Calculate(deals, asOf), HistoricalWinRate(asOf).Calculate(lastYear), HistoricalCycle(asOf).Calculate(lastYear));
    }

    /// <summary>What the open deals of each group turn into per day, as in <see cref="Velocity(Deals, Instant)"/>.</summary>
    public KpiTable<TKey, SalesVelocity> Velocity<TKey>(RowsBy<IDealRow, TKey> deals, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(deals);
        RowsBy<IDealRow, TKey> lastYear = deals.Over(((Deals)deals.Rows).Within(YearTo(asOf), DealDate.Closed));
        WinRateCalculator winRate = HistoricalWinRate(asOf);
        SalesCycleCalculator cycle = HistoricalCycle(asOf);
        // A group whose deals were all closed earlier has no row in the year.
        WinRate noDeals = winRate.Calculate(Array.Empty<Deal>());
        SalesCycle noCycle = cycle.Calculate(Array.Empty<Deal>());
        return Calculate(deals, asOf)
            .Join(winRate.Calculate(lastYear), (open, rate) => (Open: open!, Rate: rate ?? noDeals))
            .Join(cycle.Calculate(lastYear), (factors, days) => SalesVelocity.Of(factors.Open, factors.Rate, days ?? noCycle));
    }

    /// <summary>The open leads at an instant, by how far they had come.</summary>
    public OpenLeads OpenLeads(Leads leads, Instant asOf) => new OpenLeadsCalculator(this, asOf).Calculate(leads);

    /// <summary>The open leads of each group at an instant, by how far they had come.</summary>
    public KpiTable<TKey, OpenLeads> OpenLeads<TKey>(RowsBy<ILeadRow, TKey> leads, Instant asOf) =>
        new OpenLeadsCalculator(this, asOf).Calculate(leads);

    /// <summary>The open leads at an instant against the number that a target asks for.</summary>
    /// <remarks>A target of an owner or segment is compared with the leads of that owner or segment.</remarks>
    /// <exception cref="ArgumentException">The target is for a product, which leads don't have.</exception>
    public OpenLeads OpenLeads(Leads leads, Instant asOf, Target target)
    {
        ArgumentNullException.ThrowIfNull(leads);
        if (target.ProductId is not null)
            throw new ArgumentException("Leads have no product, so a target for one can't be compared with them.", nameof(target));
        Leads concerned = target is { OwnerId: null, Segment: null } ? leads : leads.Where(lead =>
            (target.OwnerId ?? lead.OwnerId) == lead.OwnerId && (target.Segment ?? lead.Segment) == lead.Segment);
        return OpenLeads(concerned, asOf) with { Target = target.Count };
    }

    // Single metrics that the big picture can be read beside.
    private bool HasCompany(SalesData data, Instant asOf) => data.StageChanges.Count > 0
        || HistoricalWinRate(asOf).Calculate(data.Deals).ByCount.Denominator > 0
        || HistoricalCycle(asOf).Calculate(data.Deals).Duration.Count > 0
        || ByStage(data.Deals, asOf).Any(stage => stage.Key is not null);

    private static Instant[] Ascending(IReadOnlyList<Instant> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Count == 0)
            throw new ArgumentException("At least one instant.", nameof(dates));
        for (int i = 1; i < dates.Count; i++)
        {
            if (dates[i] <= dates[i - 1])
                throw new ArgumentException($"The instants must ascend; {dates[i]} at index {i} does not.", nameof(dates));
        }

        return [.. dates];
    }

    private WinRateCalculator HistoricalWinRate(Instant asOf) => WinRate with { AsOf = asOf, Conversion = Conversion };

    private SalesCycleCalculator HistoricalCycle(Instant asOf) => SalesCycle with { AsOf = asOf };

    // What happened at the as-of has happened; what happened at the same local time a year before is a year old.
    private Interval YearTo(Instant asOf)
    {
        Instant yearBefore = asOf.InZone(Zone).LocalDateTime.PlusYears(-1).InZoneLeniently(Zone).ToInstant();
        return new Interval(yearBefore.PlusTicks(1), asOf.PlusTicks(1));
    }

    /// <summary>What a snapshot and a row of stocks have in common.</summary>
    internal Pipeline Read(Instant at, PipelineCell open, CurrencyTally currencies, long rateMissing, long closedSince,
        ReadOnlySpan<ReasonCount> leftOut, ReadOnlySpan<ReasonCount> noted)
    {
        long withoutAmount = open.Rows - open.WithAmount;
        ReadOnlySpan<ReasonCount> amounts = [new(LedgerReason.AmountMissing, withoutAmount - rateMissing), new(LedgerReason.RateMissing, rateMissing)];
        ReasonCount[] allNoted = [.. noted, new(LedgerReason.ProbabilityMissing, open.WithoutProbability), new(LedgerReason.AsOfUsesToday, closedSince)];
        return new Pipeline
        {
            At = at,
            OpenCount = open.Rows,
            WithoutAmount = withoutAmount,
            Amount = open.AmountIn(currencies),
            WeightedAmount = open.WeightedIn(currencies),
            Undefined = currencies.IsMixed ? UndefinedReason.MixedCurrencies
                : open.Rows == 0 ? UndefinedReason.NoOpenDeals
                : open.WithAmount == 0 ? UndefinedReason.NoAmounts : UndefinedReason.None,
            Currencies = currencies.All,
            Ledger = new Ledger(open.Rows, new ReasonCounts(leftOut), new ReasonCounts([.. allNoted, .. amounts])),
            AmountLedger = new Ledger(open.WithAmount, new ReasonCounts([.. leftOut, .. amounts]), new ReasonCounts(allNoted)),
            Cautions = [.. Cautions(open.Rows, withoutAmount, closedSince)],
            Definition = this,
        };
    }

    internal IEnumerable<Caution> Cautions(long open, long withoutAmount, long closedSince)
    {
        if (closedSince > 0)
            yield return new Caution { Code = CautionCode.AsOfUsesToday, Observed = closedSince };
        foreach (Caution caution in CautionRules.ShareAbove(CautionCode.AmountsMissing, withoutAmount, open, AmountsMissingLimit))
            yield return caution;
    }
}

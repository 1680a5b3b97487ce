namespace SalesOps.Kpis;

/// <summary>The open deals at one instant, or at each of several: those created by then and not closed by then.</summary>
/// <remarks>
/// A deal without a date of its creation is in every stock before its close, and noted. A closed deal without a date of its
/// close is left out. The weighted amount is the sum of amount x probability; a missing probability weighs nothing.
/// </remarks>
public sealed record PipelineCalculator
{
    /// <summary>A larger share of open deals without an amount carries <see cref="CautionCode.AmountsMissing"/>. The default is 0.2.</summary>
    public double AmountsMissingLimit { get; init; } = 0.2;

    /// <summary>The stock at an instant.</summary>
    public Pipeline Calculate(Deals deals, Instant asOf) => AtEach([asOf], deals)[0];

    /// <summary>The stock of each group at an instant.</summary>
    public KpiTable<TKey, Pipeline> Calculate<TKey>(RowsBy<IDealRow, TKey> deals, Instant asOf) =>
        new SnapshotCalculator(this, [asOf]).Calculate(deals);

    /// <summary>The stock at each of several ascending instants, in one pass over the deals.</summary>
    /// <exception cref="ArgumentException">The instants don't ascend, or there is none; the message names the index.</exception>
    public IReadOnlyList<Pipeline> AtEach(IReadOnlyList<Instant> dates, Deals deals)
    {
        ArgumentNullException.ThrowIfNull(dates);
        if (dates.Count == 0)
            throw new ArgumentException("At least one instant.", nameof(dates));
        for (int i = 1; i < dates.Count; i++)
        {
            if (dates[i] <= dates[i - 1])
                throw new ArgumentException($"The instants must ascend; {dates[i]} at index {i} does not.", nameof(dates));
        }

        return new StocksCalculator(this, [.. dates]).Calculate(deals);
    }

    private Pipeline Read(in PipelineAccumulator state, int date, Instant at)
    {
        PipelineCell stock = state.StockAt(date);
        long open = stock.Rows, withoutAmount = open - stock.WithAmount, closedSince = state.ClosedSince(date);
        bool hasMoney = stock.WithAmount > 0 && !state.Currencies.IsMixed;
        Currency currency = state.Currencies.Single;
        return new Pipeline
        {
            At = at,
            OpenCount = open,
            WithoutAmount = withoutAmount,
            Amount = hasMoney ? Money.FromUnits(stock.Units, currency) : null,
            WeightedAmount = hasMoney
                ? new Money((decimal)stock.Weighted / Probability.UnitsPerOne / Money.UnitsPerOne, currency)
                : null,
            Undefined = state.Currencies.IsMixed ? UndefinedReason.MixedCurrencies
                : open == 0 ? UndefinedReason.NoOpenDeals
                : hasMoney ? UndefinedReason.None : UndefinedReason.NoAmounts,
            Ledger = new Ledger(open,
                new ReasonCounts(
                    new(LedgerReason.Merged, state.Merged),
                    new(LedgerReason.CreatedAfterAsOf, state.CreatedAfter(date)),
                    new(LedgerReason.AlreadyClosed, state.ClosedBy(date)),
                    new(LedgerReason.CloseDateMissing, state.CloseDateMissing)),
                new ReasonCounts(
                    new(LedgerReason.CreationUnknown, state.CreationUnknown(date)),
                    new(LedgerReason.AmountMissing, withoutAmount),
                    new(LedgerReason.ProbabilityMissing, stock.WithoutProbability),
                    new(LedgerReason.AsOfUsesToday, closedSince))),
            Cautions = [.. Cautions(open, withoutAmount, closedSince)],
            Definition = this,
        };
    }

    private IEnumerable<Caution> Cautions(long open, long withoutAmount, long closedSince)
    {
        if (closedSince > 0)
            yield return new Caution { Code = CautionCode.AsOfUsesToday, Observed = closedSince };
        if (withoutAmount > AmountsMissingLimit * open)
            yield return new Caution { Code = CautionCode.AmountsMissing, Observed = (double)withoutAmount / open, Limit = AmountsMissingLimit };
    }

    private sealed record StocksCalculator(PipelineCalculator Options, Instant[] Dates) : DealCalculator<PipelineAccumulator, IReadOnlyList<Pipeline>>
    {
        private readonly PipelineDates _places = new(Dates);

        public override PipelineAccumulator Start() => new(_places);

        public override IReadOnlyList<Pipeline> Result(in PipelineAccumulator state)
        {
            var stocks = new Pipeline[Dates.Length];
            for (int i = 0; i < stocks.Length; i++)
                stocks[i] = Options.Read(in state, i, Dates[i]);
            return stocks;
        }
    }

    private sealed record SnapshotCalculator(PipelineCalculator Options, Instant[] Dates) : DealCalculator<PipelineAccumulator, Pipeline>
    {
        private readonly PipelineDates _places = new(Dates);

        public override PipelineAccumulator Start() => new(_places);

        public override Pipeline Result(in PipelineAccumulator state) => Options.Read(in state, 0, Dates[0]);
    }
}

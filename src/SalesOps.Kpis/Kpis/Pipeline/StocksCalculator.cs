namespace SalesOps.Kpis;

/// <summary>The sums of the stock at each of several ascending instants.</summary>
internal sealed record StocksCalculator(PipelineCalculator Definition, Instant[] Dates)
    : DealCalculator<PipelineAccumulator, IReadOnlyList<Pipeline>>
{
    private readonly PipelineDates _places = new(Dates);

    public override PipelineAccumulator Start() => new(_places);

    public override IReadOnlyList<Pipeline> Result(in PipelineAccumulator state)
    {
        var stocks = new Pipeline[Dates.Length];
        for (int i = 0; i < stocks.Length; i++)
            stocks[i] = Read(in state, i);
        return stocks;
    }

    private Pipeline Read(in PipelineAccumulator state, int date)
    {
        PipelineCell stock = state.StockAt(date);
        return Definition.Read(Dates[date], stock, stock.Currencies, rateMissing: 0, state.ClosedSince(date),
            state.LeftOutAt(date).Reasons,
            [new(LedgerReason.CreationUnknown, state.CreationUnknown(date))]);
    }
}

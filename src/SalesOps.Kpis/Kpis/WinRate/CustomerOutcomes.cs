namespace SalesOps.Kpis;

/// <summary>What became of each customer's deals.</summary>
internal sealed class CustomerOutcomes
{
    private readonly Dictionary<string, bool> _won = new(StringComparer.Ordinal);

    public long Won => _won.Values.LongCount(won => won);

    public long All => _won.Count;

    public void Add(string customerId, DealOutcome outcome) => Add(customerId, outcome == DealOutcome.Won);

    public void Merge(CustomerOutcomes other)
    {
        foreach ((string customerId, bool won) in other._won)
            Add(customerId, won);
    }

    private void Add(string customerId, bool won) => _won[customerId] = won || _won.GetValueOrDefault(customerId);
}

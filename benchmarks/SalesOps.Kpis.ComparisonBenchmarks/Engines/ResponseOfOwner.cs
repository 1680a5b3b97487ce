namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The response times of one owner, and the leads that have none.</summary>
internal readonly record struct ResponseOfOwner
{
    public required IReadOnlyList<int> Fates { get; init; }

    public required long WithinSla { get; init; }

    public required double MedianTicks { get; init; }

    public required double P90Ticks { get; init; }

    public void AddTo(Answer answer, string owner)
    {
        IEnumerable<Int128> exact = [WithinSla, .. Fates.Select(fate => (Int128)fate)];
        answer.Add(owner, [.. exact], MedianTicks / TimeSpan.TicksPerMinute, P90Ticks / TimeSpan.TicksPerMinute);
    }
}

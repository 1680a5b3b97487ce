using NodaTime;

namespace SalesOps.Kpis.Benchmarks;

/// <summary>Deals of 200 owners over three years, in random order, made from one seed.</summary>
internal static class SyntheticDeals
{
    public const int Count = 1_000_000;

    public static readonly LocalDate Start = new(2022, 1, 1);

    public static Deal[] Generate()
    {
        var random = new Random(1);
        string[] owners = [.. Enumerable.Range(0, 200).Select(i => $"rep-{i:000}")];
        Instant start = Start.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var deals = new Deal[Count];
        for (int i = 0; i < deals.Length; i++)
        {
            DealOutcome outcome = random.Next(10) switch
            {
                < 3 => DealOutcome.Won,
                < 7 => DealOutcome.Lost,
                < 8 => DealOutcome.Disqualified,
                _ => DealOutcome.Open,
            };
            Instant created = start + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60));
            deals[i] = new Deal
            {
                Id = $"D{i}",
                Outcome = outcome,
                Kind = (DealKind)random.Next(1, 4),
                OwnerId = owners[random.Next(owners.Length)],
                Amount = random.Next(20) == 0 ? null : new Money(random.Next(100, 20_000_000) / 100m, Currency.Usd),
                Probability = random.NextDouble(),
                FirstContactAt = random.Next(10) == 0 ? null : created - Duration.FromMinutes(random.Next(20 * 24 * 60)),
                CreatedAt = created,
                ClosedAt = outcome == DealOutcome.Open ? null : created + Duration.FromMinutes(random.Next(120 * 24 * 60)),
            };
        }

        return deals;
    }
}

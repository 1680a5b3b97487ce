namespace SalesOps.Kpis.Tests;

internal static class SampleDeals
{
    public static readonly Instant Start = Instant.FromUtc(2022, 1, 1, 0, 0);

    public static Deal[] Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        var deals = new Deal[count];
        for (int i = 0; i < count; i++)
        {
            Instant created = Start.Plus(Duration.FromSeconds(random.Next(3 * 365 * 86_400)));
            int chance = random.Next(100);
            DealOutcome outcome = chance < 30 ? DealOutcome.Won : chance < 70 ? DealOutcome.Lost : chance < 80 ? DealOutcome.Disqualified : DealOutcome.Open;
            deals[i] = new Deal
            {
                Id = $"D{i}",
                Outcome = outcome,
                Kind = random.Next(10) switch { 0 => DealKind.Renewal, < 3 => DealKind.Expansion, < 6 => DealKind.NewBusiness, _ => null },
                OwnerId = random.Next(40) == 0 ? null : $"rep-{random.Next(9)}",
                Source = random.Next(2) == 0 ? "inbound" : "outbound",
                CustomerId = random.Next(20) == 0 ? null : $"C{random.Next(1 + count / 3)}",
                Amount = random.Next(20) == 0 ? null : new Money(random.Next(1, 5_000_000) / 100m, Currency.Eur),
                CreatedAt = random.Next(100) == 0 ? null : created,
                FirstContactAt = random.Next(10) == 0 ? null : created.Minus(Duration.FromSeconds(random.Next(20 * 86_400))),
                ClosedAt = outcome == DealOutcome.Open ? null : created.Plus(Duration.FromSeconds(random.Next(-86_400, 120 * 86_400))),
                MergedIntoId = random.Next(50) == 0 ? "D0" : null,
            };
        }

        return deals;
    }

    public static bool Counts(Deal deal) => deal.MergedIntoId is null && deal.Kind != DealKind.Renewal;
}

using FsCheck;
using FsCheck.Fluent;

namespace SalesOps.Kpis.Tests;

/// <summary>
/// Deals as exports have them: every gap, ties, dates on either side of an as-of and far away, amounts of nothing and at the
/// limit, several currencies. Counterexamples shrink to few deals with few fields.
/// </summary>
public static class OddDeals
{
    /// <summary>Midnight of a first of April in Berlin, just after its clocks changed.</summary>
    public static readonly Instant AsOf = Instant.FromUtc(2024, 3, 31, 22, 0);

    private static readonly Instant[] Edges =
    [
        AsOf, AsOf.PlusTicks(1), AsOf.PlusTicks(-1), AsOf - Duration.FromHours(24), AsOf + Duration.FromDays(30), AsOf - Duration.FromDays(90),
        Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9999, 12, 30, 12, 0), NodaConstants.UnixEpoch,
    ];

    private static readonly Gen<Instant?> Time = Gen.Frequency(
        (2, Gen.Constant<Instant?>(null)),
        (2, Gen.Elements(Edges).Select(instant => (Instant?)instant)),
        (6, Gen.Choose(-24 * 400, 24 * 400).Select(hours => (Instant?)(AsOf + Duration.FromHours(hours)))));

    private static readonly Gen<decimal?> Value = Gen.Frequency(
        (2, Gen.Constant<decimal?>(null)),
        (2, Gen.Constant<decimal?>(0)),
        (2, Gen.Elements<decimal?>(1, -5, 0.0001m, -0.0001m, 100.5m)),
        (6, Gen.Choose(1, 5_000_000).Select(cents => (decimal?)(cents / 100m))),
        (1, Gen.Elements<decimal?>(922_337_203_685_477.5807m, -922_337_203_685_477.5807m)));

    // A money column without a currency, one currency, several.
    private static readonly Gen<Currency[]> Currencies = Gen.Frequency(
        (6, Gen.Constant<Currency[]>([Currency.Eur])),
        (1, Gen.Constant<Currency[]>([default])),
        (2, Gen.Constant<Currency[]>([Currency.Eur, Currency.Usd])),
        (1, Gen.Constant<Currency[]>([Currency.Usd, Currency.Eur, Currency.Gbp])));

    private static readonly Gen<double?> Probability = Gen.Frequency(
        (1, Gen.Constant<double?>(null)),
        (1, Gen.Elements<double?>(0, 1, 0.0001, 0.99995)),
        (2, Gen.Choose(0, 100).Select(percent => (double?)(percent / 100.0))));

    private static readonly Gen<LocalDate?> ExpectedClose = Gen.Frequency(
        (1, Gen.Constant<LocalDate?>(null)),
        (1, Gen.Elements<LocalDate?>(new(2024, 3, 31), new(2024, 4, 1), new(1, 1, 1), new(9999, 12, 31))),
        (2, Gen.Choose(-200, 200).Select(days => (LocalDate?)new LocalDate(2024, 4, 1).PlusDays(days))));

    /// <summary>Deals, with identities by their place.</summary>
    public static Arbitrary<Deal[]> Deals() => Arb.From(Some, Shrink);

    /// <summary>The same deals on every run.</summary>
    public static Deal[] Make(int count, ulong seed)
    {
        Gen<Deal[]> several = Gen.ArrayOf(Deal([Currency.Eur, Currency.Usd]), count);
        return Number(several.Sample(1, new Rnd(seed, 1), 50).Single());
    }

    private static Gen<Deal[]> Some =>
        from currencies in Currencies
        from deals in Gen.ArrayOf(Deal(currencies))
        select Number(deals);

    private static Gen<Deal> Deal(Currency[] currencies) =>
        from outcome in Gen.Elements(Enum.GetValues<DealOutcome>())
        from kind in Gen.Elements<DealKind?>(null, DealKind.Unspecified, DealKind.NewBusiness, DealKind.NewBusiness, DealKind.Expansion, DealKind.Renewal)
        from value in Value
        from currency in Gen.Elements(currencies)
        from probability in Probability
        from created in Time
        from firstContact in Time
        from received in Time
        from closed in Time
        from expected in ExpectedClose
        from owner in Gen.Elements("Ann", "Bo", "ann", "", null)
        from source in Gen.Elements("web", "fair", null)
        from customer in Gen.Elements("C1", "C2", "C3", "C4", "C5", null)
        from merged in Gen.Frequency((9, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("D0")))
        select new Deal
        {
            Id = "D", Outcome = outcome, Kind = kind, Amount = value is { } v ? new Money(v, currency) : null, Probability = probability,
            CreatedAt = created, FirstContactAt = firstContact, LeadReceivedAt = received, ClosedAt = closed,
            ExpectedCloseOn = expected, OwnerId = owner, Source = source, CustomerId = customer, MergedIntoId = merged,
        };

    private static Deal[] Number(Deal[] deals) => [.. deals.Select((deal, i) => deal with { Id = $"D{i}" })];

    private static IEnumerable<Deal[]> Shrink(Deal[] deals)
    {
        for (int size = deals.Length; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= deals.Length; at += size)
                yield return [.. deals[..at], .. deals[(at + size)..]];
        }

        for (int i = 0; i < deals.Length; i++)
        {
            foreach (Deal simpler in Simpler(deals[i]))
                yield return [.. deals[..i], simpler, .. deals[(i + 1)..]];
        }
    }

    private static IEnumerable<Deal> Simpler(Deal deal) => ((Deal[])
    [
        deal with { MergedIntoId = null }, deal with { OwnerId = null }, deal with { Source = null }, deal with { CustomerId = null },
        deal with { Kind = null }, deal with { Amount = null }, deal with { Probability = null }, deal with { CreatedAt = null },
        deal with { FirstContactAt = null }, deal with { LeadReceivedAt = null }, deal with { ClosedAt = null },
        deal with { ExpectedCloseOn = null },
        deal.Amount is null ? deal : deal with { Amount = new Money(1, deal.Amount.Value.Currency) },
    ]).Where(simpler => simpler != deal);
}

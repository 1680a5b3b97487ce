using FsCheck;
using FsCheck.Fluent;

namespace SalesOps.Kpis.Tests;

/// <summary>Leads with every gap, dates on either side of an instant and at it, and responses around the edges of 5 minutes and 30 days.</summary>
public static class OddLeads
{
    private static readonly Gen<Instant?> Time = Gen.Elements<Instant?>(null, null, OddDeals.AsOf, OddDeals.AsOf.PlusTicks(1), OddDeals.AsOf.PlusTicks(-1),
        OddDeals.AsOf - Duration.FromDays(50), OddDeals.AsOf + Duration.FromDays(50), Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9999, 12, 31, 0, 0));

    private static readonly Gen<Instant?> Start = Gen.Frequency(
        (1, Time),
        (3, Gen.Choose(0, 60 * 24 * 90).Select(minutes => (Instant?)(OddDeals.AsOf - Duration.FromMinutes((long)minutes)))),
        (1, Gen.Elements<Instant?>(OddDeals.AsOf - Duration.FromMinutes(5L), OddDeals.AsOf - Duration.FromMinutes(5L).Plus(Duration.FromTicks(1)))));

    private static readonly Gen<Duration> Wait = Gen.Frequency(
        (2, Gen.Elements(Duration.Zero, Duration.FromTicks(1), Duration.FromTicks(-1), Duration.FromMinutes(5L), Duration.FromMinutes(5L) - Duration.FromTicks(1),
            Duration.FromMinutes(5L) + Duration.FromTicks(1), Duration.FromMinutes(30L), Duration.FromDays(30), Duration.FromDays(30) + Duration.FromTicks(1))),
        (2, Gen.Choose(-30, 6_000).Select(seconds => Duration.FromSeconds((long)seconds))),
        (1, Gen.Choose(0, 60 * 24 * 40).Select(minutes => Duration.FromMinutes((long)minutes))));

    public static Arbitrary<Lead[]> Leads() => Arb.From(Gen.ArrayOf(Lead), Shrink);

    /// <summary>The same leads on every run.</summary>
    public static Lead[] Make(int count, ulong seed) => Gen.ArrayOf(Lead, count).Sample(1, new Rnd(seed, 1), 50).Single();

    private static Gen<Lead> Lead =>
        from status in Gen.Elements(Enum.GetValues<LeadStatus>())
        from received in Start
        from assigned in Gen.OneOf(Time, Gen.Constant(received))
        from responded in After(received)
        from contacted in After(received)
        from qualified in Time
        from converted in Time
        from disqualified in Time
        from dealCreated in Time
        from won in Time
        from outcome in Gen.Elements<DealOutcome?>(null, null, DealOutcome.Open, DealOutcome.Won, DealOutcome.Lost)
        from deal in Gen.Elements(null, null, null, "D")
        from person in Gen.Elements(null, null, "P", "Q", "p")
        from source in Gen.Elements("web", "fair", null)
        from owner in Gen.Elements("Ann", "Bo", "ann", "", null)
        from responder in Gen.Elements("Ann", "Bo", null)
        from merged in Gen.Elements(null, null, null, null, null, "L0")
        select new Lead
        {
            Id = "L", Status = status, ReceivedAt = received, AssignedAt = assigned, FirstRespondedAt = responded, ContactedAt = contacted,
            QualifiedAt = qualified, ConvertedAt = converted, DisqualifiedAt = disqualified, DealCreatedAt = dealCreated, WonAt = won,
            DealOutcome = outcome, DealId = deal, PersonId = person, Source = source, OwnerId = owner, ResponderId = responder,
            MergedIntoId = merged,
        };

    private static Gen<Instant?> After(Instant? received) => Gen.Frequency(
        (1, Time),
        (1, Gen.Constant<Instant?>(null)),
        (3, received is { } start && start.InUtc().Year is > 1 and < 9000 ? Wait.Select(wait => (Instant?)(start + wait)) : Time));

    private static IEnumerable<Lead[]> Shrink(Lead[] leads)
    {
        for (int size = leads.Length; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= leads.Length; at += size)
                yield return [.. leads[..at], .. leads[(at + size)..]];
        }
    }
}

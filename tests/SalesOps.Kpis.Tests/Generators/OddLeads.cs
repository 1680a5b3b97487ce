using FsCheck;
using FsCheck.Fluent;

namespace SalesOps.Kpis.Tests;

/// <summary>Leads with every gap, and dates on either side of an instant and at it.</summary>
public static class OddLeads
{
    private static readonly Gen<Instant?> Time = Gen.Elements<Instant?>(null, null, OddDeals.AsOf, OddDeals.AsOf.PlusTicks(1), OddDeals.AsOf.PlusTicks(-1),
        OddDeals.AsOf - Duration.FromDays(50), OddDeals.AsOf + Duration.FromDays(50), Instant.FromUtc(1, 1, 1, 0, 0), Instant.FromUtc(9999, 12, 31, 0, 0));

    public static Arbitrary<Lead[]> Leads() => Arb.From(Gen.ArrayOf(Lead), Shrink);

    private static Gen<Lead> Lead =>
        from status in Gen.Elements(Enum.GetValues<LeadStatus>())
        from received in Time
        from contacted in Time
        from qualified in Time
        from converted in Time
        from disqualified in Time
        from source in Gen.Elements("web", "fair", null)
        from merged in Gen.Elements(null, null, null, null, null, "L0")
        select new Lead
        {
            Id = "L", Status = status, ReceivedAt = received, ContactedAt = contacted, QualifiedAt = qualified, ConvertedAt = converted,
            DisqualifiedAt = disqualified, Source = source, MergedIntoId = merged,
        };

    private static IEnumerable<Lead[]> Shrink(Lead[] leads)
    {
        for (int size = leads.Length; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= leads.Length; at += size)
                yield return [.. leads[..at], .. leads[(at + size)..]];
        }
    }
}

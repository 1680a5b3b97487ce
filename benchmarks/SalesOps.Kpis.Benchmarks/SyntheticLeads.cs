using NodaTime;

namespace SalesOps.Kpis.Benchmarks;

/// <summary>Leads of 200 owners and 12 sources over three years, in random order, made from one seed.</summary>
internal static class SyntheticLeads
{
    public const int Count = 1_000_000;

    public static readonly LocalDate Start = new(2022, 1, 1);

    /// <summary>When the data were taken: the end of the three years.</summary>
    public static readonly Instant AsOf = Start.PlusYears(3).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    public static Lead[] Generate()
    {
        var random = new Random(1);
        string[] owners = [.. Enumerable.Range(0, 200).Select(i => $"rep-{i:000}")], sources = [.. Enumerable.Range(0, 12).Select(i => $"source-{i:00}")];
        Instant start = Start.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var leads = new Lead[Count];
        for (int i = 0; i < leads.Length; i++)
        {
            Instant received = start + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60));
            Instant? responded = random.Next(8) == 0 ? null : Later(received, 10);
            Instant? contacted = responded is null || random.Next(5) < 2 ? null : Later(responded.Value, 3);
            Instant? qualified = contacted is null || random.Next(2) == 0 ? null : Later(contacted.Value, 20);
            Instant? created = qualified is null || random.Next(5) < 2 ? null : Later(qualified.Value, 100);
            leads[i] = new Lead
            {
                Id = $"L{i}",
                Status = created is not null ? LeadStatus.Converted : qualified is not null ? LeadStatus.Qualified
                    : contacted is not null ? LeadStatus.Contacted : random.Next(4) == 0 ? LeadStatus.Disqualified : LeadStatus.Open,
                OwnerId = owners[random.Next(owners.Length)],
                Source = sources[random.Next(sources.Length)],
                ReceivedAt = received,
                FirstRespondedAt = responded,
                ContactedAt = contacted,
                QualifiedAt = qualified,
                DealCreatedAt = created,
                DealOutcome = created is null ? null : random.Next(3) == 0 ? DealOutcome.Won : DealOutcome.Lost,
                WonAt = created is null || random.Next(3) > 0 ? null : Later(created.Value, 90),
            };
        }

        return leads;

        // Many short times and few long ones.
        Instant Later(Instant time, int days) => time + Duration.FromSeconds(Math.Pow(days * 86_400.0, random.NextDouble()));
    }
}

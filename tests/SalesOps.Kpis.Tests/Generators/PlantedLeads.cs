namespace SalesOps.Kpis.Tests;

/// <summary>Leads planted by hand: received on a Friday morning.</summary>
internal static class PlantedLeads
{
    public static readonly Instant Morning = Instant.FromUtc(2024, 3, 15, 9, 0);

    public static Lead New => new() { Id = "L", ReceivedAt = Morning };

    public static Lead Answered(long minutes) => New with { FirstRespondedAt = Morning + Duration.FromMinutes(minutes) };

    public static Lead Disqualified => New with { Status = LeadStatus.Disqualified };

    /// <summary>A rep with a response time of so many minutes more in each lead: 0, 2, 4 ... and the first of them.</summary>
    public static Lead[] OfRep(string rep, int count, long first) =>
        [.. Enumerable.Range(0, count).Select(i => Answered(first + 2 * i) with { OwnerId = rep, ResponderId = rep, Source = rep })];
}

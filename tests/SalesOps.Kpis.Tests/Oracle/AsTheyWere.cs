namespace SalesOps.Kpis.Tests;

/// <summary>The deals as they stood at an instant: later ones did not exist, later closes had not happened.</summary>
internal static class AsTheyWere
{
    public static Deal[] At(Instant instant, IEnumerable<Deal> deals) =>
    [
        .. deals.Where(deal => !(deal.CreatedAt > instant))
            .Select(deal => deal.ClosedAt > instant ? deal with { Outcome = DealOutcome.Open, ClosedAt = null } : deal),
    ];
}

namespace SalesOps.Kpis.Tests;

/// <summary>Deals planted by hand.</summary>
internal static class Planted
{
    public static readonly Instant Day0 = Instant.FromUtc(2024, 3, 15, 12, 0);

    public static Deal Open(decimal? amount = null, double? probability = null) => Deal(DealOutcome.Open, amount) with { Probability = probability, ClosedAt = null };

    public static Deal Won(decimal? amount = null) => Deal(DealOutcome.Won, amount);

    public static Deal Lost(decimal? amount = null) => Deal(DealOutcome.Lost, amount);

    public static Deal Disqualified(decimal? amount = null) => Deal(DealOutcome.Disqualified, amount);

    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    private static Deal Deal(DealOutcome outcome, decimal? amount) => new()
    {
        Id = "D", Outcome = outcome, Amount = amount is { } a ? Eur(a) : null,
        CreatedAt = Day0 - Duration.FromDays(30), ClosedAt = Day0,
    };
}

// What a user does first, on five deals that can be counted by hand. Prints "ok" or throws.
using NodaTime;
using SalesOps.Kpis;

Money price = new Money(1_200.50m, Currency.Eur) + new Money(0.25m, Currency.Eur);
Expect("1,200.75 EUR", price.ToString());

Instant start = Instant.FromUtc(2024, 1, 1, 0, 0);
Deal[] rows =
[
    Closed("1", DealOutcome.Won, "ann", days: 10),
    Closed("2", DealOutcome.Won, "ann", days: 40),
    Closed("3", DealOutcome.Lost, "bob", days: 20),
    Closed("4", DealOutcome.Lost, "bob", days: 30),
    new Deal { Id = "5", Outcome = DealOutcome.Open, OwnerId = "bob", CreatedAt = start },
];
Deals deals = rows;

Expect("2 of 4", Ratio(Kpi.WinRate.Calculate(deals)));
var byOwner = Kpi.WinRate.Calculate(deals.By(DealDimension.Owner));
Expect("2 of 2", Ratio(byOwner["ann"]));
Expect("0 of 2", Ratio(byOwner["bob"]));
Expect("2 of 2", Ratio(Kpi.WinRate.Calculate(deals.By(DealDimension.Owner, DealDimension.Source))[("ann", "web")]));
Expect("25 days", $"{Kpi.SalesCycle.Calculate(deals).Duration.MeanDays} days");

Console.WriteLine("ok");

Deal Closed(string id, DealOutcome outcome, string owner, int days) => new()
{
    Id = id,
    Outcome = outcome,
    OwnerId = owner,
    Source = "web",
    Amount = price,
    CreatedAt = start,
    ClosedAt = start.Plus(Duration.FromDays(days)),
};

static string Ratio(WinRate rate) => $"{rate.ByCount.Numerator} of {rate.ByCount.Denominator}";

static void Expect(string expected, string actual)
{
    if (actual != expected)
        throw new InvalidOperationException($"Expected {expected}, got {actual}.");
}

// Deals that are a program's own types, measured where they lie: nothing is copied into another list.
//
//     dotnet run docs/samples/own-types.cs
#:project ../../src/SalesOps.Kpis/SalesOps.Kpis.csproj
#:property PublishAot=false

using NodaTime;
using SalesOps.Kpis;

var opportunities = new List<Opportunity>
{
    new() { Number = 1, State = "won", Rep = "north-1", Value = 1_000m, OpenedOn = new(2025, 1, 6), ClosedOn = new(2025, 1, 26) },
    new() { Number = 2, State = "won", Rep = "north-1", Value = 3_000m, OpenedOn = new(2025, 2, 3), ClosedOn = new(2025, 3, 5) },
    new() { Number = 3, State = "lost", Rep = "north-1", Value = 4_000m, OpenedOn = new(2025, 2, 10), ClosedOn = new(2025, 2, 20) },
    new() { Number = 4, State = "won", Rep = "south-1", Value = 500m, OpenedOn = new(2025, 1, 1), ClosedOn = new(2025, 1, 11) },
    new() { Number = 5, State = "lost", Rep = "south-1", Value = 2_500m, OpenedOn = new(2025, 3, 3), ClosedOn = new(2025, 4, 2) },
    new() { Number = 6, State = "open", Rep = "south-1", Value = 800m, OpenedOn = new(2025, 5, 5) },
};
CompactDeal[] compact = [.. opportunities.Select(o =>
    new CompactDeal(o.Number, OpportunityRow.OutcomeOf(o.State), o.Rep, (int)o.Value, o.OpenedOn, o.ClosedOn))];

// A class, through a struct of the program's that reads only what is asked.
Show("class through an adapter", Deals.Over(opportunities, o => new OpportunityRow(o)));

// A class, with less code: a Deal is made on the stack for each row.
Show("class through a Deal", Deals.Over(opportunities, o => new Deal
{
    Id = $"{o.Number}", Outcome = OpportunityRow.OutcomeOf(o.State), OwnerId = o.Rep, Amount = new Money(o.Value, Currency.Eur),
    CreatedAt = OpportunityRow.At(o.OpenedOn), ClosedAt = o.ClosedOn is { } day ? OpportunityRow.At(day) : null,
}));

// A struct of the program's that is a row itself.
Show("struct", Deals.Over(compact, deal => deal));

static void Show(string title, Deals deals)
{
    var byRep = deals.By(DealDimension.Owner);
    Console.WriteLine(title);
    Console.WriteLine(Kpi.WinRate.Calculate(byRep));
    Console.WriteLine(Kpi.SalesCycle.Calculate(byRep).Total);
    Console.WriteLine(Kpi.Pipeline.Calculate(deals, Instant.FromUtc(2025, 6, 1, 0, 0)));
    Console.WriteLine();
}

/// <summary>What an object-relational mapper loads: knows nothing of this library.</summary>
internal sealed class Opportunity
{
    public required int Number { get; init; }
    public required string State { get; init; }
    public required string Rep { get; init; }
    public required decimal Value { get; init; }
    public required LocalDate OpenedOn { get; init; }
    public LocalDate? ClosedOn { get; init; }
}

/// <summary>Reads an opportunity as a deal. What the program doesn't have is absent.</summary>
internal readonly struct OpportunityRow(Opportunity opportunity) : IDealRow
{
    public string Id => $"{opportunity.Number}";
    public DealOutcome Outcome => OutcomeOf(opportunity.State);
    public DealKind Kind => DealKind.Unspecified;
    public Amount Amount => new Money(opportunity.Value, Currency.Eur);
    public Amount ListAmount => default;
    public Quantity Quantity => default;
    public Probability Probability => default;
    public Moment CreatedAt => At(opportunity.OpenedOn);
    public Moment FirstContactAt => default;
    public Moment LeadReceivedAt => default;
    public Moment ClosedAt => opportunity.ClosedOn is { } day ? At(day) : default(Moment);
    public LocalDate? ExpectedCloseOn => null;
    public string? CustomerId => null;
    public string? LeadId => null;
    public string? OwnerId => opportunity.Rep;
    public string? ProductId => null;
    public string? Source => null;
    public string? Channel => null;
    public string? CampaignId => null;
    public string? Segment => null;
    public string? PipelineId => null;
    public string? Stage => null;
    public string? LossReason => null;
    public string? MergedIntoId => null;

    public static DealOutcome OutcomeOf(string state) => state switch
    {
        "won" => DealOutcome.Won,
        "lost" => DealOutcome.Lost,
        _ => DealOutcome.Open,
    };

    public static Instant At(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}

/// <summary>A row of a program that keeps its deals in an array of structs.</summary>
internal readonly struct CompactDeal(int number, DealOutcome outcome, string rep, int euros, LocalDate openedOn, LocalDate? closedOn)
    : IDealRow
{
    public string Id => $"{number}";
    public DealOutcome Outcome => outcome;
    public DealKind Kind => DealKind.Unspecified;
    public Amount Amount => new Money(euros, Currency.Eur);
    public Amount ListAmount => default;
    public Quantity Quantity => default;
    public Probability Probability => default;
    public Moment CreatedAt => OpportunityRow.At(openedOn);
    public Moment FirstContactAt => default;
    public Moment LeadReceivedAt => default;
    public Moment ClosedAt => closedOn is { } day ? OpportunityRow.At(day) : default(Moment);
    public LocalDate? ExpectedCloseOn => null;
    public string? CustomerId => null;
    public string? LeadId => null;
    public string? OwnerId => rep;
    public string? ProductId => null;
    public string? Source => null;
    public string? Channel => null;
    public string? CampaignId => null;
    public string? Segment => null;
    public string? PipelineId => null;
    public string? Stage => null;
    public string? LossReason => null;
    public string? MergedIntoId => null;
}

namespace SalesOps.Kpis.Tests;

/// <summary>A caller's own class, with fields of its own kinds.</summary>
internal sealed class CrmDeal(Deal deal)
{
    public string Key => deal.Id;
    public int Status => (int)deal.Outcome;
    public string? Type => deal.Kind?.ToString();
    public decimal? Value => deal.Amount?.Amount;
    public string? CurrencyCode => deal.Amount is { Currency.IsNone: false } amount ? amount.Currency.ToString() : null;
    public double? Chance => deal.Probability;
    public DateTimeOffset? Created { get; } = deal.CreatedAt?.ToDateTimeOffset();
    public DateTimeOffset? Contacted { get; } = deal.FirstContactAt?.ToDateTimeOffset();
    public DateTimeOffset? Received { get; } = deal.LeadReceivedAt?.ToDateTimeOffset();
    public DateTimeOffset? Ended { get; } = deal.ClosedAt?.ToDateTimeOffset();
    public LocalDate? Due => deal.ExpectedCloseOn;
    public string? Customer => deal.CustomerId;
    public string? Rep => deal.OwnerId;
    public string? Origin => deal.Source;
    public string? Survivor => deal.MergedIntoId;

    /// <summary>The same as a record made on the stack.</summary>
    public Deal ToDeal() => new()
    {
        Id = Key, Outcome = (DealOutcome)Status, Kind = Type is null ? null : Enum.Parse<DealKind>(Type), Amount = Money, Probability = Chance,
        CreatedAt = At(Created), FirstContactAt = At(Contacted), LeadReceivedAt = At(Received),
        ClosedAt = At(Ended), ExpectedCloseOn = Due, CustomerId = Customer, OwnerId = Rep, Source = Origin, MergedIntoId = Survivor,
    };

    public Money? Money => Value is { } value ? new Money(value, CurrencyCode is { } code ? new Currency(code) : default) : null;

    private static Instant? At(DateTimeOffset? time) => time is { } t ? Instant.FromDateTimeOffset(t) : null;
}

/// <summary>The adapter that reads only what is asked.</summary>
internal readonly struct CrmDealRow(CrmDeal deal) : IDealRow
{
    public string Id => deal.Key;
    public DealOutcome Outcome => (DealOutcome)deal.Status;
    public DealKind Kind => deal.Type is { } type ? Enum.Parse<DealKind>(type) : DealKind.Unspecified;
    public Amount Amount => deal.Money;
    public Amount ListAmount => default;
    public Quantity Quantity => default;
    public Probability Probability => deal.Chance;
    public Moment CreatedAt => deal.Created;
    public Moment FirstContactAt => deal.Contacted;
    public Moment LeadReceivedAt => deal.Received;
    public Moment ClosedAt => deal.Ended;
    public LocalDate? ExpectedCloseOn => deal.Due;
    public string? CustomerId => deal.Customer;
    public string? LeadId => null;
    public string? OwnerId => deal.Rep;
    public string? ProductId => null;
    public string? Source => deal.Origin;
    public string? Channel => null;
    public string? CampaignId => null;
    public string? Segment => null;
    public string? PipelineId => null;
    public string? Stage => null;
    public string? LossReason => null;
    public string? MergedIntoId => deal.Survivor;
}

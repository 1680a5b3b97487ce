namespace SalesOps.Kpis;

/// <summary>One deal (an opportunity). Absent is null, and null is never 0; only identity and outcome are required.</summary>
/// <remarks>
/// A deal without a date, an owner or an amount still counts where it is not needed; where it is needed, the result's
/// ledger says so. Ids and labels are compared ordinally.
/// </remarks>
public readonly record struct Deal : IDealRow, IRecordOf<IDealRow, Deal>
{
    private Moment Created { get; init; }
    private Moment FirstContact { get; init; }
    private Moment LeadReceived { get; init; }
    private Moment Closed { get; init; }
    private Amount Value { get; init; }
    private Amount ListValue { get; init; }
    private Quantity Units { get; init; }
    private Probability WinProbability { get; init; }
    private DealKind About { get; init; }

    /// <summary>Identifies the deal. The library trusts ids: a repeated one counts again.</summary>
    public required string Id { get; init; }

    /// <summary>How it ended, or that it is open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to something that isn't an outcome.</exception>
    public required DealOutcome Outcome
    {
        get;
        init => field = value <= DealOutcome.Disqualified
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Outcome), value, "Not an outcome.");
    }

    /// <summary>What it is about; null counts as new business.</summary>
    public DealKind? Kind { get => About == DealKind.Unspecified ? null : About; init => About = value ?? DealKind.Unspecified; }

    /// <summary>The deal's value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set beyond ±922,337,203,685,477.5807.</exception>
    public Money? Amount { get => Value.ToMoney(); init => Value = value; }

    /// <summary>The value at list prices, before discount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set beyond ±922,337,203,685,477.5807.</exception>
    public Money? ListAmount { get => ListValue.ToMoney(); init => ListValue = value; }

    /// <summary>How many units are sold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set beyond ±922,337,203,685,477.5807.</exception>
    public decimal? Quantity { get => Units.ToDecimal(); init => Units = value; }

    /// <summary>The chance of winning, a fraction 0..1, kept in 1/10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0, above 1 or to NaN.</exception>
    public double? Probability { get => WinProbability.ToDouble(); init => WinProbability = value; }

    /// <summary>When it was created.</summary>
    public Instant? CreatedAt { get => Created.ToInstant(); init => Created = value; }

    /// <summary>When its people were first contacted.</summary>
    public Instant? FirstContactAt { get => FirstContact.ToInstant(); init => FirstContact = value; }

    /// <summary>When its lead was received.</summary>
    public Instant? LeadReceivedAt { get => LeadReceived.ToInstant(); init => LeadReceived = value; }

    /// <summary>When it was won, lost or disqualified. An open deal's expected date belongs in <see cref="ExpectedCloseOn"/>.</summary>
    public Instant? ClosedAt { get => Closed.ToInstant(); init => Closed = value; }

    /// <summary>The local day on which an open deal is expected to close.</summary>
    public LocalDate? ExpectedCloseOn { get; init; }

    /// <summary>The customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The lead that it came from.</summary>
    public string? LeadId { get; init; }

    /// <summary>The rep who owns it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The product; deals with several have lines.</summary>
    public string? ProductId { get; init; }

    /// <summary>Where it came from, as the CRM says.</summary>
    public string? Source { get; init; }

    /// <summary>The medium that money is booked on.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The market segment.</summary>
    public string? Segment { get; init; }

    /// <summary>The pipeline whose stages it goes through.</summary>
    public string? PipelineId { get; init; }

    /// <summary>The stage that it is in now.</summary>
    public string? Stage { get; init; }

    /// <summary>Why it was lost.</summary>
    public string? LossReason { get; init; }

    /// <summary>The deal that it was merged into, which then counts in its place.</summary>
    public string? MergedIntoId { get; init; }

    DealKind IDealRow.Kind => About;
    Amount IDealRow.Amount => Value;
    Amount IDealRow.ListAmount => ListValue;
    Quantity IDealRow.Quantity => Units;
    Probability IDealRow.Probability => WinProbability;
    Moment IDealRow.CreatedAt => Created;
    Moment IDealRow.FirstContactAt => FirstContact;
    Moment IDealRow.LeadReceivedAt => LeadReceived;
    Moment IDealRow.ClosedAt => Closed;

    static Deal IRecordOf<IDealRow, Deal>.From<TRow>(scoped in TRow row) => new()
    {
        Id = row.Id, Outcome = row.Outcome, About = row.Kind, Value = row.Amount, ListValue = row.ListAmount,
        Units = row.Quantity, WinProbability = row.Probability,
        Created = row.CreatedAt, FirstContact = row.FirstContactAt, LeadReceived = row.LeadReceivedAt, Closed = row.ClosedAt,
        ExpectedCloseOn = row.ExpectedCloseOn, CustomerId = row.CustomerId, LeadId = row.LeadId, OwnerId = row.OwnerId,
        ProductId = row.ProductId, Source = row.Source, Channel = row.Channel, CampaignId = row.CampaignId,
        Segment = row.Segment, PipelineId = row.PipelineId, Stage = row.Stage, LossReason = row.LossReason,
        MergedIntoId = row.MergedIntoId,
    };
}

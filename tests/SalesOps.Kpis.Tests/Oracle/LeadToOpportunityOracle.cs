namespace SalesOps.Kpis.Tests;

/// <summary>The ratio as its definition says, one question at a time over lists of leads, a list per person.</summary>
internal sealed class LeadToOpportunityOracle(LeadToOpportunityCalculator options)
{
    public static LeadToOpportunity Of(LeadToOpportunityCalculator options, IReadOnlyList<Lead> leads) => new LeadToOpportunityOracle(options).Of(leads);

    private LeadToOpportunity Of(IReadOnlyList<Lead> leads)
    {
        Lead[][] persons = Persons(leads);
        Lead[][] mature = [.. persons.Where(HasEnded)];
        Lead[][] converted = [.. persons.Where(IsConverted)];
        Lead[][] left = [.. persons.Where(person => !IsConverted(person))];
        Lead[][] disqualified = [.. left.Where(person => !IsLate(person) && person.All(IsDisqualified))];
        Lead[][] pending = [.. left.Where(person => !HasEnded(person) && !person.All(IsDisqualified))];
        Duration[] taken = [.. converted.Where(IsTimed).Select(person => ConversionOf(person)!.Value - ReceiptOf(person)!.Value)];
        Duration[] measured = [.. taken.Where(duration => duration >= Duration.Zero)];
        Proportion rate = new(mature.Count(IsConverted), mature.Length);
        Proportion contactDated = new(persons.Count(person => person.Any(lead => Happened(lead.ContactedAt))), persons.Length);
        ReasonCount[] leftOut =
        [
            new(LedgerReason.Merged, leads.Count(lead => lead.MergedIntoId is not null)),
            new(LedgerReason.CreatedAfterAsOf, leads.Count(lead => lead.MergedIntoId is null && lead.ReceivedAt > options.AsOf)),
            new(LedgerReason.SamePerson, persons.Sum(person => person.Length - 1)),
        ];
        return new LeadToOpportunity
        {
            Rate = rate,
            RateToDate = new(converted.Length, persons.Length),
            Disqualified = disqualified.Length,
            Pending = pending.Length,
            Expired = left.Length - disqualified.Length - pending.Length,
            ConvertedLate = left.Count(IsLate),
            Maturity = new(mature.Length, persons.Length),
            Ladder = new()
            {
                Leads = persons.Length,
                Contacted = persons.Count(person => person.Any(IsContacted)),
                Qualified = persons.Count(person => person.Any(IsQualified)),
                Opportunities = persons.Count(person => person.Any(IsOpportunity)),
                OpportunitiesWithoutDeal = persons.Count(person => person.Any(IsOpportunity) && !person.Any(HasDeal)),
                Won = persons.Count(person => person.Any(IsWon)),
            },
            ContactDated = contactDated,
            TimeToConvert = new SalesCycleCalculator().Summarize(measured).Duration,
            Undefined = persons.Length == 0 ? UndefinedReason.NoRows : mature.Length == 0 ? UndefinedReason.WindowsRunning : UndefinedReason.None,
            Ledger = new(mature.Length, new([.. leftOut, new(LedgerReason.WindowRunning, persons.Length - mature.Length)]), new(
                new(LedgerReason.CreationUnknown, persons.Count(person => ReceiptOf(person) is null)),
                new ReasonCount(LedgerReason.ConversionDateMissing, mature.Count(person => IsConverted(person) && LatestConversionOf(person) is null)))),
            TimeLedger = new(measured.Length, new([
                .. leftOut,
                new(LedgerReason.NotConverted, left.Length),
                new(LedgerReason.StartMissing, converted.Count(person => ReceiptOf(person) is null)),
                new(LedgerReason.ConversionDateMissing, converted.Count(person => ReceiptOf(person) is not null && ConversionOf(person) is null)),
                new(LedgerReason.NegativeDuration, taken.Length - measured.Length),
            ]), new()),
            Cautions = [.. Cautions(rate, new(pending.Length, persons.Length), contactDated)],
            Definition = options,
        };
    }

    public Lead[][] Persons(IReadOnlyList<Lead> leads)
    {
        Lead[] received = [.. leads.Where(lead => lead.MergedIntoId is null && !(lead.ReceivedAt > options.AsOf))];
        return
        [
            .. received.Where(lead => lead.PersonId is null).Select(lead => new[] { lead }),
            .. received.Where(lead => lead.PersonId is not null).GroupBy(lead => lead.PersonId, StringComparer.Ordinal).Select(group => group.ToArray()),
        ];
    }

    private IEnumerable<Caution> Cautions(Proportion rate, Proportion pending, Proportion contactDated)
    {
        double width = rate.ConfidenceInterval()?.Width ?? 0;
        if (rate.Denominator > 0 && rate.Denominator < options.SmallSampleLimit)
            yield return new() { Code = CautionCode.SmallSample, Observed = rate.Denominator, Limit = options.SmallSampleLimit };
        else if (width > options.WideIntervalLimit)
            yield return new() { Code = CautionCode.SmallSample, Observed = width, Limit = options.WideIntervalLimit };
        if (pending.Numerator > options.ImmatureLimit * pending.Denominator)
            yield return new() { Code = CautionCode.Immature, Observed = pending.Value!.Value, Limit = options.ImmatureLimit };
        bool isMissed = options.TargetRate is { } target && rate.ConfidenceInterval() is { } interval && !(interval.Lower <= target && target <= interval.Upper);
        if (isMissed && contactDated.Numerator < options.ContactDatedLimit * contactDated.Denominator)
            yield return new() { Code = CautionCode.CauseNotSeparated, Observed = contactDated.Value!.Value, Limit = options.ContactDatedLimit };
    }

    // What has a date has happened by then; what has none, if the lead says so.
    private bool Happened(Instant? at) => at is { } time && !(time > options.AsOf);

    private bool Happened(Instant? at, bool isSaid) => at is null ? isSaid : Happened(at);

    private bool IsWon(Lead lead) => Happened(lead.WonAt, lead.DealOutcome == DealOutcome.Won);

    private static bool HasDeal(Lead lead) => lead.DealId is not null || lead.DealCreatedAt is not null || lead.DealOutcome is not null;

    private bool IsOpportunity(Lead lead) =>
        Happened(lead.DealCreatedAt ?? lead.ConvertedAt, HasDeal(lead) || lead.Status == LeadStatus.Converted) || IsWon(lead);

    private bool IsQualified(Lead lead) => Happened(lead.QualifiedAt, lead.Status == LeadStatus.Qualified) || IsOpportunity(lead);

    private bool IsContacted(Lead lead) => Happened(lead.ContactedAt, lead.Status == LeadStatus.Contacted) || IsQualified(lead);

    public bool IsDisqualified(Lead lead) => Happened(lead.DisqualifiedAt, lead.Status == LeadStatus.Disqualified);

    private bool HasReached(Lead[] person) => person.Any(options.ConvertedWhen switch
    {
        LeadConversion.Qualified => IsQualified,
        LeadConversion.Won => IsWon,
        _ => IsOpportunity,
    });

    public static Instant? ReceiptOf(Lead[] person) => person.Min(lead => lead.ReceivedAt);

    private Instant? ConversionOf(Lead[] person) => person.Min(OwnDate);

    // What implies it tells when it had happened at the latest.
    public Instant? LatestConversionOf(Lead[] person) => person.SelectMany(lead => options.ConvertedWhen switch
    {
        LeadConversion.Qualified => (Instant?[])[OwnDate(lead), Known(lead.DealCreatedAt ?? lead.ConvertedAt), Known(lead.WonAt)],
        LeadConversion.Won => [OwnDate(lead)],
        _ => [OwnDate(lead), Known(lead.WonAt)],
    }).Min();

    private Instant? OwnDate(Lead lead) => Known(options.ConvertedWhen switch
    {
        LeadConversion.Qualified => lead.QualifiedAt,
        LeadConversion.Won => lead.WonAt,
        _ => lead.DealCreatedAt ?? lead.ConvertedAt,
    });

    public Instant? Known(Instant? at) => Happened(at) ? at : null;

    private bool IsTimed(Lead[] person) => ReceiptOf(person) is not null && ConversionOf(person) is not null;

    public bool IsConverted(Lead[] person) => HasReached(person) && !IsLate(person);

    private bool IsLate(Lead[] person) => HasReached(person)
        && LatestConversionOf(person) is { } at && ReceiptOf(person) is { } start && options.Window is { } window && at - start >= window;

    private bool HasEnded(Lead[] person) => options.Window is not { } window || options.AsOf is not { } asOf
        || ReceiptOf(person) is not { } start || asOf - start >= window;
}

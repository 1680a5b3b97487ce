namespace SalesOps.Kpis.Tests;

/// <summary>What came and what converted in each period, by the words of the definition and a list per person.</summary>
internal sealed class LeadFlowOracle(LeadToOpportunityCalculator options, PeriodGrid periods)
{
    private readonly LeadToOpportunityOracle _cohort = new(options);

    /// <summary>Received, converted and in play of the periods, then of what lies before, after and without a date.</summary>
    public (int, int, int)[] Of(IReadOnlyList<Lead> leads)
    {
        Lead[][] persons = _cohort.Persons(leads);
        List<(Instant, Instant)> spans = [(Instant.MinValue, periods[0].From), (periods[^1].Until, Instant.MaxValue)];
        spans.InsertRange(0, periods.Periods.Select(period => (period.From, period.Until)));
        return
        [
            .. spans.Select(span => (
                persons.Count(person => IsWithin(LeadToOpportunityOracle.ReceiptOf(person), span)),
                persons.Count(person => IsWithin(ConversionOf(person), span)),
                persons.Count(person => IsInPlay(person, span)))),
            (persons.Count(person => LeadToOpportunityOracle.ReceiptOf(person) is null),
                persons.Count(person => _cohort.IsConverted(person) && ConversionOf(person) is null),
                persons.Count(person => LeadToOpportunityOracle.ReceiptOf(person) is null || _cohort.IsConverted(person) && ConversionOf(person) is null)),
        ];
    }

    private Instant? ConversionOf(Lead[] person) => _cohort.IsConverted(person) ? _cohort.LatestConversionOf(person) : null;

    private bool IsInPlay(Lead[] person, (Instant Start, Instant End) span)
    {
        Instant? received = LeadToOpportunityOracle.ReceiptOf(person), converted = ConversionOf(person);
        if (converted < received)
            return IsWithin(converted, span);
        if (IsWithin(received, span) || IsWithin(converted, span))
            return true;
        Instant? from = new[] { received, converted }.Min();
        if (from is null || from >= span.End || _cohort.IsConverted(person) && converted is null)
            return false;
        if (converted is not null)
            return converted >= span.Start;
        bool isRunning = options.Window is not { } window || window > Duration.FromDays(4_000_000) || received!.Value + window > span.Start;
        return isRunning && !(person.All(_cohort.IsDisqualified) && !(person.Max(lead => _cohort.Known(lead.DisqualifiedAt)) >= span.Start));
    }

    private static bool IsWithin(Instant? at, (Instant Start, Instant End) span) => at >= span.Start && at < span.End;
}

using NodaTime;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The same for leads as <see cref="LibraryDeals"/> for deals.</summary>
internal sealed class LibraryLeads : IEngine
{
    private static readonly Instant AsOf = InstantOf(LeadColumns.AsOf)!.Value;

    private readonly Leads _leads;
    private readonly Moment[] _received, _responded;
    private readonly Duration?[] _elapsed;
    private readonly LeadResponseTimeCalculator _response, _responseInHours;
    private readonly LeadToOpportunityCalculator _toOpportunity = Kpi.LeadToOpportunity with { AsOf = AsOf, Window = Duration.FromTimeSpan(LeadColumns.Window) };

    private readonly PeriodGrid _months = new ReportingCalendar(DateTimeZoneProviders.Tzdb[Months.Zone.Id])
        .Months(new LocalDate(Months.FirstYear, 1, 1), new LocalDate(Months.FirstYear + Months.Count / 12, 1, 1));

    private readonly WorkingHours _hours = WorkingHours.MondayToFriday(
        DateTimeZoneProviders.Tzdb[OfficeHours.Zone], new LocalTime(OfficeHours.Opens, 0), new LocalTime(OfficeHours.Closes, 0));

    /// <param name="leads">All leads.</param>
    /// <param name="columns">The same as columns.</param>
    /// <param name="keys">How the leads lie.</param>
    /// <param name="threads">As many as are to be used.</param>
    /// <param name="untested">Whether the groups are left untested for differences.</param>
    public LibraryLeads(Leads leads, LeadColumns columns, string keys, int threads, bool untested)
    {
        (_leads, Keys, Threads) = (threads == 1 ? leads : leads.InParallel(threads), keys, threads);
        (_received, _responded) = (MomentsOf(columns.Received), MomentsOf(columns.FirstResponded));
        _elapsed = new Duration?[columns.Rows];
        _response = Kpi.LeadResponseTime with { AsOf = AsOf, Sla = Duration.FromTimeSpan(LeadColumns.Sla) };
        if (untested)
            _response = _response with { DifferenceLimit = 2 };
        _responseInHours = _response with { Hours = _hours };
    }

    public string Name => "library";

    public string Keys { get; }

    public int Threads { get; }

    public Func<Answer> Ask(Question question) => question switch
    {
        Question.ResponseByOwner => Responses(_response.Calculate(_leads.By(LeadDimension.Owner))),
        Question.ResponseInWorkingTime => Responses(_responseInHours.Calculate(_leads.By(LeadDimension.Owner))),
        Question.LeadToOpportunity => Cohorts(_toOpportunity.Calculate(BySourceAndMonth)),
        Question.LeadToOpportunityWithoutWindow => Cohorts((_toOpportunity with { Window = null }).Calculate(BySourceAndMonth)),
        Question.WorkingTime => WorkingTime(),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    public void Dispose()
    {
    }

    public static Lead[] RecordsOf(LeadColumns columns)
    {
        var leads = new Lead[columns.Rows];
        for (int row = 0; row < leads.Length; row++)
        {
            leads[row] = new Lead
            {
                Id = $"L{row}",
                Status = (LeadStatus)columns.Status[row],
                OwnerId = columns.Owners[columns.Owner[row]],
                Source = columns.Sources[columns.Source[row]],
                ReceivedAt = InstantOf(columns.Received[row]),
                FirstRespondedAt = InstantOf(columns.FirstResponded[row]),
                ContactedAt = InstantOf(columns.Contacted[row]),
                QualifiedAt = InstantOf(columns.Qualified[row]),
                DisqualifiedAt = InstantOf(columns.Disqualified[row]),
                DealCreatedAt = InstantOf(columns.DealCreated[row]),
                WonAt = InstantOf(columns.Won[row]),
                DealOutcome = OutcomeOf(columns.DealOutcome[row]),
            };
        }

        return leads;
    }

    public static LeadTable TableOf(LeadColumns columns) => LeadTable.Of(new Tables.LeadColumns
    {
        Id = [.. Enumerable.Range(0, columns.Rows).Select(row => $"L{row}")],
        Status = [.. columns.Status.Select(status => (LeadStatus)status)],
        OwnerId = TextColumn.Of(columns.Owner, columns.Owners),
        Source = TextColumn.Of(columns.Source, columns.Sources),
        ReceivedAt = MomentsOf(columns.Received),
        FirstRespondedAt = MomentsOf(columns.FirstResponded),
        ContactedAt = MomentsOf(columns.Contacted),
        QualifiedAt = MomentsOf(columns.Qualified),
        DisqualifiedAt = MomentsOf(columns.Disqualified),
        DealCreatedAt = MomentsOf(columns.DealCreated),
        WonAt = MomentsOf(columns.Won),
        DealOutcome = [.. columns.DealOutcome.Select(OutcomeOf)],
    });

    private RowsByPer<ILeadRow, string?> BySourceAndMonth => _leads.By(LeadDimension.Source).Per(_months, LeadDate.Received);

    private static Moment[] MomentsOf(long[] ticks) => [.. ticks.Select(t => (Moment)InstantOf(t))];

    private static Instant? InstantOf(long ticks) => ticks == LeadColumns.Missing ? null : NodaConstants.BclEpoch.PlusTicks(ticks);

    private static DealOutcome? OutcomeOf(byte outcome) => outcome == LeadColumns.NoDeal ? null : (DealOutcome)outcome;

    private static Func<Answer> Responses(KpiTable<string?, LeadResponseTime> responses) => () =>
    {
        const double ticks = TimeSpan.TicksPerMinute;
        var answer = new Answer();
        foreach (var (owner, response) in responses)
        {
            new ResponseOfOwner
            {
                WithinSla = response.WithinSla.Numerator,
                Fates = [.. Enumerable.Range(0, (int)ResponseFate.Count).Select(fate => (int)CountOf((ResponseFate)fate, response))],
                MedianTicks = response.MedianMinutes * ticks ?? 0, P90Ticks = response.P90Minutes * ticks ?? 0,
            }.AddTo(answer, owner!);
        }

        return answer;
    };

    private static long CountOf(ResponseFate fate, LeadResponseTime response) => fate switch
    {
        ResponseFate.Answered => response.Answered,
        ResponseFate.Undated => response.AnsweredUndated,
        ResponseFate.Breached => response.Unanswered - response.Pending,
        ResponseFate.Pending => response.Pending,
        ResponseFate.Negative => response.Ledger.Excluded[LedgerReason.NegativeDuration],
        ResponseFate.Disqualified => response.Ledger.Excluded[LedgerReason.Disqualified],
        ResponseFate.ReceivedLater => response.Ledger.Excluded[LedgerReason.CreatedAfterAsOf],
        _ => response.Ledger.Excluded[LedgerReason.StartMissing],
    };

    private static Func<Answer> Cohorts(KpiGrid<string?, LeadToOpportunity> ratios) => () =>
    {
        var answer = new Answer();
        foreach (var (source, series) in ratios)
        {
            Add(Months.Before, series.Before);
            Add(Months.After, series.After);
            Add(Months.Undated, series.Undated);
            foreach (var (month, ratio) in series)
                AddTo(answer, $"{source} {month.Name}", ratio);

            void Add(int slot, LeadToOpportunity ratio) => AddTo(answer, $"{source} {Months.Name(slot)}", ratio);
        }

        return answer;
    };

    private static void AddTo(Answer answer, string key, LeadToOpportunity ratio) => answer.Add(key,
        [
            ratio.Received, ratio.Rate.Numerator, ratio.Rate.Denominator, ratio.RateToDate.Numerator,
            ratio.Disqualified, ratio.Pending, ratio.ConvertedLate,
            ratio.Ladder.Contacted, ratio.Ladder.Qualified, ratio.Ladder.Opportunities, ratio.Ladder.Won, ratio.TimeToConvert.Count,
        ],
        ratio.TimeToConvert.MedianDays ?? 0);

    private Func<Answer> WorkingTime()
    {
        _hours.Elapsed(_received, _responded, _elapsed);
        return () => Answer.OfTicks(_elapsed.Where(elapsed => elapsed is not null).Select(elapsed => elapsed!.Value.BclCompatibleTicks));
    }
}

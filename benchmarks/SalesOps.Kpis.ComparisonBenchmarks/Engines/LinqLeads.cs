namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The same for leads as <see cref="LinqDeals"/> for deals.</summary>
internal sealed class LinqLeads(LeadColumns columns) : IEngine
{
    private static readonly DateTimeOffset AsOf = new(LeadColumns.AsOf, TimeSpan.Zero);
    private static readonly TimeSpan Offset = TimeSpan.FromTicks(OfficeHours.OffsetTicks);

    private readonly LinqLead[] _leads = [.. Enumerable.Range(0, columns.Rows).Select(row => LinqLead.Of(columns, row))];

    public string Name => "linq";

    public string Keys => "objects";

    public int Threads => 1;

    public Func<Answer> Ask(Question question) => question switch
    {
        Question.ResponseByOwner => Responses((start, end) => end - start),
        Question.ResponseInWorkingTime => Responses(Worked),
        Question.LeadToOpportunity => Cohorts(LeadColumns.Window),
        Question.LeadToOpportunityWithoutWindow => Cohorts(window: null),
        Question.WorkingTime => WorkingTime(),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    public void Dispose()
    {
    }

    private static bool HasHappened(DateTimeOffset? at) => at <= AsOf;

    private static bool HasHappened(DateTimeOffset? at, bool isSaid) => at is null ? isSaid : at <= AsOf;

    private Func<Answer> Responses(Func<DateTimeOffset, DateTimeOffset, TimeSpan> elapsed)
    {
        var groups = _leads.GroupBy(lead => lead.Owner).Select(group =>
        {
            List<(ResponseFate Fate, TimeSpan Time)> leads = [.. group.Select(lead => ResponseOf(lead, elapsed))];
            List<long> ticks = [.. leads.Where(lead => lead.Fate == ResponseFate.Answered).Select(lead => lead.Time.Ticks).Order()];
            return (group.Key, Response: new ResponseOfOwner
            {
                Fates = [.. Enumerable.Range(0, (int)ResponseFate.Count).Select(fate => leads.Count(lead => lead.Fate == (ResponseFate)fate))],
                WithinSla = ticks.Count(t => t <= LeadColumns.Sla.Ticks),
                MedianTicks = LinqDeals.Quantile(ticks, 0.5), P90Ticks = LinqDeals.Quantile(ticks, 0.9),
            });
        }).ToList();
        return () =>
        {
            var answer = new Answer();
            foreach ((string owner, ResponseOfOwner response) in groups)
                response.AddTo(answer, owner);
            return answer;
        };
    }

    private static (ResponseFate Fate, TimeSpan Time) ResponseOf(LinqLead lead, Func<DateTimeOffset, DateTimeOffset, TimeSpan> elapsed)
    {
        if (lead.ReceivedAt is not { } received)
            return (ResponseFate.ReceiptUnknown, default);
        if (received > AsOf)
            return (ResponseFate.ReceivedLater, default);
        if (lead.FirstRespondedAt is { } responded && responded <= AsOf)
            return responded < received ? (ResponseFate.Negative, default) : (ResponseFate.Answered, elapsed(received, responded));
        if (HasHappened(lead.ContactedAt) || HasHappened(lead.QualifiedAt)
            || lead is { FirstRespondedAt: null, ContactedAt: null, QualifiedAt: null, Status: LeadStatus.Contacted or LeadStatus.Qualified or LeadStatus.Converted })
        {
            return (ResponseFate.Undated, default);
        }

        if (HasHappened(lead.DisqualifiedAt, lead.Status == LeadStatus.Disqualified))
            return (ResponseFate.Disqualified, default);
        return (elapsed(received, AsOf) > LeadColumns.Sla ? ResponseFate.Breached : ResponseFate.Pending, default);
    }

    // Whole weeks first, then day by day.
    private static TimeSpan Worked(DateTimeOffset start, DateTimeOffset end)
    {
        if (end < start)
            return -Worked(end, start);
        DateTime from = start.DateTime + Offset, until = end.DateTime + Offset;
        int weeks = (until - from).Days / 7;
        TimeSpan worked = weeks * OfficeHours.WorkingDays * TimeSpan.FromHours(OfficeHours.Closes - OfficeHours.Opens);
        from = from.AddDays(7 * weeks);
        for (DateTime day = from.Date; day < until; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            DateTime opens = day.AddHours(OfficeHours.Opens), closes = day.AddHours(OfficeHours.Closes);
            DateTime first = from > opens ? from : opens, last = until < closes ? until : closes;
            if (last > first)
                worked += last - first;
        }

        return worked;
    }

    private Func<Answer> Cohorts(TimeSpan? window)
    {
        var groups = _leads.Where(lead => !(lead.ReceivedAt > AsOf))
            .GroupBy(lead => (lead.Source, Month: LinqDeals.MonthOf(lead.ReceivedAt)))
            .Select(group => (group.Key, Cohort: CohortOf(group, window))).ToList();
        return () =>
        {
            var answer = new Answer();
            foreach (var ((source, month), cohort) in groups)
                cohort.AddTo(answer, $"{source} {LinqDeals.MonthName(month)}");
            return answer;
        };
    }

    private static Cohort CohortOf(IEnumerable<LinqLead> leads, TimeSpan? window)
    {
        var progress = leads.Select(lead => ProgressOf(lead, window)).ToList();
        List<long> ticks = [.. progress.Where(lead => lead.Time >= TimeSpan.Zero).Select(lead => lead.Time!.Value.Ticks).Order()];
        Dictionary<int, int> counts = progress.CountBy(lead => lead.Cell).ToDictionary();
        return new Cohort
        {
            Counts = [.. Enumerable.Range(0, Cohort.Cells).Select(cell => counts.GetValueOrDefault(cell))],
            Timed = ticks.Count,
            MedianTicks = LinqDeals.Quantile(ticks, 0.5),
        };
    }

    private static (int Cell, TimeSpan? Time) ProgressOf(LinqLead lead, TimeSpan? window)
    {
        bool isWon = HasHappened(lead.WonAt, lead.DealOutcome == DealOutcome.Won);
        bool isOpportunity = isWon || HasHappened(lead.DealCreatedAt, lead.DealOutcome is not null || lead.Status == LeadStatus.Converted);
        bool isQualified = isOpportunity || HasHappened(lead.QualifiedAt, lead.Status == LeadStatus.Qualified);
        bool isContacted = isQualified || HasHappened(lead.ContactedAt, lead.Status == LeadStatus.Contacted);
        bool isRejected = HasHappened(lead.DisqualifiedAt, lead.Status == LeadStatus.Disqualified);
        DateTimeOffset? created = HasHappened(lead.DealCreatedAt) ? lead.DealCreatedAt : null, won = HasHappened(lead.WonAt) ? lead.WonAt : null;
        DateTimeOffset? by = created is null || won < created ? won : created, end = lead.ReceivedAt + window;

        bool hasEnded = end is null || end <= AsOf;
        int outcome = isOpportunity ? by >= end ? Cohort.Late : Cohort.Converted
            : isRejected ? Cohort.Disqualified : hasEnded ? Cohort.Expired : Cohort.Pending;
        int rung = isWon ? 4 : isOpportunity ? 3 : isQualified ? 2 : isContacted ? 1 : 0;
        return (Cohort.CellOf(outcome, hasEnded ? 1 : 0, rung), outcome == Cohort.Converted ? created - lead.ReceivedAt : null);
    }

    private Func<Answer> WorkingTime()
    {
        List<TimeSpan?> elapsed = [.. _leads.Select(lead =>
            lead is { ReceivedAt: { } start, FirstRespondedAt: { } end } ? Worked(start, end) : (TimeSpan?)null)];
        return () => Answer.OfTicks(elapsed.Where(time => time is not null).Select(time => time!.Value.Ticks));
    }
}

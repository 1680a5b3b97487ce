namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The questions about leads in SQL, likewise in every form that promised to be fast; the first one is compared.</summary>
internal static class LeadSql
{
    private const int Answered = (int)ResponseFate.Answered;

    private const long Microseconds = 1_000_000, Hour = 3_600 * Microseconds;

    /// <summary>The month of every hour, and the working time before every hour of the office's wall time.</summary>
    public static IEnumerable<string> Tables { get; } =
    [
        $"""
        CREATE TABLE hours AS SELECT hour::BIGINT AS hour, {DealSql.Tree("make_timestamp(hour * 3600000000)", Months.Boundaries)}::UTINYINT AS place
        FROM range(epoch_us(TIMESTAMP '2021-01-01') // 3600000000, epoch_us(TIMESTAMP '2026-01-01') // 3600000000) AS t(hour)
        """,
        $"""
        CREATE TABLE office AS SELECT hour::BIGINT AS hour, {WorkedBefore($"hour * {Hour}")}::BIGINT AS worked,
            ({WorkedBefore($"(hour + 1) * {Hour}")} > {WorkedBefore($"hour * {Hour}")})::BIGINT AS is_open
        FROM range(epoch_us(TIMESTAMP '2021-01-01') // {Hour}, epoch_us(TIMESTAMP '2026-01-01') // {Hour}) AS t(hour)
        """,
    ];

    public static IReadOnlyList<SqlForm> FormsOf(Question question) => question switch
    {
        Question.ResponseByOwner =>
        [
            new("by fate, then pivot", ResponsesByFate(Elapsed, "leads")),
            new("one group per owner", Responses(Elapsed, "leads")),
        ],
        Question.ResponseInWorkingTime =>
        [
            new("closed form; by fate, then pivot", ResponsesByFate(WorkedClosed, "leads")),
            new("closed form; one group per owner", Responses(WorkedClosed, "leads")),
            new("joins with hours; one group per owner", Responses(WorkedByHour, WithOffice)),
            new("joins with hours; by fate, then pivot", ResponsesByFate(WorkedByHour, WithOffice)),
        ],
        Question.LeadToOpportunity => CohortForms(hasWindow: true),
        Question.LeadToOpportunityWithoutWindow => CohortForms(hasWindow: false),
        Question.WorkingTime =>
        [
            new("closed form", WorkingTime(WorkedClosed("first_responded_at"), "leads")),
            new("joins with hours", WorkingTime(WorkedByHour("first_responded_at"), WithOffice)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    private static string AsOf { get; } = DealSql.Timestamp(LeadColumns.AsOf);

    private static string Unix(long ticks) => $"{(ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond}";

    // From the receipt to another time.
    private static string Elapsed(string end) => $"(epoch_us({end}) - epoch_us(received_at))";

    private static string WorkedClosed(string end) => $"({WorkedBefore(Wall(end))} - {WorkedBefore(Wall("received_at"))})";

    private static string Wall(string time) => $"(epoch_us({time}) + {OfficeHours.OffsetTicks / TimeSpan.TicksPerMicrosecond})";

    // The 1st of January 1970 was a Thursday.
    private static string WorkedBefore(string wall)
    {
        const long day = 24 * Hour, work = (OfficeHours.Closes - OfficeHours.Opens) * Hour;
        string monday = $"({wall} + {3 * day})", weekday = $"({monday} // {day} % 7)";
        string today = $"least(greatest({monday} % {day} - {OfficeHours.Opens * Hour}, 0), {work})";
        return $"({monday} // {7 * day} * {OfficeHours.WorkingDays * work} + CASE WHEN {weekday} < {OfficeHours.WorkingDays} THEN {weekday} * {work} + {today} ELSE {OfficeHours.WorkingDays * work} END)";
    }

    private static string WorkedByHour(string end)
    {
        string at(string table, string time) => $"{table}.worked + {table}.is_open * ({Wall(time)} - {table}.hour * {Hour})";
        return end == AsOf
            ? $"({WorkedBefore(Wall(AsOf))} - ({at("o1", "received_at")}))"
            : $"({at("o2", end)} - ({at("o1", "received_at")}))";
    }

    private static string WithOffice { get; } = $"""
        leads LEFT JOIN office AS o1 ON o1.hour = {Wall("received_at")} // {Hour}
            LEFT JOIN office AS o2 ON o2.hour = {Wall("first_responded_at")} // {Hour}
        """;

    private static string WorkingTime(string worked, string from) =>
        $"SELECT count({worked}), sum({worked})::BIGINT FROM {from} WHERE received_at IS NOT NULL AND first_responded_at IS NOT NULL";

    // What became of a lead, and how long it waited where it was answered.
    private static string Waits(Func<string, string> elapsed, string from) => $"""
        SELECT owner,
            CASE WHEN first_responded_at <= {AsOf} AND received_at <= first_responded_at THEN {Answered}
                WHEN received_at IS NULL THEN {(int)ResponseFate.ReceiptUnknown}
                WHEN received_at > {AsOf} THEN {(int)ResponseFate.ReceivedLater}
                WHEN first_responded_at <= {AsOf} THEN {(int)ResponseFate.Negative}
                WHEN contacted_at <= {AsOf} OR qualified_at <= {AsOf}
                    OR (first_responded_at IS NULL AND contacted_at IS NULL AND qualified_at IS NULL
                        AND status IN ('contacted'::status, 'qualified'::status, 'converted'::status)) THEN {(int)ResponseFate.Undated}
                WHEN disqualified_at <= {AsOf} OR (disqualified_at IS NULL AND status = 'disqualified'::status) THEN {(int)ResponseFate.Disqualified}
                WHEN {elapsed(AsOf)} > {Sla} THEN {(int)ResponseFate.Breached}
                ELSE {(int)ResponseFate.Pending} END::UTINYINT AS fate,
            CASE WHEN first_responded_at <= {AsOf} AND received_at <= first_responded_at THEN {elapsed("first_responded_at")} END AS us
        FROM {from} WHERE merged_into IS NULL
        """;

    private static string Sla { get; } = $"{LeadColumns.Sla.Ticks / TimeSpan.TicksPerMicrosecond}";

    private static string Fates(Func<int, string> count) => string.Join(", ", Enumerable.Range(0, (int)ResponseFate.Count).Select(count));

    private static string Responses(Func<string, string> elapsed, string from) => $"""
        WITH waits AS ({Waits(elapsed, from)}),
        owners AS (
            SELECT owner, count(*) FILTER (us <= {Sla}) AS in_time, {Fates(fate => $"count(*) FILTER (fate = {fate}) AS f{fate}")},
                quantile_cont(us, [0.5, 0.9]) AS q
            FROM waits GROUP BY owner)
        SELECT owner, in_time, {Fates(fate => $"f{fate}")}, q[1], q[2] FROM owners
        """;

    private static string ResponsesByFate(Func<string, string> elapsed, string from) => $"""
        WITH waits AS ({Waits(elapsed, from)}),
        cells AS (
            SELECT owner, fate, count(*) AS n, count(*) FILTER (us <= {Sla}) AS s, quantile_cont(us, [0.5, 0.9]) AS q
            FROM waits GROUP BY owner, fate)
        SELECT owner, sum(s)::BIGINT, {Fates(fate => $"coalesce(sum(n) FILTER (fate = {fate}), 0)::BIGINT")},
            max(q[1]) FILTER (fate = {Answered}), max(q[2]) FILTER (fate = {Answered})
        FROM cells GROUP BY owner
        """;

    private static SqlForm[] CohortForms(bool hasWindow) =>
    [
        new("by cell, with the times of conversions apart", CohortsByCell(hasWindow)),
        new("filtered aggregates", FilteredCohorts(hasWindow)),
    ];

    private static string IsDone(string date, string said) => $"coalesce({date} <= {AsOf}, {said}, false)";

    // How far leads had come, a step a column, and when.
    private static string Progress(bool hasWindow)
    {
        string window = $"{LeadColumns.Window.Ticks / TimeSpan.TicksPerMicrosecond}";
        string known(string date) => $"CASE WHEN {date} <= {AsOf} THEN {date} END";
        return $"""
            steps AS (
                SELECT source, place, epoch_us(received_at) AS received, epoch_us({known("deal_created_at")}) AS created, epoch_us({known("won_at")}) AS win,
                    {IsDone("won_at", "deal_outcome = 'won'::outcome")} AS is_won,
                    {IsDone("deal_created_at", "deal_outcome IS NOT NULL OR status = 'converted'::status")} AS has_deal,
                    {IsDone("qualified_at", "status = 'qualified'::status")} AS is_qualified,
                    {IsDone("contacted_at", "status = 'contacted'::status")} AS is_contacted,
                    {IsDone("disqualified_at", "status = 'disqualified'::status")} AS is_rejected
                FROM leads LEFT JOIN hours ON hours.hour = epoch_us(received_at) // {Hour}
                WHERE merged_into IS NULL AND coalesce(received_at <= {AsOf}, true)),
            progress AS (
                SELECT source, place, created - received AS us,
                    {(hasWindow ? $"coalesce(received <= {Unix(LeadColumns.AsOf - LeadColumns.Window.Ticks)}, true)" : "true")} AS has_ended,
                    CASE WHEN has_deal OR is_won THEN {(hasWindow ? $"CASE WHEN least(created, win) >= received + {window} THEN {Cohort.Late} ELSE {Cohort.Converted} END" : $"{Cohort.Converted}")}
                        WHEN is_rejected THEN {Cohort.Disqualified} WHEN has_ended THEN {Cohort.Expired} ELSE {Cohort.Pending} END AS outcome,
                    CASE WHEN is_won THEN 4 WHEN has_deal THEN 3 WHEN is_qualified THEN 2 WHEN is_contacted THEN 1 ELSE 0 END AS rung
                FROM steps)
            """;
    }

    private static string FilteredCohorts(bool hasWindow) => $"""
        WITH {Progress(hasWindow)}
        SELECT source, place, count(*), count(*) FILTER (outcome = {Cohort.Converted} AND has_ended),
            count(*) FILTER (outcome NOT IN ({Cohort.Pending}) AND (has_ended OR outcome = {Cohort.Late})),
            count(*) FILTER (outcome = {Cohort.Converted}), count(*) FILTER (outcome = {Cohort.Disqualified}),
            count(*) FILTER (outcome = {Cohort.Pending}), count(*) FILTER (outcome = {Cohort.Late}),
            count(*) FILTER (rung >= 1), count(*) FILTER (rung >= 2), count(*) FILTER (rung >= 3), count(*) FILTER (rung >= 4),
            count(*) FILTER (outcome = {Cohort.Converted} AND us >= 0), quantile_cont(us, 0.5) FILTER (outcome = {Cohort.Converted} AND us >= 0)
        FROM progress GROUP BY source, place
        """;

    private static string CohortsByCell(bool hasWindow) => $"""
        WITH {Progress(hasWindow)},
        cells AS (
            SELECT source, place, (outcome * 10 + has_ended::INT * 5 + rung)::UTINYINT AS cell, count(*) AS n,
                list(us) FILTER (outcome = {Cohort.Converted} AND us >= 0) AS us
            FROM progress GROUP BY source, place, cell)
        SELECT source, place, sum(n)::BIGINT, {Sum($"cell // 5 = {2 * Cohort.Converted + 1}")},
            {Sum($"cell // 10 <> {Cohort.Pending} AND (cell // 5 % 2 = 1 OR cell // 10 = {Cohort.Late})")},
            {Sum($"cell // 10 = {Cohort.Converted}")}, {Sum($"cell // 10 = {Cohort.Disqualified}")},
            {Sum($"cell // 10 = {Cohort.Pending}")}, {Sum($"cell // 10 = {Cohort.Late}")},
            {Sum("cell % 5 >= 1")}, {Sum("cell % 5 >= 2")}, {Sum("cell % 5 >= 3")}, {Sum("cell % 5 >= 4")},
            coalesce(sum(len(us)), 0)::BIGINT, list_aggregate(flatten(list(us) FILTER (us IS NOT NULL)), 'quantile_cont', 0.5)
        FROM cells GROUP BY source, place
        """;

    private static string Sum(string condition) => $"coalesce(sum(n) FILTER ({condition}), 0)::BIGINT";
}

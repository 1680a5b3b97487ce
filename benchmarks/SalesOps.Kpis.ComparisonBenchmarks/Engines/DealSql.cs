namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// The questions in SQL, each in every form that promised to be fast. The first form is the one that is compared; it was the
/// fastest or within noise of it, with text and with enum keys (<c>--sql-forms</c> measures them all).
/// </summary>
internal static class DealSql
{
    // The casts keep the comparison between enums; without them DuckDB compares texts.
    private const string InWinRate = "kind <> 'renewal'::kind AND merged_into IS NULL";

    private const string Hour = "make_timestamp(hour * 3600000000)";

    /// <summary>Tables that some forms join: boundaries of months, the month of every hour, the snapshots.</summary>
    public static IEnumerable<string> Tables { get; } =
    [
        $"CREATE TABLE months AS SELECT * FROM (VALUES {Values(Months.Boundaries)}) AS t(place, starts)",
        $"CREATE TABLE snapshots AS SELECT * FROM (VALUES {Values(Months.Snapshots)}) AS t(place, taken_at)",
        $"""
        CREATE TABLE hours AS SELECT hour::BIGINT AS hour, {Tree(Hour, Months.Boundaries)}::UTINYINT AS place,
            {Tree(Hour, Months.Snapshots)}::UTINYINT AS snapshots
        FROM range(epoch_us(TIMESTAMP '2021-01-01') // 3600000000, epoch_us(TIMESTAMP '2026-01-01') // 3600000000) AS t(hour)
        """,
    ];

    public static IReadOnlyList<SqlForm> FormsOf(Question question) => question switch
    {
        Question.WinRateByOwner =>
        [
            new("group by owner and outcome, then pivot", ByOutcome("owner", "deals", "owner")),
            new("filtered aggregates", Filtered("owner", "deals", "owner")),
        ],
        Question.WinRateByOwnerMonth =>
        [
            .. MonthForms().SelectMany(month => new SqlForm[]
            {
                new($"{month.Name}; by outcome, then pivot", ByOutcome($"owner, {month.Sql} AS month", month.From, "owner, month")),
                new($"{month.Name}; filtered aggregates", Filtered($"owner, {month.Sql} AS month", month.From, "owner, month")),
            }),
        ],
        Question.CycleByOwner =>
        [
            new("one quantile list", Cycle("quantile_cont(us, [0.5, 0.9]) FILTER (us >= 0)", "q[1], q[2]")),
            new("two quantiles", Cycle("median(us) FILTER (us >= 0) AS m, quantile_cont(us, 0.9) FILTER (us >= 0)", "m, q")),
        ],
        Question.PipelineSnapshots =>
        [
            new("cells of first and last snapshot (joins with hours), then a join of 625 cells", CellsByHour),
            new("cells of first and last snapshot (CASE trees), then a join of 625 cells", Cells),
            new("range join of all deals", RangeJoin),
            new("entries less exits as running sums", RunningSums),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    private static (string Name, string Sql, string From)[] MonthForms()
    {
        string undated(string month) => $"CASE WHEN closed_at IS NULL THEN {Months.Count + 2} ELSE {month} END::UTINYINT";
        return
        [
            ("join with hours", $"hours.place", "deals LEFT JOIN hours ON hours.hour = epoch_us(closed_at) // 3600000000"),
            ("nested CASE", undated(Tree("closed_at", Months.Boundaries)), "deals"),
            ("36-branch CASE", undated("CASE " + string.Join(' ', Months.Boundaries.Select((b, i) => $"WHEN closed_at < {Timestamp(b)} THEN {i}"))
                + $" ELSE {Months.Boundaries.Length} END"), "deals"),
            ("ASOF join", $"CASE WHEN closed_at IS NULL THEN {Months.Count + 2} ELSE coalesce(months.place + 1, 0) END::UTINYINT",
                "deals ASOF LEFT JOIN months ON deals.closed_at >= months.starts"),
            ("bucket list", undated(BucketList("closed_at")), "deals"),
            ("month difference of local time", undated($"greatest(least(datediff('month', TIMESTAMP '{Months.FirstYear}-01-01', {LocalTime("closed_at")}), {Months.Count}), -1) + 1"), "deals"),
        ];
    }

    private static string Filtered(string keys, string from, string groups) => $"""
        SELECT {keys},
            count(*) FILTER (outcome = 'won'::outcome), count(*) FILTER (outcome = 'lost'::outcome),
            count(*) FILTER (outcome = 'open'::outcome), count(*) FILTER (outcome = 'disqualified'::outcome),
            coalesce(sum(amount) FILTER (outcome = 'won'::outcome), 0)::BIGINT, coalesce(sum(amount) FILTER (outcome = 'lost'::outcome), 0)::BIGINT,
            count(*) FILTER (outcome IN ('won'::outcome, 'lost'::outcome) AND amount IS NULL)
        FROM {from} WHERE {InWinRate} GROUP BY {groups}
        """;

    private static string ByOutcome(string keys, string from, string groups) => $"""
        WITH cells AS (
            SELECT {keys}, outcome, count(*) AS n, count(amount) AS a, sum(amount) AS s
            FROM {from} WHERE {InWinRate} GROUP BY {groups}, outcome)
        SELECT {groups},
            coalesce(sum(n) FILTER (outcome = 'won'::outcome), 0)::BIGINT, coalesce(sum(n) FILTER (outcome = 'lost'::outcome), 0)::BIGINT,
            coalesce(sum(n) FILTER (outcome = 'open'::outcome), 0)::BIGINT, coalesce(sum(n) FILTER (outcome = 'disqualified'::outcome), 0)::BIGINT,
            coalesce(sum(s) FILTER (outcome = 'won'::outcome), 0)::BIGINT, coalesce(sum(s) FILTER (outcome = 'lost'::outcome), 0)::BIGINT,
            coalesce(sum(n - a) FILTER (outcome IN ('won'::outcome, 'lost'::outcome)), 0)::BIGINT
        FROM cells GROUP BY {groups}
        """;

    private static string Cycle(string quantiles, string columns) => $"""
        WITH won AS (
            SELECT owner, epoch_us(closed_at) - epoch_us(coalesce(first_contact_at, created_at)) AS us FROM deals WHERE outcome = 'won'::outcome),
        cycles AS (
            SELECT owner, count(*) FILTER (us >= 0) AS n, count(*) FILTER (us < 0) AS negative, count(*) - count(us) AS without_start,
                {quantiles} AS q
            FROM won GROUP BY owner)
        SELECT owner, n, negative, without_start, {columns} FROM cycles
        """;

    // Open at t when created_at <= t and not closed_at <= t; so a snapshot on the very date is after it, hence the "or equal" trees.
    private static string Cells { get; } = $"""
        WITH cells AS (
            SELECT CASE WHEN created_at IS NULL THEN 0 ELSE {TreeAfter("created_at", Months.Snapshots)} END::UTINYINT AS first,
                CASE WHEN closed_at IS NULL THEN {Months.SnapshotCount} ELSE {TreeAfter("closed_at", Months.Snapshots)} END::UTINYINT AS past,
                count(*) AS n, sum(amount) AS s, count(*) - count(amount) AS m, sum(amount * probability) AS w
            FROM deals GROUP BY 1, 2)
        SELECT place, sum(n)::BIGINT, sum(s)::BIGINT, sum(m)::BIGINT, sum(w)::VARCHAR
        FROM snapshots JOIN cells ON first <= place AND place < past GROUP BY place
        """;

    // A microsecond earlier, so that "at or before" means before.
    private static string CellsByHour { get; } = $"""
        WITH cells AS (
            SELECT entry.snapshots AS first, exit.snapshots AS past,
                count(*) AS n, sum(amount) AS s, count(*) - count(amount) AS m, sum(amount * probability) AS w
            FROM deals LEFT JOIN hours AS entry ON entry.hour = (epoch_us(created_at) - 1) // 3600000000
                LEFT JOIN hours AS exit ON exit.hour = (epoch_us(closed_at) - 1) // 3600000000
            GROUP BY 1, 2)
        SELECT place, sum(n)::BIGINT, sum(s)::BIGINT, sum(m)::BIGINT, sum(w)::VARCHAR
        FROM snapshots JOIN cells ON coalesce(first, 0) <= place AND place < coalesce(past, {Months.SnapshotCount}) GROUP BY place
        """;

    private static string RangeJoin { get; } = """
        SELECT place, count(*), sum(amount)::BIGINT, count(*) - count(amount), sum(amount * probability)::VARCHAR
        FROM deals JOIN snapshots
            ON coalesce(created_at, TIMESTAMP '0001-01-01') <= taken_at AND coalesce(closed_at, TIMESTAMP '9999-12-31') > taken_at
        GROUP BY place
        """;

    private static string RunningSums { get; } = $"""
        WITH spans AS (
            SELECT CASE WHEN created_at IS NULL THEN 0 ELSE {TreeAfter("created_at", Months.Snapshots)} END::UTINYINT AS first,
                CASE WHEN closed_at IS NULL THEN {Months.SnapshotCount} ELSE {TreeAfter("closed_at", Months.Snapshots)} END::UTINYINT AS past,
                amount, probability FROM deals),
        flows AS (
            SELECT first AS place, count(*) AS n, sum(amount) AS s, count(*) - count(amount) AS m, sum(amount * probability) AS w
            FROM spans WHERE first < past GROUP BY 1
            UNION ALL
            SELECT past, -count(*), -sum(amount), count(amount) - count(*), -sum(amount * probability)
            FROM spans WHERE first < past GROUP BY 1),
        net AS (SELECT place, sum(n) AS n, sum(s) AS s, sum(m) AS m, sum(w) AS w FROM flows GROUP BY place),
        stock AS (
            SELECT snapshots.place, sum(n) OVER up AS n, sum(s) OVER up AS s, sum(m) OVER up AS m, sum(w) OVER up AS w
            FROM snapshots LEFT JOIN net USING (place) WINDOW up AS (ORDER BY snapshots.place))
        SELECT place, n::BIGINT, s::BIGINT, m::BIGINT, w::VARCHAR FROM stock
        """;

    // The library's own way: the bucket of a time tells how many boundaries were passed before it and the one inside it.
    private static string BucketList(string time)
    {
        long width = Months.Boundaries.Zip(Months.Boundaries.Skip(1), (a, b) => (b - a) / 10).Min();      // in microseconds
        long origin = Months.Boundaries[0] / 10 - width - Epoch;
        int count = (int)((Months.Boundaries[^1] / 10 - Epoch - origin) / width) + 2;
        long[] edges = [.. Months.Boundaries.Select(boundary => boundary / 10 - Epoch)];
        IEnumerable<int> buckets = Enumerable.Range(0, count);
        string passed = string.Join(", ", buckets.Select(b => edges.Count(edge => edge < origin + b * width)));
        string inside = string.Join(", ", buckets.Select(b =>
            edges.FirstOrDefault(edge => edge >= origin + b * width && edge < origin + (b + 1) * width, long.MaxValue)));
        string bucket = $"greatest(least((epoch_us({time}) - {origin}) // {width}, {count - 1}), 0) + 1";
        return $"([{passed}]::TINYINT[])[{bucket}] + (epoch_us({time}) >= ([{inside}]::BIGINT[])[{bucket}])::TINYINT";
    }

    private const long Epoch = 62_135_596_800_000_000;       // microseconds from year 1 to 1970

    // The clock changes between the first and the last boundary; the offset before the first holds for whatever lies before.
    private static string LocalTime(string time)
    {
        var changes = new List<(long At, double Hours)>();
        for (long hour = Months.Boundaries[0]; hour < Months.Boundaries[^1]; hour += TimeSpan.TicksPerHour)
        {
            double before = Months.Zone.GetUtcOffset(new DateTime(hour - TimeSpan.TicksPerHour, DateTimeKind.Utc)).TotalHours;
            if (Months.Zone.GetUtcOffset(new DateTime(hour, DateTimeKind.Utc)).TotalHours != before)
                changes.Add((hour, before));
        }

        double last = Months.Zone.GetUtcOffset(new DateTime(Months.Boundaries[^1], DateTimeKind.Utc)).TotalHours;
        string hours = "CASE " + string.Join(' ', changes.Select(change => $"WHEN {time} < {Timestamp(change.At)} THEN {change.Hours}")) + $" ELSE {last} END";
        return $"make_timestamp(epoch_us({time}) + ({hours})::BIGINT * 3600000000)";
    }

    // How many boundaries are at or before a time, by halving.
    public static string Tree(string time, long[] boundaries) => Tree(boundaries, boundary => $"{time} < {boundary}", 0, boundaries.Length);

    // How many boundaries are before a time.
    private static string TreeAfter(string time, long[] boundaries) => Tree(boundaries, boundary => $"{time} <= {boundary}", 0, boundaries.Length);

    private static string Tree(long[] boundaries, Func<string, string> isBelow, int from, int until)
    {
        if (from == until)
            return $"{from}";
        int middle = (from + until) / 2;
        return $"CASE WHEN {isBelow(Timestamp(boundaries[middle]))} THEN {Tree(boundaries, isBelow, from, middle)} ELSE {Tree(boundaries, isBelow, middle + 1, until)} END";
    }

    private static string Values(long[] boundaries) => string.Join(", ", boundaries.Select((boundary, i) => $"({i}, {Timestamp(boundary)})"));

    public static string Timestamp(long ticks) => $"TIMESTAMP '{new DateTime(ticks):yyyy-MM-dd HH:mm:ss}'";
}

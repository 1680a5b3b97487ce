using DuckDB.NET.Data;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Deals in DuckDB: amounts as whole 1/10,000 (BIGINT), dates as TIMESTAMP, outcome and kind as enums, owners as told.</summary>
internal sealed class DuckDbDeals(DuckDBConnection connection, string keys, int threads) : DuckDbEngine(connection, keys, threads)
{
    private static readonly string[] Outcomes = ["open", "won", "lost", "disqualified"], Kinds = ["unspecified", "new", "expansion", "renewal"];

    /// <summary>A database with the deals; owners as text or as an enum.</summary>
    public static DuckDBConnection Load(DealColumns columns, bool enumKeys)
    {
        DuckDBConnection connection = Open();
        CreateEnum(connection, "owner", columns.Owners);
        CreateEnum(connection, "outcome", Outcomes);
        CreateEnum(connection, "kind", Kinds);
        Execute(connection, """
            CREATE TABLE loaded (owner VARCHAR, outcome VARCHAR, kind VARCHAR, merged_into VARCHAR, amount BIGINT, probability SMALLINT,
                created_at TIMESTAMP, first_contact_at TIMESTAMP, closed_at TIMESTAMP)
            """);
        Append(connection, columns);
        Execute(connection, $"""
            CREATE TABLE deals AS SELECT owner{(enumKeys ? "::owner AS owner" : "")}, outcome::outcome AS outcome, kind::kind AS kind,
                merged_into, amount, probability, created_at, first_contact_at, closed_at FROM loaded
            """);
        Execute(connection, "DROP TABLE loaded");
        foreach (string table in DealSql.Tables)
            Execute(connection, table);
        return connection;
    }

    public override IReadOnlyList<SqlForm> FormsOf(Question question) => DealSql.FormsOf(question);

    protected override Func<Answer> Read(Question question, DuckDBDataReader reader) => question switch
    {
        Question.WinRateByOwner => WinRate(Fetch(reader, r => (r.GetString(0), 0, Integers(r, 1, 7)))),
        Question.WinRateByOwnerMonth => WinRate(Fetch(reader, r => (r.GetString(0), r.IsDBNull(1) ? Months.Count + 3 : r.GetByte(1) + 1, Integers(r, 2, 7)))),
        Question.CycleByOwner => Cycle(Fetch(reader, r => (r.GetString(0), Integers(r, 1, 3), r.GetDouble(4), r.GetDouble(5)))),
        _ => Pipeline(Fetch(reader, r => (r.GetInt32(0), Integers(r, 1, 3), r.GetString(4)))),
    };

    private static void Append(DuckDBConnection connection, DealColumns columns)
    {
        using DuckDBAppender appender = connection.CreateAppender("loaded");
        for (int row = 0; row < columns.Rows; row++)
        {
            appender.CreateRow()
                .AppendValue(columns.Owners[columns.Owner[row]])
                .AppendValue(Outcomes[columns.Outcome[row]])
                .AppendValue(Kinds[columns.Kind[row]])
                .AppendNullValue()
                .AppendValue(columns.Amount[row] == DealColumns.Missing ? null : columns.Amount[row])
                .AppendValue((short?)columns.Probability[row])
                .AppendValue(Time(columns.Created[row]))
                .AppendValue(Time(columns.FirstContact[row]))
                .AppendValue(Time(columns.Closed[row]))
                .EndRow();
        }
    }

    private static DateTime? Time(long ticks) =>
        ticks == DealColumns.Always || ticks == DealColumns.Never ? null : new DateTime(ticks, DateTimeKind.Unspecified);

    private static Func<Answer> WinRate(List<(string Owner, int Place, long[] Figures)> rows) => () =>
    {
        var answer = new Answer();
        foreach ((string owner, int place, long[] figures) in rows)
            answer.Add(KeyOf(owner, place), [.. figures.Select(figure => (Int128)figure)]);
        return answer;
    };

    private static Func<Answer> Cycle(List<(string Owner, long[] Counts, double Median, double P90)> rows) => () =>
    {
        const double day = 86_400e6;     // microseconds
        var answer = new Answer();
        foreach ((string owner, long[] counts, double median, double p90) in rows)
            answer.Add(owner, [.. counts.Select(count => (Int128)count)], median / day, p90 / day);
        return answer;
    };

    private static Func<Answer> Pipeline(List<(int Place, long[] Figures, string Weighted)> rows) => () =>
    {
        var answer = new Answer();
        foreach ((int place, long[] figures, string weighted) in rows)
        {
            answer.Add(Months.SnapshotName(Months.Snapshots[place]),
                [.. figures.Select(figure => (Int128)figure), Answer.UnitsOfWeighted(Int128.Parse(weighted))]);
        }

        return answer;
    };
}

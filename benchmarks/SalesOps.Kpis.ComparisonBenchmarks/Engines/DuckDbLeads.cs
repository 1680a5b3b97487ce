using DuckDB.NET.Data;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Leads in DuckDB: dates as TIMESTAMP, status and outcome of the deal as enums, owners and sources as told.</summary>
internal sealed class DuckDbLeads(DuckDBConnection connection, string keys, int threads) : DuckDbEngine(connection, keys, threads)
{
    private static readonly string[] Statuses = ["open", "contacted", "qualified", "converted", "disqualified"];
    private static readonly string[] Outcomes = ["open", "won", "lost", "disqualified"];

    /// <summary>A database with the leads; owners and sources as text or as enums.</summary>
    public static DuckDBConnection Load(LeadColumns columns, bool enumKeys)
    {
        DuckDBConnection connection = Open();
        CreateEnum(connection, "owner", columns.Owners);
        CreateEnum(connection, "source", columns.Sources);
        CreateEnum(connection, "status", Statuses);
        CreateEnum(connection, "outcome", Outcomes);
        Execute(connection, """
            CREATE TABLE loaded (owner VARCHAR, source VARCHAR, status VARCHAR, deal_outcome VARCHAR, merged_into VARCHAR,
                received_at TIMESTAMP, first_responded_at TIMESTAMP, contacted_at TIMESTAMP, qualified_at TIMESTAMP,
                disqualified_at TIMESTAMP, deal_created_at TIMESTAMP, won_at TIMESTAMP)
            """);
        Append(connection, columns);
        Execute(connection, $"""
            CREATE TABLE leads AS SELECT owner{(enumKeys ? "::owner AS owner" : "")}, source{(enumKeys ? "::source AS source" : "")},
                status::status AS status, deal_outcome::outcome AS deal_outcome, merged_into, received_at, first_responded_at,
                contacted_at, qualified_at, disqualified_at, deal_created_at, won_at FROM loaded
            """);
        Execute(connection, "DROP TABLE loaded");
        foreach (string table in LeadSql.Tables)
            Execute(connection, table);
        return connection;
    }

    public override IReadOnlyList<SqlForm> FormsOf(Question question) => LeadSql.FormsOf(question);

    protected override Func<Answer> Read(Question question, DuckDBDataReader reader) => question switch
    {
        Question.ResponseByOwner or Question.ResponseInWorkingTime =>
            Responses(Fetch(reader, r => (r.GetString(0), Integers(r, 1, (int)ResponseFate.Count + 1), Double(r, 10), Double(r, 11)))),
        Question.WorkingTime => WorkingTime(Fetch(reader, r => Integers(r, 0, 2))),
        _ => Cohorts(Fetch(reader, r => (r.GetString(0), r.IsDBNull(1) ? Months.Count + 3 : r.GetByte(1) + 1, Integers(r, 2, 12), Double(r, 14)))),
    };

    private static double Double(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? 0 : reader.GetDouble(column);

    private static void Append(DuckDBConnection connection, LeadColumns columns)
    {
        using DuckDBAppender appender = connection.CreateAppender("loaded");
        for (int row = 0; row < columns.Rows; row++)
        {
            byte outcome = columns.DealOutcome[row];
            appender.CreateRow()
                .AppendValue(columns.Owners[columns.Owner[row]])
                .AppendValue(columns.Sources[columns.Source[row]])
                .AppendValue(Statuses[columns.Status[row]])
                .AppendValue(outcome == LeadColumns.NoDeal ? null : Outcomes[outcome])
                .AppendNullValue()
                .AppendValue(Time(columns.Received[row]))
                .AppendValue(Time(columns.FirstResponded[row]))
                .AppendValue(Time(columns.Contacted[row]))
                .AppendValue(Time(columns.Qualified[row]))
                .AppendValue(Time(columns.Disqualified[row]))
                .AppendValue(Time(columns.DealCreated[row]))
                .AppendValue(Time(columns.Won[row]))
                .EndRow();
        }
    }

    private static DateTime? Time(long ticks) => ticks == LeadColumns.Missing ? null : new DateTime(ticks, DateTimeKind.Unspecified);

    private static Func<Answer> Responses(List<(string Owner, long[] Counts, double Median, double P90)> rows) => () =>
    {
        var answer = new Answer();
        foreach ((string owner, long[] counts, double median, double p90) in rows)
        {
            new ResponseOfOwner
            {
                WithinSla = counts[0], Fates = [.. counts.Skip(1).Select(count => (int)count)],
                MedianTicks = median * TimeSpan.TicksPerMicrosecond, P90Ticks = p90 * TimeSpan.TicksPerMicrosecond,
            }.AddTo(answer, owner);
        }

        return answer;
    };

    private static Func<Answer> Cohorts(List<(string Source, int Place, long[] Figures, double Median)> rows) => () =>
    {
        const double day = 86_400e6;     // microseconds
        var answer = new Answer();
        foreach ((string source, int place, long[] figures, double median) in rows)
            answer.Add(KeyOf(source, place), [.. figures.Select(figure => (Int128)figure)], median / day);
        return answer;
    };

    private static Func<Answer> WorkingTime(List<long[]> rows) => () =>
    {
        var answer = new Answer();
        answer.Add("all", [rows[0][0], (Int128)rows[0][1] * TimeSpan.TicksPerMicrosecond]);
        return answer;
    };
}

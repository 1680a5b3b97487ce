using DuckDB.NET.Data;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>DuckDB in memory: amounts as whole 1/10,000 (BIGINT), dates as TIMESTAMP, outcome and kind as enums, owners as told.</summary>
internal sealed class DuckDbEngine : IEngine
{
    private readonly DuckDBConnection _connection;
    private readonly Dictionary<Question, DuckDBCommand> _commands = [];

    public DuckDbEngine(DuckDBConnection connection, string keys, int threads)
    {
        (_connection, Keys, Threads) = (connection, keys, threads);
        Execute(connection, $"SET threads = {threads}");
        Execute(connection, "SET perfect_ht_threshold = 24");        // groups of enums by index in place of a hash; it helps a little
        foreach (Question question in Enum.GetValues<Question>())
            Use(question, DuckDbSql.FormsOf(question)[0]);
    }

    public string Name => "duckdb";

    public string Keys { get; }

    public int Threads { get; }

    /// <summary>A database with the deals; owners as text or as an enum.</summary>
    public static DuckDBConnection Load(DealColumns columns, bool enumKeys)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"CREATE TYPE owner AS ENUM ({string.Join(", ", columns.Owners.Select(owner => $"'{owner}'"))})");
        Execute(connection, "CREATE TYPE outcome AS ENUM ('open', 'won', 'lost', 'disqualified')");
        Execute(connection, "CREATE TYPE kind AS ENUM ('unspecified', 'new', 'expansion', 'renewal')");
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
        foreach (string table in DuckDbSql.Tables)
            Execute(connection, table);
        return connection;
    }

    /// <summary>Puts the question in another form.</summary>
    public void Use(Question question, SqlForm form)
    {
        if (_commands.Remove(question, out DuckDBCommand? old))
            old.Dispose();
        DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = form.Sql;
        command.Prepare();
        _commands.Add(question, command);
    }

    public Func<Answer> Ask(Question question)
    {
        using DuckDBDataReader reader = _commands[question].ExecuteReader();
        return question switch
        {
            Question.WinRateByOwner => WinRate(Fetch(reader, r => (r.GetString(0), 0, Integers(r, 1, 7)))),
            Question.WinRateByOwnerMonth => WinRate(Fetch(reader, r => (r.GetString(0), r.IsDBNull(1) ? Months.Count + 3 : r.GetByte(1) + 1, Integers(r, 2, 7)))),
            Question.CycleByOwner => Cycle(Fetch(reader, r => (r.GetString(0), Integers(r, 1, 3), r.GetDouble(4), r.GetDouble(5)))),
            _ => Pipeline(Fetch(reader, r => (r.GetInt32(0), Integers(r, 1, 3), r.GetString(4)))),
        };
    }

    public void Dispose()
    {
        foreach (DuckDBCommand command in _commands.Values)
            command.Dispose();
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Append(DuckDBConnection connection, DealColumns columns)
    {
        string[] outcomes = ["open", "won", "lost", "disqualified"], kinds = ["unspecified", "new", "expansion", "renewal"];
        using DuckDBAppender appender = connection.CreateAppender("loaded");
        for (int row = 0; row < columns.Rows; row++)
        {
            appender.CreateRow()
                .AppendValue(columns.Owners[columns.Owner[row]])
                .AppendValue(outcomes[columns.Outcome[row]])
                .AppendValue(kinds[columns.Kind[row]])
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

    private static List<T> Fetch<T>(DuckDBDataReader reader, Func<DuckDBDataReader, T> read)
    {
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static long[] Integers(DuckDBDataReader reader, int from, int count)
    {
        var values = new long[count];
        for (int i = 0; i < count; i++)
            values[i] = reader.GetInt64(from + i);
        return values;
    }

    // A place counts the boundaries reached, and stands one up, so that 0 is no place at all.
    private static Func<Answer> WinRate(List<(string Owner, int Place, long[] Figures)> rows) => () =>
    {
        var answer = new Answer();
        foreach ((string owner, int place, long[] figures) in rows)
        {
            string key = place switch
            {
                0 => owner,
                1 => $"{owner} {Months.Name(Months.Before)}",
                _ => $"{owner} {Months.Name(place - 2 < Months.Count ? place - 2 : place - 1)}",
            };
            answer.Add(key, [.. figures.Select(figure => (Int128)figure)]);
        }

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

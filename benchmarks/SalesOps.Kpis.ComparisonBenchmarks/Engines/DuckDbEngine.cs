using DuckDB.NET.Data;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>DuckDB in memory: each question is a prepared statement; executing it and fetching the rows is what is timed.</summary>
internal abstract class DuckDbEngine : IEngine
{
    private readonly DuckDBConnection _connection;
    private readonly Dictionary<Question, DuckDBCommand> _commands = [];

    protected DuckDbEngine(DuckDBConnection connection, string keys, int threads)
    {
        (_connection, Keys, Threads) = (connection, keys, threads);
        Execute(connection, $"SET threads = {threads}");
        Execute(connection, "SET perfect_ht_threshold = 24");        // groups of enums by index in place of a hash; it helps a little
    }

    public string Name => "duckdb";

    public string Keys { get; }

    public int Threads { get; }

    /// <summary>The forms of a question in SQL, the one that is compared first.</summary>
    public abstract IReadOnlyList<SqlForm> FormsOf(Question question);

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
        if (!_commands.ContainsKey(question))
            Use(question, FormsOf(question)[0]);
        using DuckDBDataReader reader = _commands[question].ExecuteReader();
        return Read(question, reader);
    }

    public void Dispose()
    {
        foreach (DuckDBCommand command in _commands.Values)
            command.Dispose();
    }

    protected abstract Func<Answer> Read(Question question, DuckDBDataReader reader);

    protected static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    protected static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected static void CreateEnum(DuckDBConnection connection, string name, IEnumerable<string> words) =>
        Execute(connection, $"CREATE TYPE {name} AS ENUM ({string.Join(", ", words.Select(word => $"'{word}'"))})");

    protected static List<T> Fetch<T>(DuckDBDataReader reader, Func<DuckDBDataReader, T> read)
    {
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    protected static long[] Integers(DuckDBDataReader reader, int from, int count)
    {
        var values = new long[count];
        for (int i = 0; i < count; i++)
            values[i] = reader.GetInt64(from + i);
        return values;
    }

    /// <summary>The key of a place that counts the boundaries reached and stands one up, so that 0 is no place at all.</summary>
    protected static string KeyOf(string group, int place) => place switch
    {
        0 => group,
        1 => $"{group} {Months.Name(Months.Before)}",
        _ => $"{group} {Months.Name(place - 2 < Months.Count ? place - 2 : place - 1)}",
    };
}

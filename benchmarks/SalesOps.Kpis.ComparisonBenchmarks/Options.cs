using System.Globalization;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The command line.</summary>
internal sealed record Options
{
    private static readonly string[] Engines = ["hand", "library", "linq", "duckdb"];

    public int Rows { get; private init; } = 5_000_000;

    public int Seed { get; private init; } = 1;

    public bool CheckOnly { get; private init; }

    public bool SqlForms { get; private init; }

    public bool Untested { get; private init; }

    public bool ProcessorTime { get; private init; }

    /// <summary>The threads to measure with; the processor time of a thread says nothing about two.</summary>
    public IReadOnlyList<int> Threads => ProcessorTime ? [1] : [1, 2];

    private string[] Only { get; init; } = Engines;

    public IReadOnlyList<Question> Questions { get; private init; } = Enum.GetValues<Question>();

    public bool Runs(string engine) => Only.Contains(engine);

    /// <summary>The options, or null where the arguments are wrong.</summary>
    public static Options? Parse(ReadOnlySpan<string> args)
    {
        var options = new Options();
        for (int i = 0; i < args.Length; i++)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--check-only":
                    options = options with { CheckOnly = true };
                    break;
                case "--sql-forms":
                    options = options with { SqlForms = true };
                    break;
                case "--untested":
                    options = options with { Untested = true };
                    break;
                case "--processor-time" when OperatingSystem.IsLinux():
                    options = options with { ProcessorTime = true };
                    break;
                case "--rows" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows > 0:
                    (options, i) = (options with { Rows = rows }, i + 1);
                    break;
                case "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed):
                    (options, i) = (options with { Seed = seed }, i + 1);
                    break;
                case "--only" when value.Split(',') is var engines && engines.All(Engines.Contains):
                    (options, i) = (options with { Only = engines }, i + 1);
                    break;
                case "--ask" when TryParseQuestions(value, out Question[] questions):
                    (options, i) = (options with { Questions = questions }, i + 1);
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static bool TryParseQuestions(string names, out Question[] questions)
    {
        string[] parts = names.Split(',');
        questions = [.. Enum.GetValues<Question>().Where(question => parts.Contains(Comparison.Name(question)))];
        return questions.Length == parts.Length;
    }
}

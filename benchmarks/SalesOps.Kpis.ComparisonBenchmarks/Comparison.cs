using System.Text.Json;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Checks every engine against the first one's answers, then times it, and keeps the times for the ratios.</summary>
internal sealed class Comparison(Options options, IReadOnlyList<Question> questions)
{
    private readonly Dictionary<Question, Answer> _expected = [];
    private readonly Dictionary<(Question, string Engine), double> _best = [];

    public bool AllEqual { get; private set; } = true;

    public void Run(IEngine engine)
    {
        foreach (Question question in questions)
        {
            if (Check(engine, question, engine.Ask(question)()) && !options.CheckOnly)
                Time(engine, question);
        }
    }

    /// <summary>Checks and times every form of every question in SQL.</summary>
    public void RunForms(DuckDbEngine engine)
    {
        foreach (Question question in questions)
        {
            foreach (SqlForm form in engine.FormsOf(question))
            {
                engine.Use(question, form);
                if (!Check(engine, question, engine.Ask(question)()) || options.CheckOnly)
                    continue;
                Timing timing = Timing.Of(() => engine.Ask(question), options.ProcessorTime);
                Print(new { question = Name(question), engine = engine.Name, keys = engine.Keys, threads = engine.Threads, form = form.Name, nsPerRow = PerRow(timing.BestNanoseconds) });
            }
        }
    }

    /// <summary>How many times longer the first engine took than the second.</summary>
    public void PrintRatio(string slower, string faster)
    {
        foreach (Question question in questions)
        {
            if (_best.TryGetValue((question, slower), out double upper) && _best.TryGetValue((question, faster), out double lower))
                Print(new { question = Name(question), ratio = $"{slower}/{faster}", value = Math.Round(upper / lower, 2) });
        }
    }

    private static string Id(IEngine engine) => $"{engine.Name}-{engine.Keys}" + (engine.Threads == 1 ? "" : $"-{engine.Threads}");

    private bool Check(IEngine engine, Question question, Answer answer)
    {
        bool isFirst = _expected.TryAdd(question, answer);
        string? difference = _expected[question].FirstDifference(answer);
        AllEqual &= difference is null;
        if (difference is not null)
            Console.Error.WriteLine($"{Name(question)}: {Id(engine)} differs: {difference}");
        else if (options.CheckOnly)
            Print(new { question = Name(question), engine = engine.Name, keys = engine.Keys, threads = engine.Threads, answer = isFirst ? "reference" : "equal" });
        return difference is null;
    }

    private void Time(IEngine engine, Question question)
    {
        Timing timing = Timing.Of(() => engine.Ask(question), options.ProcessorTime);
        _best[(question, Id(engine))] = timing.BestNanoseconds;
        Print(new
        {
            question = Name(question), engine = engine.Name, keys = engine.Keys, threads = engine.Threads,
            nsPerRow = PerRow(timing.BestNanoseconds), medianNsPerRow = PerRow(timing.MedianNanoseconds),
            bytesPerRow = Math.Round((double)timing.Bytes / options.Rows, 3),
        });
    }

    private double PerRow(double nanoseconds) => Math.Round(nanoseconds / options.Rows, 2);

    public static string Name(Question question) => JsonNamingPolicy.CamelCase.ConvertName(question.ToString());

    private static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line));
}

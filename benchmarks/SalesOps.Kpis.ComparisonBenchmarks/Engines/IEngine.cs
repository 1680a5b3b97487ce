namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>A way to answer the questions, loaded with data.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>The family, such as <c>duckdb</c>.</summary>
    string Name { get; }

    /// <summary>How the data lie, such as <c>text</c> for text keys.</summary>
    string Keys { get; }

    int Threads { get; }

    /// <summary>Answers a question in the engine's own form; turning it into comparable rows is left to the function, which is not timed.</summary>
    Func<Answer> Ask(Question question);
}

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>One way to put a question in SQL.</summary>
internal sealed record SqlForm(string Name, string Sql);

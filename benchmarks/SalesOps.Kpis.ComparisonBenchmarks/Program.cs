using System.Globalization;
using DuckDB.NET.Data;

namespace SalesOps.Kpis.ComparisonBenchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (Options.Parse(args) is not { } options)
        {
            Console.Error.WriteLine("Usage: [--rows N] [--seed N] [--check-only] [--sql-forms] [--only hand,library,linq,duckdb] [--ask winRateByOwner,...]");
            return 2;
        }

        var comparison = new Comparison(options.Rows, options.Questions, options.CheckOnly);
        DealColumns columns = DealColumns.Generate(options.Rows, options.Seed);
        comparison.Run(new HandEngine(columns));        // always, since the others are checked against it; each is gone before the next is loaded
        if (options.Runs("library"))
        {
            RunLibrary(comparison, LibraryEngine.TableOf(columns), "table");
            RunLibrary(comparison, LibraryEngine.RecordsOf(columns), "records");
        }

        if (options.Runs("linq"))
            comparison.Run(new LinqEngine(columns));
        if (options.Runs("duckdb"))
        {
            RunDuckDb(comparison, columns, enumKeys: false, options.SqlForms);
            RunDuckDb(comparison, columns, enumKeys: true, options.SqlForms);
        }

        PrintRatios(comparison);
        return comparison.AllEqual ? 0 : 1;
    }

    private static void RunLibrary(Comparison comparison, Deals deals, string keys)
    {
        foreach (int threads in new[] { 1, 2 })
            comparison.Run(new LibraryEngine(deals, keys, threads));
    }

    private static void RunDuckDb(Comparison comparison, DealColumns columns, bool enumKeys, bool forms)
    {
        using DuckDBConnection connection = DuckDbEngine.Load(columns, enumKeys);
        foreach (int threads in new[] { 1, 2 })
        {
            using var engine = new DuckDbEngine(connection, enumKeys ? "enum" : "text", threads);
            if (forms)
                comparison.RunForms(engine);
            else
                comparison.Run(engine);
        }
    }

    private static void PrintRatios(Comparison comparison)
    {
        comparison.PrintRatio("library-table", "hand-columns");
        comparison.PrintRatio("duckdb-text", "library-table");
        comparison.PrintRatio("duckdb-enum", "library-table");
        comparison.PrintRatio("duckdb-text-2", "library-table-2");
        comparison.PrintRatio("duckdb-enum-2", "library-table-2");
        comparison.PrintRatio("linq-objects", "library-records");
        comparison.PrintRatio("linq-objects", "library-table");
    }
}

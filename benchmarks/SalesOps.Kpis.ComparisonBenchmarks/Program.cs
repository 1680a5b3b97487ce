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
            Console.Error.WriteLine("Usage: [--rows N] [--seed N] [--check-only] [--sql-forms] [--untested] [--processor-time] [--only hand,library,linq,duckdb] [--ask winRateByOwner,...]");
            return 2;
        }

        Question[] deals = [.. options.Questions.Where(question => question < Question.ResponseByOwner)];
        Question[] leads = [.. options.Questions.Except(deals)];
        // One kind of rows after the other, since both at once need twice the memory.
        bool areEqual = (deals.Length == 0 || CompareDeals(new(options, deals), options))
            & (leads.Length == 0 || CompareLeads(new(options, leads), options));
        return areEqual ? 0 : 1;
    }

    private static bool CompareDeals(Comparison comparison, Options options)
    {
        DealColumns columns = DealColumns.Generate(options.Rows, options.Seed);
        comparison.Run(new HandDeals(columns));         // always, since the others are checked against it; each is gone before the next is loaded
        if (options.Runs("library"))
        {
            RunLibrary(LibraryDeals.TableOf(columns), "table");
            RunLibrary(LibraryDeals.RecordsOf(columns), "records");
        }

        if (options.Runs("linq"))
            comparison.Run(new LinqDeals(columns));
        if (options.Runs("duckdb"))
        {
            RunDuckDb(comparison, options, DuckDbDeals.Load(columns, enumKeys: false), (db, threads) => new DuckDbDeals(db, "text", threads));
            RunDuckDb(comparison, options, DuckDbDeals.Load(columns, enumKeys: true), (db, threads) => new DuckDbDeals(db, "enum", threads));
        }

        PrintRatios(comparison);
        return comparison.AllEqual;

        void RunLibrary(Deals deals, string keys)
        {
            foreach (int threads in options.Threads)
                comparison.Run(new LibraryDeals(deals, keys, threads, options.Untested));
        }
    }

    private static bool CompareLeads(Comparison comparison, Options options)
    {
        LeadColumns columns = LeadColumns.Generate(options.Rows, options.Seed);
        comparison.Run(new HandLeads(columns));
        if (options.Runs("library"))
        {
            RunLibrary(LibraryLeads.TableOf(columns), "table");
            RunLibrary(LibraryLeads.RecordsOf(columns), "records");
        }

        if (options.Runs("linq"))
            comparison.Run(new LinqLeads(columns));
        if (options.Runs("duckdb"))
        {
            RunDuckDb(comparison, options, DuckDbLeads.Load(columns, enumKeys: false), (db, threads) => new DuckDbLeads(db, "text", threads));
            RunDuckDb(comparison, options, DuckDbLeads.Load(columns, enumKeys: true), (db, threads) => new DuckDbLeads(db, "enum", threads));
        }

        PrintRatios(comparison);
        return comparison.AllEqual;

        void RunLibrary(Leads leads, string keys)
        {
            foreach (int threads in options.Threads)
                comparison.Run(new LibraryLeads(leads, columns, keys, threads, options.Untested));
        }
    }

    private static void RunDuckDb(Comparison comparison, Options options, DuckDBConnection connection, Func<DuckDBConnection, int, DuckDbEngine> open)
    {
        using (connection)
        {
            foreach (int threads in options.Threads)
            {
                using DuckDbEngine engine = open(connection, threads);
                if (options.SqlForms)
                    comparison.RunForms(engine);
                else
                    comparison.Run(engine);
            }
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

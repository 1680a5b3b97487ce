namespace SalesOps.Kpis.Import;

/// <summary>The records of a file, and what became of its rows.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Imported<T>
{
    internal Imported(List<T> rows, ImportReport report) => (Rows, Report) = (rows, report);

    /// <summary>The records, in file order.</summary>
    public List<T> Rows { get; }

    /// <summary>What became of the file's rows.</summary>
    public ImportReport Report { get; }

    /// <summary>The report in one line.</summary>
    public override string ToString() => Report.ToString();
}

namespace SalesOps.Kpis.Import;

/// <summary>Makes the records of one kind. A new kind of record is a map and one of these.</summary>
internal abstract class RowParser<T>
{
    /// <summary>The record of a row; of no use where the row was rejected meanwhile.</summary>
    public abstract T Parse(CsvRow row);

    /// <summary>Tells the report about a record that is kept.</summary>
    public abstract void Describe(in T record, Tally tally);
}

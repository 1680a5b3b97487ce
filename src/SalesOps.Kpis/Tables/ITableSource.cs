namespace SalesOps.Kpis.Tables;

/// <summary>A source of rows that lie in a table.</summary>
internal interface ITableSource<out TTable>
{
    TTable Table { get; }
}

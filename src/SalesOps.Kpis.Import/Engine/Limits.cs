namespace SalesOps.Kpis.Import;

internal static class Limits
{
    /// <summary>The largest amount or quantity of a row, in either direction.</summary>
    public const decimal OfRow = 922_337_203_685_477.5807m;
}

namespace SalesOps.Kpis;

/// <summary>A result that shows itself in named columns, in tables as text and as plain rows.</summary>
/// <remarks>A result that doesn't implement it appears in a single column, as its text.</remarks>
public interface IKpiResult
{
    /// <summary>Adds the result's columns, always the same ones in the same order.</summary>
    void AddTo(KpiColumns columns);
}

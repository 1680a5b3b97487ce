namespace SalesOps.Kpis;

/// <summary>Which deals have a sales cycle.</summary>
public enum CycleEnd : byte
{
    /// <summary>Won deals.</summary>
    Won,

    /// <summary>Won and lost deals.</summary>
    Closed,
}

namespace SalesOps.Kpis;

/// <summary>Whose people or whose money. In rows <c>default</c> means absent.</summary>
public enum Department : byte
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>Marketing.</summary>
    Marketing,

    /// <summary>Sales.</summary>
    Sales,

    /// <summary>Neither.</summary>
    Other,
}

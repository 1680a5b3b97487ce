namespace SalesOps.Kpis;

/// <summary>How many rows have a reason.</summary>
public readonly record struct ReasonCount
{
    internal ReasonCount(LedgerReason reason, long rows) => (Reason, Rows) = (reason, rows);

    /// <summary>The reason.</summary>
    public LedgerReason Reason { get; }

    /// <summary>The rows; at least one.</summary>
    public long Rows { get; }

    /// <summary>Count and reason.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Rows:#,0} {Reason}");
}

namespace SalesOps.Kpis;

/// <summary>How many rows have a reason.</summary>
public readonly record struct ReasonCount
{
    /// <summary>A reason and how many rows have it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is negative.</exception>
    public ReasonCount(LedgerReason reason, long rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        (Reason, Rows) = (reason, rows);
    }

    /// <summary>The reason.</summary>
    public LedgerReason Reason { get; }

    /// <summary>The rows.</summary>
    public long Rows { get; }

    /// <summary>Count and reason.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Rows:#,0} {Reason}");
}

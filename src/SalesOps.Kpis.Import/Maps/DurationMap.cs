namespace SalesOps.Kpis.Import;

/// <summary>Which column of a file holds durations, for files that have day counts in place of dates.</summary>
public sealed record DurationMap
{
    /// <summary>The length, a number; a row without one is rejected.</summary>
    public required Column<decimal> Length { get; init; }

    /// <summary>The unit of <see cref="Length"/>. By default days.</summary>
    public DurationUnit Unit { get; init; }

    /// <summary>Identifies the row, so that the report can count repeated ones; optional.</summary>
    public Column Id { get; init; }
}

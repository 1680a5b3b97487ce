using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>How long things took, in days of 24 hours, or in working days where those were asked for.</summary>
/// <remarks>
/// Quantiles are exact, by linear interpolation (type 7, as in spreadsheets, R and SQL's PERCENTILE_CONT). All figures are
/// null for no values; the standard deviation for one. <c>default</c> is of no values.
/// </remarks>
public readonly record struct DurationSummary
{
    /// <summary>How many there are.</summary>
    public long Count { get; init; }

    /// <summary>The arithmetic mean.</summary>
    public double? MeanDays { get; init; }

    /// <summary>The median.</summary>
    public double? MedianDays { get; init; }

    /// <summary>The lower quartile.</summary>
    public double? P25Days { get; init; }

    /// <summary>The upper quartile.</summary>
    public double? P75Days { get; init; }

    /// <summary>The 90th percentile.</summary>
    public double? P90Days { get; init; }

    /// <summary>The standard deviation of a sample (n - 1), from whole milliseconds.</summary>
    public double? StandardDeviationDays { get; init; }

    /// <summary>The shortest.</summary>
    public double? MinDays { get; init; }

    /// <summary>The longest.</summary>
    public double? MaxDays { get; init; }

    /// <summary>The mean without the shortest and the longest tenth, each rounded down.</summary>
    public double? TrimmedMeanDays { get; init; }

    /// <summary>Median, mean and 90th percentile in the invariant culture.</summary>
    public override string ToString() => Count == 0 ? "no durations" : string.Create(CultureInfo.InvariantCulture,
        $"median {MedianDays:#,0.0} days, mean {MeanDays:#,0.0}, p90 {P90Days:#,0.0} (n = {Count:#,0})");
}

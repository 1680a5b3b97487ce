namespace SalesOps.Kpis.Import;

/// <summary>The unit of a column of durations.</summary>
public enum DurationUnit
{
    /// <summary>Days of 24 hours.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Seconds.</summary>
    Seconds,
}

namespace SalesOps.Kpis;

/// <summary>How the days between two times are counted.</summary>
public enum DayCount : byte
{
    /// <summary>Elapsed time in days of 24 hours, with fractions.</summary>
    Elapsed,

    /// <summary>The difference of the calendar dates in the reporting zone: immune to clock changes, right where the input is dates.</summary>
    LocalDates,
}

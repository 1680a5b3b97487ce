namespace SalesOps.Kpis;

/// <summary>How the days between two events are counted.</summary>
public enum DayCount : byte
{
    /// <summary>The time that passed, in days of 24 hours with fractions.</summary>
    Elapsed,

    /// <summary>
    /// The difference of the two local dates in the reporting zone, in whole days: 0 on the same date, whatever the hours.
    /// Right where the input has dates only, since a change of the clocks can't shift it.
    /// </summary>
    LocalDates,
}

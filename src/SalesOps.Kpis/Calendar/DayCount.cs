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

    /// <summary>
    /// The working time that passed, in working days with fractions: 1 is the length of the schedule's <see cref="WorkingHours.StandardDay"/>,
    /// so that from Monday's opening to Friday's close are 5. Needs working hours beside it.
    /// </summary>
    Working,
}

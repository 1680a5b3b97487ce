using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// Monday to Friday from 9 to 17 in a zone whose clocks have stood still for decades, so that working time has a closed form
/// that engines without time zones can evaluate too.
/// </summary>
internal static class OfficeHours
{
    public const string Zone = "Asia/Kolkata";

    public const int Opens = 9, Closes = 17, WorkingDays = 5;

    public const long OffsetTicks = 11 * TimeSpan.TicksPerHour / 2;

    private const long Day = (Closes - Opens) * TimeSpan.TicksPerHour;

    /// <summary>The working ticks between two times (UTC).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Elapsed(long start, long end) => Before(end) - Before(start);

    /// <summary>The working ticks before a time, since year 1, which begins on a Monday.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Before(long time)
    {
        ulong local = (ulong)(time + OffsetTicks), day = local / TimeSpan.TicksPerDay, week = day / 7;
        long weekday = (long)(day - week * 7), worked = (long)(local - day * TimeSpan.TicksPerDay) - Opens * TimeSpan.TicksPerHour;
        worked &= ~(worked >> 63);                              // at least 0
        worked = Day + (worked - Day & worked - Day >> 63);     // at most a day
        worked &= weekday - WorkingDays >> 63;                  // nothing on a weekend
        weekday = WorkingDays + (weekday - WorkingDays & weekday - WorkingDays >> 63);
        return ((long)week * WorkingDays + weekday) * Day + worked;
    }
}

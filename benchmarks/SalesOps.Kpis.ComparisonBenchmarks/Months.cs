namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>
/// The 36 months in New York that deals close in, and the 24 instants between them at which the pipeline is looked at. The
/// boundaries come from the system's time zones, so that the library's calendar is checked against another source.
/// </summary>
internal static class Months
{
    public const int Count = 36, FirstYear = 2022, SnapshotCount = 24;

    // The places of rows that no month holds.
    public const int Before = Count, After = Count + 1, Undated = Count + 2, SlotCount = Count + 3;

    private const int FirstSnapshot = 12;

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The start of each month and the end of the last, in ticks (UTC).</summary>
    public static long[] Boundaries { get; } = [.. Enumerable.Range(0, Count + 1).Select(month =>
        TimeZoneInfo.ConvertTimeToUtc(new DateTime(FirstYear, 1, 1).AddMonths(month), Zone).Ticks)];

    /// <summary>The instants of the pipeline, in ticks (UTC).</summary>
    public static long[] Snapshots { get; } = Boundaries[FirstSnapshot..(FirstSnapshot + SnapshotCount)];

    public static string Name(int slot) => slot switch
    {
        Before => "before",
        After => "after",
        Undated => "undated",
        _ => $"{FirstYear + slot / 12:0000}-{slot % 12 + 1:00}",
    };

    public static string SnapshotName(long ticks) => new DateTime(ticks).ToString("yyyy-MM-dd HH:mm");
}

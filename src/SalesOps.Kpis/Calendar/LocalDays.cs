namespace SalesOps.Kpis;

/// <summary>Differences of calendar dates in a zone.</summary>
internal sealed class LocalDays
{
    private readonly DateTimeZone _zone;

    private LocalDays(DateTimeZone zone) => _zone = zone;

    public static LocalDays Of(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(zone);
    }

    /// <summary>The days from one moment's local date to another's; both are present.</summary>
    public int DaysBetween(long start, long end) => Period.DaysBetween(DateOf(start), DateOf(end));

    private LocalDate DateOf(long moment) => Moment.FromValue(moment).ToInstant()!.Value.InZone(_zone).Date;
}

using System.Globalization;
using NodaTime.Text;

namespace SalesOps.Kpis.Data.Tests;

/// <summary>A help desk's weekly schedule in minutes since Sunday 00:00, its zone by the name that Rails gives it, and holidays.</summary>
internal static class ZendeskSchedule
{
    private const int MinutesPerDay = 24 * 60;

    private static readonly Dictionary<string, string> RailsZones = new() { ["Pacific Time (US & Canada)"] = "America/Los_Angeles" };

    /// <summary>The schedule with the holidays, whose last days are inclusive. The file's ids don't join the two.</summary>
    public static WorkingHours Read()
    {
        var lines = Rows("schedule_data.csv").ToList();
        string zone = RailsZones[lines.Select(line => line["time_zone"]).Distinct().Single()];
        return new WorkingHours(DateTimeZoneProviders.Tzdb[zone], lines.Select(Window), Rows("schedule_holiday_data.csv").SelectMany(Days));
    }

    /// <summary>The minutes of the week that are worked, as the file gives them.</summary>
    public static bool[] WorkedMinutes()
    {
        var worked = new bool[7 * MinutesPerDay];
        foreach (Dictionary<string, string> line in Rows("schedule_data.csv"))
            worked.AsSpan(Minute(line, "start_time")..Minute(line, "end_time")).Fill(true);
        return worked;
    }

    private static WorkingWindow Window(Dictionary<string, string> line)
    {
        int start = Minute(line, "start_time"), daysSinceSunday = start / MinutesPerDay;
        IsoDayOfWeek day = daysSinceSunday == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)daysSinceSunday;
        return new WorkingWindow(day, Time(start), Time(Minute(line, "end_time")));
    }

    private static DateInterval Days(Dictionary<string, string> line) => new(Date(line["start_date"]), Date(line["end_date"]));

    private static int Minute(Dictionary<string, string> line, string column) => int.Parse(line[column], CultureInfo.InvariantCulture);

    private static LocalTime Time(int minute) => LocalTime.FromMinutesSinceMidnight(minute % MinutesPerDay);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    // Without quotes in these files.
    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(DataSets.Folder("fivetran-zendesk"), file));
        string[] names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}

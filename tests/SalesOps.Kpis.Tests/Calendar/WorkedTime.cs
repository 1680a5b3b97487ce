namespace SalesOps.Kpis.Tests;

/// <summary>Working time by looking at the wall clock at every single step, such as a minute.</summary>
internal sealed class WorkedTime
{
    private readonly Instant _from;
    private readonly Duration _step;
    private readonly int[] _before;                 // worked steps before each step
    private readonly bool[] _week = new bool[7 * 24 * 60];

    public WorkedTime(WorkingHours hours, Instant from, Instant until, Duration step)
    {
        (_from, _step) = (from, step);
        foreach (WorkingWindow window in hours.Windows)
            Mark(window);
        _before = new int[(int)((until - from) / step) + 1];
        for (int i = 0; i < Count; i++)
            _before[i + 1] = _before[i] + (IsWorked(hours, At(i)) ? 1 : 0);
    }

    public int Count => _before.Length - 1;

    public bool IsWorked(int step) => _before[step] < _before[step + 1];

    public Duration Between(int from, int until) => _step * (_before[until] - _before[from]);

    public Instant At(int step) => _from + _step * step;

    private bool IsWorked(WorkingHours hours, Instant instant)
    {
        LocalDateTime wall = instant.InZone(hours.Zone).LocalDateTime;
        return _week[MinuteOfWeek(wall.DayOfWeek, wall.TimeOfDay)] && !hours.Holidays.Contains(wall.Date);
    }

    private void Mark(WorkingWindow window)
    {
        int minute = MinuteOfWeek(window.Day, window.Opens);
        do
        {
            _week[minute] = true;
            minute = (minute + 1) % _week.Length;
        }
        while (minute % (24 * 60) != MinuteOfWeek(IsoDayOfWeek.Monday, window.Closes));
    }

    private static int MinuteOfWeek(IsoDayOfWeek day, LocalTime time) => ((int)day - 1) * 24 * 60 + time.Hour * 60 + time.Minute;
}

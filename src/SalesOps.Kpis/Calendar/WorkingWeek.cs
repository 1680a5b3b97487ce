using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// How much wall time is working time: a week that repeats, less holidays. Wall times are ticks since the Monday one week
/// before 0001-01-01 (itself a Monday), so that no offset leads below 0.
/// </summary>
internal sealed class WorkingWeek
{
    private const int DaysPerWeek = 7;
    private const int FirstDay = -719_162 - DaysPerWeek;        // of the count, as LocalDays numbers days

    // The windows, cut at midnight: as many for each day, some of them empty, so that a loop over them is predictable.
    private readonly Piece[] _pieces;
    private readonly int _piecesPerDay;
    private readonly long[] _beforeDay;                         // since Monday; the last is the whole week
    private readonly TickLookup _holidays;                      // 2k + 1 in the k-th holiday, 2k before it
    private readonly long[] _lost;                              // to the holidays before the k-th

    public WorkingWeek(IReadOnlyList<WorkingWindow> windows, IReadOnlyList<LocalDate> holidays)
    {
        List<Piece>[] days = PiecesOfDays(windows);
        _piecesPerDay = days.Max(day => day.Count);
        _pieces = [.. days.SelectMany(day => day.Concat(Enumerable.Repeat(default(Piece), _piecesPerDay - day.Count)))];
        _beforeDay = new long[DaysPerWeek + 1];
        for (int day = 0; day < DaysPerWeek; day++)
            _beforeDay[day + 1] = _beforeDay[day] + days[day].Sum(piece => piece.Length);

        _lost = new long[holidays.Count + 1];
        for (int i = 0; i < holidays.Count; i++)
            _lost[i + 1] = _lost[i] + days[(int)holidays[i].DayOfWeek - 1].Sum(piece => piece.Length);
        if (holidays.Count > 0)
            _holidays = new TickLookup([.. holidays.SelectMany(Edges)], [.. Enumerable.Range(0, 2 * holidays.Count + 1)], absent: 0);
    }

    /// <summary>Whether <see cref="Before(long)"/> knows all times: not where holidays centuries apart have to be searched for.</summary>
    public bool IsQuick => _lost.Length == 1 || !_holidays.IsCrowded;

    /// <summary>The working ticks before a wall time, since the count's start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Before(long wall) => Before(wall, _lost.Length == 1 ? 0 : _holidays.UncrowdedValueOf(Moment.FromValue(wall)));

    /// <summary>The same, of any week.</summary>
    public long BeforeSlowly(long wall) => Before(wall, _lost.Length == 1 ? 0 : _holidays.ValueOf(Moment.FromValue(wall)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Before(long wall, int place)
    {
        unchecked
        {
            long day = (long)((ulong)wall / NodaConstants.TicksPerDay), time = wall - day * NodaConstants.TicksPerDay;
            long week = (long)((ulong)day / DaysPerWeek), weekday = day - week * DaysPerWeek;
            long[] beforeDay = _beforeDay;
            long ticks = week * beforeDay[DaysPerWeek] + beforeDay[(int)weekday] - _lost[place >> 1];
            if ((place & 1) != 0)
                return ticks;
            int first = (int)weekday * _piecesPerDay;
            foreach (ref readonly Piece piece in _pieces.AsSpan(first, _piecesPerDay))
                ticks += piece.Before(time);
            return ticks;
        }
    }

    private static List<Piece>[] PiecesOfDays(IReadOnlyList<WorkingWindow> windows)
    {
        var days = new List<Piece>[DaysPerWeek];
        for (int day = 0; day < DaysPerWeek; day++)
            days[day] = [];
        foreach (WorkingWindow window in windows)
        {
            int day = (int)window.Day - 1;
            long from = window.Opens.TickOfDay, to = from + window.Ticks;
            days[day].Add(new Piece(from, Math.Min(to, NodaConstants.TicksPerDay) - from));
            if (to > NodaConstants.TicksPerDay)
                days[(day + 1) % DaysPerWeek].Add(new Piece(0, to - NodaConstants.TicksPerDay));
        }

        return days;
    }

    private static long[] Edges(LocalDate day)
    {
        long start = (LocalDays.DayNumber(day) - (long)FirstDay) * NodaConstants.TicksPerDay;
        return [start, start + NodaConstants.TicksPerDay];
    }

    private readonly record struct Piece(long From, long Length)
    {
        // The time since its start, from 0 to its length; arithmetic, since random times defeat a branch.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public long Before(long time)
        {
            unchecked
            {
                long since = time - From;
                since &= ~(since >> 63);
                long beyond = since - Length;
                return Length + (beyond & beyond >> 63);
            }
        }
    }
}

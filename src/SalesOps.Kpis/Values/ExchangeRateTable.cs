using System.Globalization;
using NodaTime.Text;

namespace SalesOps.Kpis;

/// <summary>Exchange rates from dated rows. The rate of a day is the latest at or before it.</summary>
/// <remarks>
/// A rate in the wanted direction goes before one in the other direction, which is inverted, and either goes before two
/// rates by way of the <see cref="Pivot"/>. A currency is always worth exactly 1 of itself, whatever the rows say.
/// Immutable and safe to share between threads.
/// </remarks>
public sealed class ExchangeRateTable : IExchangeRates
{
    private readonly Dictionary<(Currency From, Currency To), History> _histories = [];

    /// <summary>A table of rates.</summary>
    /// <param name="rates">Rows in any order. Two rows of the same currencies and day must have the same rate.</param>
    /// <exception cref="ArgumentException">A row lacks a currency, or contradicts an earlier row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is 0 or below.</exception>
    public ExchangeRateTable(IEnumerable<ExchangeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var byPair = new Dictionary<(Currency, Currency), SortedList<int, decimal>>();
        int row = 0;
        foreach (ExchangeRate rate in rates)
        {
            if (rate.From.IsNone || rate.To.IsNone)
                throw new ArgumentException($"Row {row} lacks a currency.", nameof(rates));
            if (rate.Rate <= 0)
                throw new ArgumentOutOfRangeException(nameof(rates), rate.Rate, $"Row {row}: a rate is above 0.");
            if (!byPair.TryGetValue((rate.From, rate.To), out SortedList<int, decimal>? days))
                byPair.Add((rate.From, rate.To), days = []);
            if (!days.TryAdd(LocalDays.DayNumber(rate.On), rate.Rate) && days[LocalDays.DayNumber(rate.On)] != rate.Rate)
                throw new ArgumentException(Contradiction(row, rate, days[LocalDays.DayNumber(rate.On)]), nameof(rates));
            row++;
        }

        foreach (((Currency, Currency) pair, SortedList<int, decimal> days) in byPair)
            _histories.Add(pair, new History([.. days.Keys], [.. days.Values]));
    }

    /// <summary>How many days old each rate may be; 0 takes rates of the very day only. The default, null, is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? MaxAgeDays
    {
        get;
        init => field = value is null or >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A rate is 0 or more days old.");
    }

    /// <summary>
    /// The currency by way of which others are converted that have no rate between them: the euro for the reference rates of
    /// the European Central Bank. The default, null, converts by direct and inverted rates only.
    /// </summary>
    public Currency? Pivot { get; init; }

    /// <inheritdoc/>
    public decimal? RateOn(LocalDate day, Currency from, Currency to)
    {
        if (from.IsNone || to.IsNone)
            return null;
        if (from == to)
            return 1;
        int number = LocalDays.DayNumber(day);
        return EitherWay(number, from, to)
            ?? (Pivot is { } pivot ? Product(EitherWay(number, from, pivot), EitherWay(number, pivot, to)) : null);
    }

    private decimal? EitherWay(int day, Currency from, Currency to) =>
        Latest(day, from, to) ?? Inverse(Latest(day, to, from));

    private decimal? Latest(int day, Currency from, Currency to) =>
        _histories.TryGetValue((from, to), out History? history) ? history.Latest(day, MaxAgeDays ?? int.MaxValue) : null;

    // 1 / 7.9e28 would be rounded to 0.
    private static decimal? Inverse(decimal? rate) => rate is { } r && 1 / r is > 0 and var inverse ? inverse : null;

    private static decimal? Product(decimal? first, decimal? second)
    {
        if (first is not { } a || second is not { } b || (double)a * (double)b > 7e28)
            return null;
        decimal product = a * b;
        return product > 0 ? product : null;
    }

    private static string Contradiction(int row, ExchangeRate rate, decimal earlier) => string.Create(CultureInfo.InvariantCulture,
        $"Row {row} says {rate.Rate} for {rate.From} in {rate.To} on {LocalDatePattern.Iso.Format(rate.On)}, an earlier row {earlier}.");

    private sealed class History(int[] days, decimal[] rates)
    {
        public decimal? Latest(int day, int maxAge)
        {
            int at = Array.BinarySearch(days, day);
            if (at < 0)
                at = ~at - 1;
            return at >= 0 && day - days[at] <= maxAge ? rates[at] : null;
        }
    }
}

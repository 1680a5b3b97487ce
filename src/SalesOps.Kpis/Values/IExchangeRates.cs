namespace SalesOps.Kpis;

/// <summary>Exchange rates by day. Implementations may be asked from several threads at once.</summary>
public interface IExchangeRates
{
    /// <summary>How many units of <paramref name="to"/> one unit of <paramref name="from"/> was worth on a day.</summary>
    /// <param name="day">The local date.</param>
    /// <param name="from">The currency to convert.</param>
    /// <param name="to">The currency to convert into.</param>
    /// <returns>The rate, or null where there is none. A rate of 0 or below, or above 10¹⁸, counts as none.</returns>
    decimal? RateOn(LocalDate day, Currency from, Currency to);
}

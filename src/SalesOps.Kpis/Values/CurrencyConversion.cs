using System.Collections.Concurrent;

namespace SalesOps.Kpis;

/// <summary>
/// How amounts in several currencies become one: the rates, the target currency, and the day whose rate counts. Each row is
/// converted by itself, before summing, and rounded half to even to 1/10,000.
/// </summary>
/// <remarks>
/// Amounts in the target currency count 1:1 and need neither rate nor date. A row for which there is no rate is left out and
/// counted; it is never taken at 1:1. The rates are read once for each currency and day, so they must not change.
/// Immutable and safe to share between threads. Two conversions are equal when their options are.
/// </remarks>
public sealed record CurrencyConversion
{
    private readonly ConcurrentDictionary<(Currency From, int Key), decimal> _known = [];
    private readonly LocalDays _days = LocalDays.Of(DateTimeZone.Utc);

    /// <summary>A conversion by an initialiser.</summary>
    public CurrencyConversion()
    {
    }

    // For "with": the options are taken over, the rates read for them are not.
    private CurrencyConversion(CurrencyConversion original) =>
        (Rates, To, Rule, _days, _known) = (original.Rates, original.To, original.Rule, original._days, []);

    /// <summary>Where the rates come from.</summary>
    public required IExchangeRates Rates
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>The currency to convert into.</summary>
    /// <exception cref="ArgumentException">The currency is "none".</exception>
    public required Currency To
    {
        get;
        init => field = value.IsNone ? throw new ArgumentException("The target needs a currency.", nameof(value)) : value;
    }

    /// <summary>The zone that gives events their local dates: that of the reporting calendar.</summary>
    public required DateTimeZone Zone
    {
        get => _days.Zone;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _days = LocalDays.Of(value);
        }
    }

    /// <summary>The day whose rate counts. The default is the date of the row's own event.</summary>
    public RateRule Rule
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = RateRule.EventDate;

    /// <inheritdoc/>
    public bool Equals(CurrencyConversion? other) => other is not null
        && Rates.Equals(other.Rates) && To == other.To && Zone.Equals(other.Zone) && Rule == other.Rule;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rates, To, Zone, Rule);

    /// <summary>Converts the amount of a row; false where it is absent, has no rate, or is too large for a row once converted.</summary>
    internal bool TryConvert(Amount amount, Moment eventTime, out Amount converted)
    {
        if (amount.HasValue && amount.Currency == To)
        {
            converted = amount;
            return true;
        }

        converted = default;
        decimal rate = amount.HasValue && Rule.Key(_days, eventTime) is { } key ? RateOf(amount.Currency, key) : 0;
        if (rate == 0 || Math.Abs((double)amount.Units) * (double)rate > 1e19)
            return false;
        decimal units = decimal.Round(amount.Units * rate, MidpointRounding.ToEven);
        if (units is > long.MaxValue or <= long.MinValue)
            return false;
        converted = Amount.FromUnits(decimal.ToInt64(units), To);
        return true;
    }

    private decimal RateOf(Currency from, int key) => _known.TryGetValue((from, key), out decimal known)
        ? known
        : _known.GetOrAdd((from, key), from.IsNone ? 0 : Rule.RateOf(key, Rates, from, To) ?? 0);
}

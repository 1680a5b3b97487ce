namespace SalesOps.Kpis.Tests;

/// <summary>Amounts converted one by one, by the rate of the local date of their event.</summary>
internal static class Conversions
{
    private static readonly Currency Rateless = Currency.Gbp;

    /// <summary>Dollars in euros, at a rate for each of two years; none for pounds.</summary>
    public static CurrencyConversion IntoEuros { get; } = new()
    {
        To = Currency.Eur, Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        Rates = new ExchangeRateTable(
        [
            new ExchangeRate { From = Currency.Usd, To = Currency.Eur, On = new(2023, 1, 1), Rate = 0.9123m },
            new ExchangeRate { From = Currency.Usd, To = Currency.Eur, On = new(2024, 4, 1), Rate = 0.87655m },
        ]),
    };

    /// <summary>The amount as it counts; null where it is absent or has no rate.</summary>
    public static Money? Convert(CurrencyConversion? conversion, Money? amount, Instant? at)
    {
        if (conversion is null || amount is not { } money || money.Currency == conversion.To)
            return amount;
        Assert.Equal(RateRule.EventDate, conversion.Rule);
        if (money.Currency == Rateless || money.Currency.IsNone || at is not { } instant)
            return null;
        LocalDate day = instant.InZone(conversion.Zone).Date;
        decimal? rate = day >= new LocalDate(2024, 4, 1) ? 0.87655m : day >= new LocalDate(2023, 1, 1) ? 0.9123m : null;
        return rate is { } r ? new Money(decimal.Round(money.Amount * 10_000 * r, MidpointRounding.ToEven) / 10_000, conversion.To) : null;
    }
}

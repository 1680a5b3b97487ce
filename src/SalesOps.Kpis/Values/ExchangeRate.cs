using System.Globalization;
using NodaTime.Text;

namespace SalesOps.Kpis;

/// <summary>What one unit of a currency was worth in another one, from a day on.</summary>
public readonly record struct ExchangeRate
{
    /// <summary>The currency of which one unit is priced.</summary>
    public required Currency From { get; init; }

    /// <summary>The currency that the price is in.</summary>
    public required Currency To { get; init; }

    /// <summary>The day of the rate. It stands until the next one.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Units of <see cref="To"/> per unit of <see cref="From"/>, above 0.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The rate in the invariant culture, such as <c>1 EUR = 1.1 USD on 2024-01-31</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"1 {From} = {Rate} {To} on {LocalDatePattern.Iso.Format(On)}");
}

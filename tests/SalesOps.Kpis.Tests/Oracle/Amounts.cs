using System.Numerics;

namespace SalesOps.Kpis.Tests;

/// <summary>Sums of amounts without a limit of size.</summary>
internal static class Amounts
{
    public static Currency[] Currencies(IEnumerable<Deal> deals) =>
        [.. deals.Where(deal => deal.Amount is not null).Select(deal => deal.Amount!.Value.Currency).Where(currency => !currency.IsNone).Distinct().Order()];

    /// <summary>Null where no deal has an amount, or where the currencies are mixed.</summary>
    public static Money? Sum(IEnumerable<Deal> deals, Currency[] currencies)
    {
        Deal[] present = [.. deals.Where(deal => deal.Amount is not null)];
        return present.Length == 0 || currencies.Length > 1
            ? null
            : new Money(ToDecimal(present.Select(Units).Aggregate(BigInteger.Zero, BigInteger.Add), 10_000), currencies.FirstOrDefault());
    }

    /// <summary>The sum of amount x probability, rounded half to even to 1/10,000.</summary>
    public static Money? WeightedSum(IEnumerable<Deal> deals, Currency[] currencies)
    {
        Deal[] present = [.. deals.Where(deal => deal.Amount is not null)];
        return present.Length == 0 || currencies.Length > 1
            ? null
            : new Money(ToDecimal(present.Select(deal => Units(deal) * new BigInteger(Math.Round((deal.Probability ?? 0) * 10_000)))
                .Aggregate(BigInteger.Zero, BigInteger.Add), 100_000_000), currencies.FirstOrDefault());
    }

    /// <summary>Sizes, with quantiles of type 7 in exact fractions, each rounded half to even to 1/10,000.</summary>
    public static AmountSummary Summary(Money[] amounts, Currency currency)
    {
        if (amounts.Length == 0)
            return default;
        decimal[] sorted = [.. amounts.Select(money => money.Amount).Order()];
        Money Quantile(decimal share)
        {
            decimal at = share * (sorted.Length - 1);
            int low = (int)at;
            return new Money(low == at ? sorted[low] : sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]), currency);
        }

        return new AmountSummary
        {
            Count = sorted.Length,
            Total = new Money(sorted.Sum(), currency),
            Mean = new Money(sorted.Sum() / sorted.Length, currency),
            Min = new Money(sorted[0], currency),
            P25 = Quantile(0.25m),
            Median = Quantile(0.5m),
            P75 = Quantile(0.75m),
            P90 = Quantile(0.9m),
            Max = new Money(sorted[^1], currency),
        };
    }

    private static BigInteger Units(Deal deal) => new(deal.Amount!.Value.Amount * 10_000);

    private static decimal ToDecimal(BigInteger value, long perOne)
    {
        BigInteger whole = BigInteger.DivRem(value, perOne, out BigInteger rest);
        return (decimal)whole + (decimal)rest / perOne;
    }
}

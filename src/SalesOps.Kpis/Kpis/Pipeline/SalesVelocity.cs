using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>What the open deals turn into per day: open deals x win rate x mean won amount / mean days of the sales cycle.</summary>
public sealed record SalesVelocity : IKpiResult
{
    /// <summary>The open deals: the first factor is their count.</summary>
    public required Pipeline Open { get; init; }

    /// <summary>The win rate of the last 12 months: the second factor is the one by count.</summary>
    public required WinRate WinRate { get; init; }

    /// <summary>The mean amount of the deals won in the last 12 months: the third factor.</summary>
    public Money? MeanWonAmount => WinRate.MeanWonAmount;

    /// <summary>The sales cycle of the last 12 months: the divisor is its mean.</summary>
    public required SalesCycle SalesCycle { get; init; }

    /// <summary>Won money per day, rounded half to even to 1/10,000; null where <see cref="Undefined"/> says why.</summary>
    public Money? AmountPerDay { get; init; }

    /// <summary>Which factor has no value, or <see cref="UndefinedReason.None"/>.</summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The cautions of all factors.</summary>
    public IReadOnlyList<Caution> Cautions => [.. Open.Cautions, .. WinRate.Cautions, .. SalesCycle.Cautions];

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("open", Open.OpenCount);
        columns.Add("win rate", WinRate.ByCount.Value, "0.0 %");
        columns.Add("mean won", MeanWonAmount);
        columns.Add("mean days", SalesCycle.Duration.MeanDays, "#,0.0");
        columns.Add("per day", AmountPerDay);
        columns.Add(Cautions);
    }

    /// <summary>The amount per day and its factors, or the reason why there is none.</summary>
    public override string ToString() => AmountPerDay is { } perDay
        ? string.Create(CultureInfo.InvariantCulture,
            $"{perDay} per day ({Open.OpenCount:#,0} open x {WinRate.ByCount.Value * 100:0.0} % x {MeanWonAmount} / {SalesCycle.Duration.MeanDays:#,0.0} days)")
        : $"undefined: {Undefined}";

    internal static SalesVelocity Of(Pipeline open, WinRate winRate, SalesCycle cycle)
    {
        UndefinedReason undefined = winRate.Undefined != UndefinedReason.None ? winRate.Undefined
            : winRate.Currencies.Count > 1 ? UndefinedReason.MixedCurrencies
            : winRate.ByCount.Numerator == 0 ? UndefinedReason.NoWonDeals
            : winRate.MeanWonAmount is null ? UndefinedReason.NoAmounts
            : cycle.Undefined != UndefinedReason.None ? cycle.Undefined
            : cycle.Duration.MeanDays is null or 0 ? UndefinedReason.NothingToDivideBy
            : UndefinedReason.None;
        return new SalesVelocity
        {
            Open = open,
            WinRate = winRate,
            SalesCycle = cycle,
            Undefined = undefined,
            AmountPerDay = undefined == UndefinedReason.None
                ? winRate.MeanWonAmount * ((decimal)(open.OpenCount * winRate.ByCount.Value!.Value) / (decimal)cycle.Duration.MeanDays!.Value)
                : null,
        };
    }
}

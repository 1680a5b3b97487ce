using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The exact sum of the amounts of rows, and whether they were of one currency. For accumulators.</summary>
/// <remarks>
/// Any order of the additions and any grouping of the merges give the same bits. Exact for up to 2³¹ amounts. <c>default</c>
/// is the sum of none. Mutable: hold it in a field.
/// </remarks>
public struct MoneySum
{
    private ExactSum _units;
    private CurrencyTally _currencies;

    /// <summary>How many amounts were added; absent ones don't count.</summary>
    public long Count { get; private set; }

    /// <summary>The sum; null where <see cref="Undefined"/> says why.</summary>
    public readonly Money? Total => Undefined == UndefinedReason.None ? Money.FromUnits(_units.Total, _currencies.Single) : null;

    /// <summary>
    /// <see cref="UndefinedReason.NoAmounts"/>, <see cref="UndefinedReason.MixedCurrencies"/>, or
    /// <see cref="UndefinedReason.None"/> where there is a sum.
    /// </summary>
    public readonly UndefinedReason Undefined => _currencies.IsMixed ? UndefinedReason.MixedCurrencies
        : Count == 0 ? UndefinedReason.NoAmounts
        : UndefinedReason.None;

    /// <summary>Adds the amount of a row; an absent one adds nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Amount amount)
    {
        if (!amount.HasValue)
            return;
        Count++;
        _units.Add(amount.Units);
        _currencies.Meet(in amount);
    }

    /// <summary>Adds what another sum holds.</summary>
    public void Merge(in MoneySum other)
    {
        Count += other.Count;
        _units.Merge(in other._units);
        _currencies.Merge(in other._currencies);
    }

    /// <summary>This sum over another: a ratio of sums, or the reason why there is none.</summary>
    public readonly MoneyRatio Over(in MoneySum denominator)
    {
        if (Total is { } over && denominator.Total is { } under && over.Currency == under.Currency)
            return new MoneyRatio(over, under);
        UndefinedReason undefined = Undefined is UndefinedReason.NoAmounts || denominator.Undefined is UndefinedReason.NoAmounts
            ? UndefinedReason.NoAmounts
            : UndefinedReason.MixedCurrencies;
        return MoneyRatio.UndefinedBecause(undefined, Total, denominator.Total);
    }
}

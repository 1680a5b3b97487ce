using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The currencies that a state has met. Nearly always one, so the others are kept apart.</summary>
internal struct CurrencyTally
{
    private Currency _first;
    private Currency[]? _all;       // sorted; only when there are several

    public readonly bool IsMixed => _all is not null;

    public readonly Currency First => _first;

    /// <summary>The currency of all amounts; "none" where there were no amounts or several currencies.</summary>
    public readonly Currency Single => IsMixed ? default : _first;

    public readonly IReadOnlyList<Currency> All => _all ?? (_first.IsNone ? [] : [_first]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Meet(in Amount amount)
    {
        if (IsNew(in amount))
            Include(amount.Currency);
    }

    /// <summary>Whether an amount isn't of the first currency.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsNew(in Amount amount) => amount.Currency.Difference(_first) != 0 && amount.HasValue;

    public void Merge(in CurrencyTally other)
    {
        if (!other.IsMixed)
        {
            Include(other._first);
            return;
        }

        foreach (Currency currency in other.All)
            Include(currency);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Include(Currency currency)
    {
        if (currency.IsNone || currency == _first)
            return;
        if (_first.IsNone)
            _first = currency;
        else if (_all is null || Array.BinarySearch(_all, currency) < 0)
            _all = [.. All.Append(currency).Order()];
    }
}

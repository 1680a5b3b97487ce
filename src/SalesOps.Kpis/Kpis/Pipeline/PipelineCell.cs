using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>Deals that are in the same stocks: how many, their exact amount and its currencies, and amount x probability.</summary>
internal struct PipelineCell
{
    private long _counts;               // deals in the low half, those with an amount in the high half
    private long _withProbability;
    private ExactSum _units;
    private long _weightedHigh;         // of 128 bits, in 1/10,000 x 1/10,000
    private ulong _weightedLow;
    private CurrencyTally _currencies;

    public readonly long Rows => unchecked((uint)_counts);

    public readonly long WithAmount => _counts >> 32;

    public readonly long WithoutProbability => Rows - _withProbability;

    public readonly Int128 Units => _units.Total;

    public readonly CurrencyTally Currencies => _currencies;

    /// <summary>The amount, where there is one and it is in one currency.</summary>
    public readonly Money? AmountIn(CurrencyTally currencies) =>
        WithAmount == 0 || currencies.IsMixed ? null : Money.FromUnits(Units, currencies.Single);

    /// <summary>The weighted amount, where there is an amount and it is in one currency; rounded half to even to 1/10,000.</summary>
    public readonly Money? WeightedIn(CurrencyTally currencies) =>
        WithAmount == 0 || currencies.IsMixed ? null : Money.FromUnits(WeightedUnits, currencies.Single);

    public void Add(in Amount amount, Probability probability)
    {
        _currencies.Meet(in amount);
        Count(in amount, probability);
        Int128 weighted = (Int128)UnitsOf(in amount) * probability.Units;
        Weigh((long)(weighted >> 64), unchecked((ulong)weighted));
    }

    /// <summary>Adds a deal; returns false where its amount is not in the first currency of the cell, or in the trillions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(in Amount amount, Probability probability)
    {
        unchecked
        {
            long units = UnitsOf(in amount);
            if (_currencies.IsNew(in amount) || (ulong)(units + LeastWide) >= 2 * LeastWide)
                return false;
            Count(in amount, probability);
            long weighted = units * probability.Units;
            Weigh(weighted >> 63, (ulong)weighted);
            return true;
        }
    }

    // Units beyond these, times a probability, don't fit a long.
    private const long LeastWide = long.MaxValue / Probability.UnitsPerOne;

    /// <summary>The units of an amount; 0 where it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long UnitsOf(in Amount amount) => amount.Units & -(amount.Raw != 0 ? 1L : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(in Amount amount, Probability probability)
    {
        unchecked
        {
            _counts += (amount.Raw != 0 ? 1L : 0) << 32 | 1;
            _withProbability += probability.HasValue ? 1 : 0;
            _units.Add(UnitsOf(in amount));
        }
    }

    public void Merge(in PipelineCell other)
    {
        _counts = checked((WithAmount + other.WithAmount) << 32 | (uint)(Rows + other.Rows));
        _withProbability += other._withProbability;
        _units.Merge(in other._units);
        _currencies.Merge(in other._currencies);
        Weigh(other._weightedHigh, other._weightedLow);
    }

    private readonly Int128 WeightedUnits
    {
        get
        {
            (Int128 whole, Int128 rest) = Int128.DivRem(new(unchecked((ulong)_weightedHigh), _weightedLow), Probability.UnitsPerOne);
            int half = (Int128.Abs(rest) * 2).CompareTo(Probability.UnitsPerOne);
            return half > 0 || half == 0 && Int128.IsOddInteger(whole) ? whole + Int128.Sign(rest) : whole;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Weigh(long high, ulong low)
    {
        unchecked
        {
            _weightedLow += low;
            _weightedHigh += high + (_weightedLow < low ? 1 : 0);       // the carry
        }
    }
}

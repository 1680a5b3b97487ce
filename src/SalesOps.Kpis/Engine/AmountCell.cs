using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>How many rows, how many of them with an amount, and the exact sum of the amounts.</summary>
internal struct AmountCell
{
    private long _counts;       // rows in the low half, rows with an amount in the high half
    private long _zeros;
    private ExactSum _units;

    public readonly long Rows => unchecked((uint)_counts);

    public readonly long WithAmount => _counts >> 32;

    public readonly long WithoutAmount => Rows - WithAmount;

    /// <summary>Rows whose amount is 0.</summary>
    public readonly long Zeros => _zeros;

    public readonly Int128 Units => _units.Total;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Amount amount)
    {
        unchecked
        {
            long present = amount.Raw != 0 ? 1 : 0;
            _counts += present << 32 | 1;                   // a source has fewer than 2^31 rows
            _units.Add(amount.Units & -present);            // a missing amount adds 0, without a branch
            if (amount.Units == 0)
                _zeros++;
        }
    }

    public void Merge(in AmountCell other)
    {
        // Checked: more than 2^31 rows in one state must not be silent.
        _counts = checked((WithAmount + other.WithAmount) << 32 | (uint)(Rows + other.Rows));
        _zeros += other._zeros;
        _units.Merge(in other._units);
    }
}

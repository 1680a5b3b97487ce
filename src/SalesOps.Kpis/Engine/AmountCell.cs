using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>How many rows, how many of them with an amount, and the exact sum of the amounts.</summary>
/// <remarks>
/// An amount's raw form is its units plus 2^63, and 0 where it is missing. The halves of raw forms are added up as they are,
/// without a look at what is missing; what was added too much is known from the count.
/// </remarks>
internal struct AmountCell
{
    private long _counts;       // rows in the low half, rows with an amount in the high half
    private ulong _low;         // sums of 32-bit halves, over fewer than 2^32 rows
    private ulong _high;

    public readonly long Rows => unchecked((uint)_counts);

    public readonly long WithAmount => _counts >> 32;

    public readonly long WithoutAmount => Rows - WithAmount;

    public readonly Int128 Units => (Int128)(((UInt128)_high << 32) + _low) - ((Int128)WithAmount << 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Amount amount)
    {
        unchecked
        {
            ulong raw = (ulong)amount.Raw;
            _counts += (raw != 0 ? 1L : 0) << 32 | 1;       // a source has fewer than 2^31 rows
            _low += (uint)raw;
            _high += raw >> 32;
        }
    }

    public void Merge(in AmountCell other)
    {
        // Checked: more than 2^31 rows in one state must not be silent.
        _counts = checked((WithAmount + other.WithAmount) << 32 | (uint)(Rows + other.Rows));
        _low += other._low;
        _high += other._high;
    }
}

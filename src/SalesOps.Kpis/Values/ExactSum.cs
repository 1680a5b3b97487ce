using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>
/// An exact sum of whole numbers that no order of the additions can overflow: the halves are summed apart, and merging is
/// plain addition. For accumulators.
/// </summary>
/// <remarks>Exact for up to 2³¹ additions of any values. <c>default</c> is 0. Mutable: hold it in a field.</remarks>
public struct ExactSum : IEquatable<ExactSum>
{
    private long _low;
    private long _high;

    /// <summary>The sum.</summary>
    public readonly Int128 Total => ((Int128)_high << 32) + _low;

    /// <summary>Adds a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long value)
    {
        unchecked
        {
            _low += (uint)value;
            _high += value >> 32;
        }
    }

    /// <summary>Adds what another sum holds.</summary>
    public void Merge(in ExactSum other) => (_low, _high) = (_low + other._low, _high + other._high);

    /// <inheritdoc/>
    public readonly bool Equals(ExactSum other) => Total == other.Total;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ExactSum other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => Total.GetHashCode();

    /// <summary>Whether both sums are the same number.</summary>
    public static bool operator ==(ExactSum left, ExactSum right) => left.Equals(right);

    /// <summary>Whether the sums differ.</summary>
    public static bool operator !=(ExactSum left, ExactSum right) => !left.Equals(right);
}

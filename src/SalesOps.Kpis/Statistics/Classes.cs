using System.Numerics;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Classes of distances; a larger one has no smaller class.</summary>
internal interface IClasses
{
    int Of(ulong distance);
}

/// <summary>Classes of one width.</summary>
internal readonly struct EvenClasses(int shift) : IClasses
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(ulong distance) => unchecked((int)(distance >> shift));
}

/// <summary>
/// Classes of distances, as many to every doubling: a few values far away don't push the others into one class, as they would
/// with classes of one width. The first ones, up to twice as many as to a doubling, hold one distance each.
/// </summary>
internal readonly struct DoublingClasses(int bits) : IClasses
{
    /// <summary>How many classes hold one distance each.</summary>
    public int Single => 2 << bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(ulong distance)
    {
        unchecked
        {
            int shift = BitOperations.Log2(distance | 1UL << bits) - bits;
            return (shift << bits) + (int)(distance >> shift);
        }
    }
}

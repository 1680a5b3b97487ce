namespace SalesOps.Kpis.Statistics;

/// <summary>Finite doubles as integers of the same order, so that one selection serves both.</summary>
internal static class OrderedBits
{
    public static void Encode(ReadOnlySpan<double> values, Span<long> keys)
    {
        for (int i = 0; i < values.Length; i++)
            keys[i] = Flip(BitConverter.DoubleToInt64Bits(values[i]));
    }

    public static void Decode(Span<long> keys, Span<double> values)
    {
        for (int i = 0; i < keys.Length; i++)
            values[i] = Decode(keys[i]);
    }

    public static double Decode(long key) => BitConverter.Int64BitsToDouble(Flip(key));

    // Negative doubles grow with their magnitude; turning all bits but the sign over makes them fall. Done twice, it is undone.
    private static long Flip(long bits) => bits ^ (bits >> 63 & long.MaxValue);
}

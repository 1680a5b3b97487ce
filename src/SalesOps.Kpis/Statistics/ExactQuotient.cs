namespace SalesOps.Kpis.Statistics;

/// <summary>Whole numbers divided once.</summary>
internal static class ExactQuotient
{
    private const int QuotientBits = 62;

    /// <summary>The double that is nearest to a quotient; ties to even.</summary>
    /// <param name="numerator">Any number of at most 2^120 or so; its size matters only together with the denominator's.</param>
    /// <param name="denominator">Above 0 and at most 2^64.</param>
    public static double Nearest(Int128 numerator, Int128 denominator)
    {
        if (numerator == 0)
            return 0;
        // Shifted so that the whole quotient has 62 or 63 bits: more than a double keeps. A bit tells that something remains.
        UInt128 upper = (UInt128)Int128.Abs(numerator), lower = (UInt128)denominator;
        int shift = QuotientBits - (Bits(upper) - Bits(lower));
        if (shift >= 0)
            upper <<= shift;
        else
            lower <<= -shift;
        (UInt128 whole, UInt128 rest) = UInt128.DivRem(upper, lower);
        double quotient = Math.ScaleB((double)((ulong)whole | (rest == 0 ? 0UL : 1UL)), -shift);
        return numerator < 0 ? -quotient : quotient;
    }

    private static int Bits(UInt128 value) => 128 - (int)UInt128.LeadingZeroCount(value);
}

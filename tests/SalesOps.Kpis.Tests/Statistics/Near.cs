namespace SalesOps.Kpis.Tests.Statistics;

/// <summary>Assertions on doubles from other systems.</summary>
internal static class Near
{
    /// <summary>Equal to within a relative difference, or the same where 0 is expected.</summary>
    public static void Relative(double expected, double? actual, double tolerance = 1e-12)
    {
        double value = Assert.NotNull(actual);
        Assert.True(Math.Abs(value - expected) <= tolerance * Math.Abs(expected),
            FormattableString.Invariant($"expected {expected:R}, got {value:R}, off by {(value - expected) / expected:E1}"));
    }

    public static void Interval(double lower, double upper, ConfidenceInterval? actual, double tolerance = 1e-12)
    {
        ConfidenceInterval interval = Assert.NotNull(actual);
        Relative(lower, interval.Lower, tolerance);
        Relative(upper, interval.Upper, tolerance);
    }
}

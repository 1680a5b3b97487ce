namespace SalesOps.Kpis.Tests.Statistics;

/// <summary>Published survival data.</summary>
internal static class SurvivalSamples
{
    /// <summary>Weeks of remission under 6-MP: E. J. Freireich et al., Blood 21 (1963); MASS::gehan of R.</summary>
    public static readonly Sample SixMp = new([6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35], "111010100110001100000");

    /// <summary>Weeks of remission under placebo, of the same study.</summary>
    public static readonly Sample Placebo = new([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], "111111111111111111111");

    /// <summary>A sample from times, and a 1 for each event or a 0 for each that is censored.</summary>
    internal sealed class Sample(double[] times, string events)
    {
        public double[] Times { get; } = times;

        public bool[] Events { get; } = [.. events.Select(e => e == '1')];
    }
}

using MathNet.Numerics;

namespace SalesOps.Kpis.Statistics;

/// <summary>The beta distribution.</summary>
internal static class BetaDistribution
{
    private const double LeastLog = -740;

    /// <summary>The value below which a share <paramref name="p"/>, above 0 and below 1, of the distribution lies.</summary>
    /// <remarks>Solved here because the inverse in MathNet is precise to 1e-12 absolute only, which is nothing for small rates.</remarks>
    public static double Quantile(double p, double a, double b) =>
        p <= 0.5 || IncompleteBeta.Regularized(a, b, 0.5, out _) >= p ? FromBelow(p, a, b) : 1 - FromBelow(1 - p, b, a);

    // Precise relative to the value itself, which matters for rates of one in a million.
    private static double FromBelow(double p, double a, double b) =>
        Math.Exp(TailRoot.Solve(new Below(a, b), p, LeastLog, 0, Start(p, a, b), falling: false));

    private static double Start(double p, double a, double b) =>
        a > 1 && b > 1 ? Math.Log(NearNormal(p, a, b)) : (Math.Log(p * a) + SpecialFunctions.BetaLn(a, b)) / a;

    // M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 26.5.22.
    private static double NearNormal(double p, double a, double b)
    {
        double z = -Normal.Quantile(p), inverseA = 1 / (2 * a - 1), inverseB = 1 / (2 * b - 1);
        double h = 2 / (inverseA + inverseB), lambda = (z * z - 3) / 6;
        double w = z * Math.Sqrt(Math.Max(0, h + lambda)) / h - (inverseB - inverseA) * (lambda + 5.0 / 6 - 2 / (3 * h));
        return a / (a + b * Math.Exp(2 * w));
    }

    private readonly struct Below(double a, double b) : ITail
    {
        public double Log(double logX, out double slope) => Math.Log(IncompleteBeta.Regularized(a, b, Math.Exp(logX), out slope));
    }
}

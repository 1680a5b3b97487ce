using MathNet.Numerics;

namespace SalesOps.Kpis.Statistics;

/// <summary>The gamma distribution of scale 1; half of a chi-squared variable of twice as many degrees of freedom.</summary>
internal static class GammaDistribution
{
    private const double LeastLog = -740, MostLog = 700;

    /// <summary>The value below which a share <paramref name="p"/>, above 0 and below 1, of the distribution lies.</summary>
    /// <remarks>Solved here because the inverse in MathNet throws for large shapes.</remarks>
    public static double Quantile(double p, double shape) => p <= 0.5 ? Lower(p, shape) : UpperQuantile(1 - p, shape);

    /// <summary>The value above which a share <paramref name="p"/>, above 0 and at most a half, of the distribution lies.</summary>
    public static double UpperQuantile(double p, double shape)
    {
        double logGamma = SpecialFunctions.GammaLn(shape), start = Start(-Normal.Quantile(p), 1 - p, shape, logGamma);
        return Math.Exp(TailRoot.Solve(new Above(shape, logGamma), p, LeastLog, MostLog, start, falling: true));
    }

    /// <summary>The probability of a chi-squared variable beyond <paramref name="x"/>.</summary>
    public static double ChiSquaredUpperTail(double x, int degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, x / 2);

    private static double Lower(double p, double shape)
    {
        double logGamma = SpecialFunctions.GammaLn(shape), start = Start(Normal.Quantile(p), p, shape, logGamma);
        return Math.Exp(TailRoot.Solve(new Below(shape, logGamma), p, LeastLog, MostLog, start, falling: false));
    }

    // E. B. Wilson and M. M. Hilferty: the cube root is nearly normal; for small values the first term of the series.
    private static double Start(double z, double p, double shape, double logGamma)
    {
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.Sqrt(shape));
        return root > 0.1 ? Math.Log(shape) + 3 * Math.Log(root) : (Math.Log(p * shape) + logGamma) / shape;
    }

    private readonly struct Below(double shape, double logGamma) : ITail
    {
        public double Log(double logX, out double slope)
        {
            double x = Math.Exp(logX), log = Math.Log(SpecialFunctions.GammaLowerRegularized(shape, x));
            slope = Math.Exp(shape * logX - x - logGamma - log);
            return log;
        }
    }

    private readonly struct Above(double shape, double logGamma) : ITail
    {
        public double Log(double logX, out double slope)
        {
            double x = Math.Exp(logX), log = Math.Log(SpecialFunctions.GammaUpperRegularized(shape, x));
            slope = -Math.Exp(shape * logX - x - logGamma - log);
            return log;
        }
    }
}

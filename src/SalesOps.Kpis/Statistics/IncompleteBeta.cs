using MathNet.Numerics;

namespace SalesOps.Kpis.Statistics;

/// <summary>The distribution function of the beta distribution, as precise for a billion trials as for ten.</summary>
/// <remarks>
/// MathNet's takes differences of logarithms of gamma functions, which leaves six digits at a billion. What multiplies the continued
/// fraction is a binomial probability, and is taken from its deviance here: C. Loader, Fast and accurate computation of binomial
/// probabilities (2000).
/// </remarks>
internal static class IncompleteBeta
{
    private const double HalfLog2Pi = 0.9189385332046727, Precision = 1e-16, Tiny = 1e-300;
    private const int MostTerms = 1_000_000;

    /// <summary>The probability below <paramref name="x"/>, 0..1, and the slope of its logarithm over the logarithm of x.</summary>
    public static double Regularized(double a, double b, double x, out double slope)
    {
        double front = Front(a, b, x), below = x < (a + 1) / (a + b + 2)
            ? front * Fraction(a, b, x) / a
            : 1 - front * Fraction(b, a, 1 - x) / b;
        slope = front / ((1 - x) * below);
        return below;
    }

    /// <summary>x^a (1-x)^b / B(a, b).</summary>
    private static double Front(double a, double b, double x)
    {
        double n = a + b;
        double log = StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * (1 - x));
        return Math.Sqrt(a * b / n) * Math.Exp(log - HalfLog2Pi);
    }

    // What Stirling's formula lacks of ln Γ(z + 1).
    private static double StirlingError(double z)
    {
        if (z <= 15)
            return SpecialFunctions.GammaLn(z + 1) - (z + 0.5) * Math.Log(z) + z - HalfLog2Pi;
        double square = z * z;
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / (1188 * square)) / square) / square) / square) / z;
    }

    // observed ln(observed / expected) + expected - observed, also where the two nearly agree.
    private static double Deviance(double observed, double expected)
    {
        double difference = observed - expected, ratio = difference / (observed + expected);
        if (Math.Abs(ratio) >= 0.1)
            return observed * Math.Log(observed / expected) - difference;
        double sum = difference * ratio, term = 2 * observed * ratio;
        for (int j = 3; ; j += 2)
        {
            term *= ratio * ratio;
            double next = sum + term / j;
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    // W. H. Press et al., Numerical Recipes, 6.4: Lentz's evaluation of the continued fraction.
    private static double Fraction(double a, double b, double x)
    {
        double c = 1, d = Inverse(1 - (a + b) * x / (a + 1)), product = d;
        for (int m = 1; m <= MostTerms; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = Inverse(1 + even * d);
            c = NotZero(1 + even / c);
            product *= c * d;
            d = Inverse(1 + odd * d);
            c = NotZero(1 + odd / c);
            product *= c * d;
            if (Math.Abs(c * d - 1) <= Precision)
                break;
        }

        return product;
    }

    private static double Inverse(double value) => 1 / NotZero(value);

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}

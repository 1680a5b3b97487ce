namespace SalesOps.Kpis.Statistics;

/// <summary>The hits of the first of two groups, given the hits of both together: Fisher's noncentral hypergeometric distribution.</summary>
internal readonly struct ConditionalHits(Proportion group, Proportion reference)
{
    // Odds ratios beyond e to the 100 are not told apart.
    private const double MostLog = 100, Negligible = 1e-18;
    private const int Halvings = 64;

    private readonly double _hits = group.Numerator;
    private readonly double _size = group.Denominator;
    private readonly double _otherSize = reference.Denominator;
    private readonly double _hitsOfBoth = (double)group.Numerator + reference.Numerator;

    /// <summary>The odds ratio at which as many hits as these or more have probability <paramref name="tail"/>.</summary>
    public double Lower(double tail) => Bound(tail, atLeast: true);

    /// <summary>The odds ratio at which as many hits as these or fewer have probability <paramref name="tail"/>.</summary>
    public double Upper(double tail) => Bound(tail, atLeast: false);

    private double Bound(double tail, bool atLeast)
    {
        double low = -MostLog, high = MostLog;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (Probability(Math.Exp(middle), atLeast) < tail == atLeast)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp((low + high) / 2);
    }

    private double Probability(double oddsRatio, bool atLeast)
    {
        // Both relative to the probability of exactly these hits. There is one peak, so that only one of them can overflow.
        double more = Above(oddsRatio), fewer = Below(oddsRatio);
        double counted = 1 + (atLeast ? more : fewer), rest = atLeast ? fewer : more;
        return double.IsInfinity(counted) ? 1 : counted / (counted + rest);
    }

    private double Above(double oddsRatio)
    {
        double term = 1, sum = 0;
        for (double k = _hits; k < Math.Min(_size, _hitsOfBoth); k++)
        {
            double step = oddsRatio * (_size - k) * (_hitsOfBoth - k) / ((k + 1) * (_otherSize - _hitsOfBoth + k + 1));
            sum += term *= step;
            if (double.IsInfinity(sum) || (step < 1 && term <= Negligible * (1 + sum)))
                break;
        }

        return sum;
    }

    private double Below(double oddsRatio)
    {
        double term = 1, sum = 0;
        for (double k = _hits; k > Math.Max(0, _hitsOfBoth - _otherSize); k--)
        {
            double step = k * (_otherSize - _hitsOfBoth + k) / (oddsRatio * (_size - k + 1) * (_hitsOfBoth - k + 1));
            sum += term *= step;
            if (double.IsInfinity(sum) || (step < 1 && term <= Negligible * (1 + sum)))
                break;
        }

        return sum;
    }
}

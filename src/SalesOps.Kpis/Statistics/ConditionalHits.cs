namespace SalesOps.Kpis.Statistics;

/// <summary>
/// The hits of the first of two groups, given the hits of both together: Fisher's noncentral hypergeometric distribution.
/// </summary>
internal readonly struct ConditionalHits(Proportion group, Proportion reference)
{
    // Odds ratios beyond e to the 100 are not told apart.
    private const double MostLog = 100, Negligible = 1e-18;

    private readonly double _hits = group.Numerator;
    private readonly double _size = group.Denominator;
    private readonly double _otherSize = reference.Denominator;
    private readonly double _hitsOfBoth = (double)group.Numerator + reference.Numerator;

    /// <summary>The odds ratio at which as many hits as these or more have probability <paramref name="tail"/>.</summary>
    public double Lower(double tail) => Math.Exp(TailRoot.Solve(new AtLeast(this), tail, -MostLog, MostLog, 0, falling: false));

    /// <summary>The odds ratio at which as many hits as these or fewer have probability <paramref name="tail"/>.</summary>
    public double Upper(double tail) => Math.Exp(TailRoot.Solve(new AtMost(this), tail, -MostLog, MostLog, 0, falling: true));

    // More hits than these, relative to the probability of exactly these.
    private Side More(double oddsRatio)
    {
        Side side = default;
        double term = 1;
        for (double k = _hits; k < Math.Min(_size, _hitsOfBoth); k++)
        {
            double step = oddsRatio * (_size - k) * (_hitsOfBoth - k) / ((k + 1) * (_otherSize - _hitsOfBoth + k + 1));
            side.Add(term *= step, k + 1 - _hits);
            if (side.IsComplete(term, step))
                break;
        }

        return side;
    }

    // Fewer hits than these, likewise.
    private Side Fewer(double oddsRatio)
    {
        Side side = default;
        double term = 1;
        for (double k = _hits; k > Math.Max(0, _hitsOfBoth - _otherSize); k--)
        {
            double step = k * (_otherSize - _hitsOfBoth + k) / (oddsRatio * (_size - k + 1) * (_hitsOfBoth - k + 1));
            side.Add(term *= step, k - 1 - _hits);
            if (side.IsComplete(term, step))
                break;
        }

        return side;
    }

    // The slope over the logarithm of the odds ratio is how far the mean of the counted hits lies from that of all.
    // There is one peak, so that only one side can overflow.
    private static double Log(in Side counted, in Side rest, out double slope)
    {
        double all = 1 + counted.Sum + rest.Sum;
        slope = counted.Moment / (1 + counted.Sum) - (counted.Moment + rest.Moment) / all;
        return double.IsInfinity(counted.Sum) ? 0 : Math.Log((1 + counted.Sum) / all);
    }

    private struct Side
    {
        public double Sum { get; private set; }

        /// <summary>The sum of terms times their distance from the hits.</summary>
        public double Moment { get; private set; }

        public void Add(double term, double distance)
        {
            Sum += term;
            Moment += term * distance;
        }

        public readonly bool IsComplete(double term, double step) => double.IsInfinity(Sum) || (step < 1 && term <= Negligible * (1 + Sum));
    }

    private readonly struct AtLeast(ConditionalHits hits) : ITail
    {
        public double Log(double logX, out double slope) =>
            ConditionalHits.Log(hits.More(Math.Exp(logX)), hits.Fewer(Math.Exp(logX)), out slope);
    }

    private readonly struct AtMost(ConditionalHits hits) : ITail
    {
        public double Log(double logX, out double slope) =>
            ConditionalHits.Log(hits.Fewer(Math.Exp(logX)), hits.More(Math.Exp(logX)), out slope);
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>The product of 1 - d/n, and the variance of its logarithm.</summary>
internal struct SurvivalProduct
{
    // While nobody enters or is censored, factors cancel: the product is one ratio, so that a half of a thousand is a half.
    private double _before = 1;
    private int _atRiskFirst, _left;

    public SurvivalProduct()
    {
    }

    public double Value { get; private set; } = 1;

    public double LogVariance { get; private set; }

    public void Add(int events, int atRisk)
    {
        if (events == 0)
            return;
        if (atRisk != _left)
            (_before, _atRiskFirst) = (Value, atRisk);
        _left = atRisk - events;
        Value = _before * _left / _atRiskFirst;
        LogVariance += events / ((double)atRisk * _left);
    }
}

namespace SalesOps.Kpis.Statistics;

/// <summary>A running sum that keeps what rounding loses beside it.</summary>
internal struct NeumaierSum
{
    private double _sum, _lost;

    public readonly double Total => _sum + _lost;

    public void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}

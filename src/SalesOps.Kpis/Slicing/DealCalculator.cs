namespace SalesOps.Kpis;

/// <summary>A calculator over deals; takes arrays, lists and tables as they are.</summary>
/// <typeparam name="TAccumulator">The state.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public abstract record DealCalculator<TAccumulator, TResult> : Calculator<IDealRow, TAccumulator, TResult>
    where TAccumulator : struct, IAccumulator<TAccumulator, IDealRow>
{
    /// <summary>The KPI over all deals of the view.</summary>
    public TResult Calculate(Deals deals) => Calculate((Rows<IDealRow>)deals);

    /// <summary>The KPI over all deals of the data, with merges and joins resolved.</summary>
    public TResult Calculate(SalesData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Calculate(data.Deals);
    }
}

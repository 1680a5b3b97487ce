namespace SalesOps.Kpis;

/// <summary>A calculator over leads; takes arrays, lists and tables as they are.</summary>
/// <typeparam name="TAccumulator">The state.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public abstract record LeadCalculator<TAccumulator, TResult> : Calculator<ILeadRow, TAccumulator, TResult>
    where TAccumulator : struct, IAccumulator<TAccumulator, ILeadRow>
{
    /// <summary>The KPI over all leads of the view.</summary>
    public TResult Calculate(Leads leads) => Calculate((Rows<ILeadRow>)leads);

    /// <summary>The KPI over all leads of the data, with merges and joins resolved.</summary>
    public TResult Calculate(SalesData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Calculate(data.Leads);
    }
}

namespace SalesOps.Kpis;

/// <summary>The limits that several KPIs have.</summary>
internal static class CautionRules
{
    /// <summary>A figure over few, but not over none, which is undefined.</summary>
    public static IEnumerable<Caution> SmallSample(long count, long limit)
    {
        if (count > 0 && count < limit)
            yield return new Caution { Code = CautionCode.SmallSample, Observed = count, Limit = limit };
    }

    /// <summary>A part that is a larger share of the whole than the limit.</summary>
    public static IEnumerable<Caution> ShareAbove(CautionCode code, long part, long whole, double limit)
    {
        if (part > limit * whole)
            yield return new Caution { Code = code, Observed = (double)part / whole, Limit = limit };
    }
}

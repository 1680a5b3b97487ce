namespace SalesOps.Kpis;

internal static class PeriodGridCautions
{
    /// <summary>A caution when the as-of lies inside one of the periods, so that it isn't over yet.</summary>
    public static IEnumerable<Caution> PartialPeriod(this PeriodGrid grid, Instant? asOf)
    {
        if (asOf is not { } instant || grid.IndexOf(instant) is not (>= 0 and var index))
            yield break;
        ReportingPeriod period = grid.Periods[index];
        if (instant > period.From)
        {
            yield return new Caution
            {
                Code = CautionCode.PartialPeriod,
                Observed = (instant - period.From) / (period.Until - period.From),
                Limit = 1,
            };
        }
    }
}

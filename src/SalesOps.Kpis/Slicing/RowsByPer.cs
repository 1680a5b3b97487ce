namespace SalesOps.Kpis;

/// <summary>Rows grouped by a key and put into periods.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TKey">The keys.</typeparam>
public sealed class RowsByPer<TFacts, TKey>
{
    internal RowsByPer(RowsBy<TFacts, TKey> by, PeriodGrid grid, DateField<TFacts> date)
    {
        (By, Grid, Date) = (by, grid, date);
        Slots = PairSlots.Of(by.Slots, new PeriodSlots<TFacts>(Rows.Source, grid, date), Rows.Count);
    }

    internal Rows<TFacts> Rows => By.Rows;

    internal RowsBy<TFacts, TKey> By { get; }

    internal PeriodGrid Grid { get; }

    internal DateField<TFacts> Date { get; }

    internal PairSlots Slots { get; }
}

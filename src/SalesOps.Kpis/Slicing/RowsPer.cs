namespace SalesOps.Kpis;

/// <summary>Rows put into the periods of a grid by one of their dates.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
public sealed class RowsPer<TFacts>
{
    internal RowsPer(Rows<TFacts> rows, PeriodGrid grid, DateField<TFacts> date) =>
        (Rows, Grid, Date, Slots) = (rows, grid, date, new PeriodSlots<TFacts>(rows.Source, grid, date));

    internal Rows<TFacts> Rows { get; }

    internal PeriodGrid Grid { get; }

    internal DateField<TFacts> Date { get; }

    internal SlotMap Slots { get; }
}

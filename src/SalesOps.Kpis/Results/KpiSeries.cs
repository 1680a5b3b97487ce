using System.Collections;

namespace SalesOps.Kpis;

/// <summary>A result per period, and for the rows before, after and without a date.</summary>
/// <typeparam name="TResult">The results.</typeparam>
public sealed class KpiSeries<TResult> : IReadOnlyList<KpiPoint<TResult>>
{
    private readonly PeriodGrid _grid;
    private readonly TResult[] _values;

    internal KpiSeries(PeriodGrid grid, TResult[] values, IReadOnlyList<Caution> cautions) =>
        (_grid, _values, Cautions) = (grid, values, cautions);

    /// <summary>How many periods there are.</summary>
    public int Count => _grid.Periods.Count;

    /// <summary>A period, in the order of time, and its result.</summary>
    public KpiPoint<TResult> this[int index] => new(_grid.Periods[index], _values[index]);

    /// <summary>The result of the period that holds the day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No period holds the day.</exception>
    public TResult this[LocalDate day]
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                if (_grid.Periods[i].Contains(day))
                    return _values[i];
            }

            throw new ArgumentOutOfRangeException(nameof(day), day, "No period holds this day.");
        }
    }

    /// <summary>The result of the rows dated before the first period.</summary>
    public TResult Before => _values[_grid.BeforeSlot];

    /// <summary>The result of the rows dated after the last period.</summary>
    public TResult After => _values[_grid.AfterSlot];

    /// <summary>The result of the rows without a date.</summary>
    public TResult Undated => _values[_grid.UndatedSlot];

    /// <summary>What the periods show that none of the results does alone.</summary>
    public IReadOnlyList<Caution> Cautions { get; }

    /// <summary>One number per period for charts; NaN where there is none.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than the series.</exception>
    public void CopyTo(Span<double> destination, Func<TResult, double?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (destination.Length < Count)
            throw new ArgumentException($"The destination holds {destination.Length} numbers, the series has {Count}.", nameof(destination));
        for (int i = 0; i < Count; i++)
            destination[i] = value(_values[i]) ?? double.NaN;
    }

    /// <summary>The periods with named columns and plain values, for data frames and serialisers.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> ToRows() => [.. this.Select(point => TextTable.PlainRow(Columns(point)))];

    /// <summary>An aligned text table, with what the periods show below.</summary>
    public override string ToString() => TextTable.WithCautions(TextTable.Of(this.Select(Columns)), Cautions);

    /// <inheritdoc/>
    public IEnumerator<KpiPoint<TResult>> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IReadOnlyList<KpiColumns.Column> Columns(KpiPoint<TResult> point) =>
        [.. KpiColumns.OfKey("period", point.Period.Name), .. KpiColumns.Of(point.Value)];
}

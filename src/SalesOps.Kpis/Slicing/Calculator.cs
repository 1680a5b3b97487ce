namespace SalesOps.Kpis;

/// <summary>
/// One KPI: immutable options, an empty state to start from, and the result of a state. Everything else (grouping, periods,
/// threads, kinds of rows) comes with this class.
/// </summary>
/// <remarks>
/// Calculators are sealed records: <c>with</c> gives a variant, equality compares definitions, and <see cref="object.ToString"/>
/// lists the options. A state is folded, merged and read without this class too: <see cref="Start"/>, then its <c>Add</c>
/// and <c>Merge</c>, then <see cref="Result"/>.
/// </remarks>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TAccumulator">The state.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public abstract record Calculator<TFacts, TAccumulator, TResult>
    where TAccumulator : struct, IAccumulator<TAccumulator, TFacts>
{
    /// <summary>An empty state of this definition.</summary>
    public abstract TAccumulator Start();

    /// <summary>Reads a state.</summary>
    public abstract TResult Result(in TAccumulator state);

    /// <summary>Refuses a date that the definition can't be sliced by. By default all are accepted.</summary>
    /// <exception cref="ArgumentException">The definition has no meaning by this date.</exception>
    protected virtual void CheckDate(DateField<TFacts> date)
    {
    }

    /// <summary>What the periods of a series show that none of its results does alone.</summary>
    protected virtual IEnumerable<Caution> CautionsOf(PeriodGrid grid, IReadOnlyList<TResult> results) => [];

    /// <summary>What the groups of a table show that none of its results does alone.</summary>
    protected virtual IEnumerable<Caution> CautionsOf<TKey>(IReadOnlyList<KpiRow<TKey, TResult>> rows) => [];

    /// <summary>Folds rows into a state that is already there: batch after batch of a stream.</summary>
    public void Fold(Rows<TFacts> rows, ref TAccumulator state)
    {
        Check(rows);
        TAccumulator[] folded = Driver.Fold(rows.Source, rows.Plan(null), Start);
        try
        {
            state.Merge(in folded[0]);
        }
        finally
        {
            Driver.Release(folded);
        }
    }

    /// <summary>The KPI over all rows of the view.</summary>
    public TResult Calculate(Rows<TFacts> rows)
    {
        Check(rows);
        TAccumulator[] states = Driver.Fold(rows.Source, rows.Plan(null), Start);
        try
        {
            return Result(in states[0]);
        }
        finally
        {
            Driver.Release(states);
        }
    }

    /// <summary>The KPI per group, for the groups that occur.</summary>
    public KpiTable<TKey, TResult> Calculate<TKey>(RowsBy<TFacts, TKey> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(rows.Rows);
        TAccumulator[] states = Driver.Fold(rows.Rows.Source, rows.Rows.Plan(rows.Slots), Start);
        try
        {
            var results = new KpiRow<TKey, TResult>[rows.SlotOrder.Length];
            for (int i = 0; i < results.Length; i++)
                results[i] = new(rows.Key(rows.SlotOrder[i]), Result(in states[rows.SlotOrder[i]]));
            return new(rows.KeyName, results, ResultOfAll(states), [.. CautionsOf(results)]);
        }
        finally
        {
            Driver.Release(states);
        }
    }

    /// <summary>The KPI per period, and for the rows before, after and without a date.</summary>
    public KpiSeries<TResult> Calculate(RowsPer<TFacts> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(rows.Rows);
        CheckDate(rows.Date);
        TAccumulator[] states = Driver.Fold(rows.Rows.Source, rows.Rows.Plan(rows.Slots), Start);
        try
        {
            var results = new TResult[states.Length];
            for (int i = 0; i < results.Length; i++)
                results[i] = Result(in states[i]);
            return Series(rows.Grid, results);
        }
        finally
        {
            Driver.Release(states);
        }
    }

    /// <summary>The KPI per group and period.</summary>
    public KpiGrid<TKey, TResult> Calculate<TKey>(RowsByPer<TFacts, TKey> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Check(rows.Rows);
        CheckDate(rows.Date);
        TAccumulator[] states = Driver.Fold(rows.Rows.Source, rows.Rows.Plan(rows.Slots), Start);
        TAccumulator[] none = [Start()];
        try
        {
            TResult empty = Result(in none[0]);
            var series = new KpiRow<TKey, KpiSeries<TResult>>[rows.By.SlotOrder.Length];
            for (int i = 0; i < series.Length; i++)
            {
                var results = new TResult[rows.Grid.SlotCount];
                for (int period = 0; period < results.Length; period++)
                {
                    int slot = rows.Slots.SlotOf(rows.By.SlotOrder[i], period);
                    results[period] = slot < 0 ? empty : Result(in states[slot]);
                }

                series[i] = new(rows.By.Key(rows.By.SlotOrder[i]), Series(rows.Grid, results));
            }

            return new(rows.By.KeyName, rows.Grid, series);
        }
        finally
        {
            Driver.Release(none);
            Driver.Release(states);
        }
    }

    private KpiSeries<TResult> Series(PeriodGrid grid, TResult[] results) => new(grid, results, [.. CautionsOf(grid, results)]);

    private void Check(Rows<TFacts> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (DateField<TFacts> date in rows.Narrowing.SpanDates)
            CheckDate(date);
    }

    private TResult ResultOfAll(TAccumulator[] states)
    {
        TAccumulator[] all = [Start()];
        try
        {
            foreach (ref readonly TAccumulator state in states.AsSpan())
                all[0].Merge(in state);
            return Result(in all[0]);
        }
        finally
        {
            Driver.Release(all);
        }
    }
}

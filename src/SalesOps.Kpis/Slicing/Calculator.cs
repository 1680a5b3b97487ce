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

    // What takes the values of the groups, and not their results alone.
    private protected virtual IEnumerable<Caution> CautionsOf<TKey>(RowsBy<TFacts, TKey> rows, KpiRow<TKey, TResult>[] results, TAccumulator[] states) =>
        CautionsOf(results);

    /// <summary>Folds rows into a state that is already there: batch after batch of a stream.</summary>
    public void Fold(Rows<TFacts> rows, ref TAccumulator state)
    {
        // Folded apart and merged, so that a fault in the middle leaves the state as it was.
        TAccumulator[] folded = Fold(rows, slots: null);
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
    public TResult Calculate(Rows<TFacts> rows) => Read(Fold(rows, slots: null), states => Result(in states[0]));

    /// <summary>The KPI per group, for the groups that occur.</summary>
    public KpiTable<TKey, TResult> Calculate<TKey>(RowsBy<TFacts, TKey> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Read(Fold(rows.Rows, rows.Slots), states =>
        {
            KpiRow<TKey, TResult>[] results = [.. rows.SlotOrder.Select(slot => new KpiRow<TKey, TResult>(rows.Key(slot), Result(in states[slot])))];
            return new KpiTable<TKey, TResult>(rows.KeyName, results, ResultOfAll(states), [.. CautionsOf(rows, results, states)]);
        });
    }

    /// <summary>The KPI per period, and for the rows before, after and without a date.</summary>
    public KpiSeries<TResult> Calculate(RowsPer<TFacts> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        CheckDate(rows.Date);
        return Read(Fold(rows.Rows, rows.Slots), states =>
            Series(rows.Grid, [.. Enumerable.Range(0, states.Length).Select(slot => Result(in states[slot]))]));
    }

    /// <summary>The KPI per group and period.</summary>
    public KpiGrid<TKey, TResult> Calculate<TKey>(RowsByPer<TFacts, TKey> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        CheckDate(rows.Date);
        TResult empty = Read([Start()], states => Result(in states[0]));
        return Read(Fold(rows.Rows, rows.Slots), states => new KpiGrid<TKey, TResult>(rows.By.KeyName, rows.Grid.Periods,
            [.. rows.By.SlotOrder.Select(key => new KpiRow<TKey, KpiSeries<TResult>>(rows.By.Key(key), SeriesOf(key, states)))]));

        KpiSeries<TResult> SeriesOf(int key, TAccumulator[] states)
        {
            var results = new TResult[rows.Grid.SlotCount];
            for (int period = 0; period < results.Length; period++)
            {
                int slot = rows.Slots.SlotOf(key, period);
                results[period] = slot < 0 ? empty : Result(in states[slot]);
            }

            return Series(rows.Grid, results);
        }
    }

    private KpiSeries<TResult> Series(PeriodGrid grid, TResult[] results) => new(grid, results, [.. CautionsOf(grid, results)]);

    private TAccumulator[] Fold(Rows<TFacts> rows, SlotMap? slots)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (DateField<TFacts> date in rows.Narrowing.SpanDates)
            CheckDate(date);
        return Driver.Fold(rows.Source, rows.Plan(slots), Start);
    }

    /// <summary>Reads states and gives back what they rented.</summary>
    private static T Read<T>(TAccumulator[] states, Func<TAccumulator[], T> read)
    {
        try
        {
            return read(states);
        }
        finally
        {
            Driver.Release(states);
        }
    }

    private TResult ResultOfAll(TAccumulator[] states)
    {
        // What shares their scratch need not copy it, and is given back with them.
        if (states[0] is ISharesScratch<TAccumulator> first)
            return ResultOf(first.Beside(), states);
        return Read([Start()], all => ResultOf(all[0], states));
    }

    private TResult ResultOf(TAccumulator all, TAccumulator[] states)
    {
        foreach (ref readonly TAccumulator state in states.AsSpan())
            all.Merge(in state);
        return Result(in all);
    }
}

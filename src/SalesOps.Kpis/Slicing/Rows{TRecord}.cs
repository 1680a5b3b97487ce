namespace SalesOps.Kpis;

/// <summary>The part of a view that deals with the record itself.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TSelf">The view.</typeparam>
public abstract class Rows<TFacts, TRecord, TSelf> : Rows<TFacts>
    where TRecord : struct, TFacts, IRecordOf<TFacts, TRecord>
{
    private protected Rows(RowSource<TFacts> source, Narrowing<TFacts> narrowing) : base(source, narrowing)
    {
    }

    private protected abstract TSelf With(Narrowing<TFacts> narrowing);

    /// <summary>Groups by a delegate over the record: convenient, and several times slower than a dimension.</summary>
    public RowsBy<TFacts, TKey> By<TKey>(Func<TRecord, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return By(new RecordDimension<TFacts, TRecord, TKey>(key));
    }

    /// <summary>Keeps the rows that satisfy a predicate. What it removes is not known to any calculator.</summary>
    public TSelf Where(Func<TRecord, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return With(Narrowing with { Selection = new PredicateSelection<TFacts, TRecord>(Narrowing.Selection, Source, predicate) });
    }

    /// <summary>Reports only the rows whose date lies in the half-open span; rows without the date lie in none.</summary>
    public TSelf Within(Interval span, DateField<TFacts> date)
    {
        ArgumentNullException.ThrowIfNull(date);
        return With(Narrowing with
        {
            Selection = new SpanSelection<TFacts>(Narrowing.Selection, Source, date, span),
            SpanDates = [.. Narrowing.SpanDates, date],
        });
    }

    /// <summary>Reports only the rows whose date lies in the period.</summary>
    public TSelf Within(ReportingPeriod period, DateField<TFacts> date) => Within(period.Interval, date);

    /// <summary>Uses several threads; the results have the same bits.</summary>
    /// <param name="threads">At most so many.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public TSelf InParallel(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return With(Narrowing with { Threads = threads });
    }

    /// <summary>Uses as many threads as the machine has processors; the results have the same bits.</summary>
    public TSelf InParallel() => InParallel(Environment.ProcessorCount);
}

namespace SalesOps.Kpis;

/// <summary>Which rows take part. Writes ascending row numbers, so that what is left out costs nothing further on.</summary>
internal abstract class Selection(Selection? first)
{
    public int Select(int start, int count, Span<int> rows)
    {
        if (first is null)
        {
            for (int i = 0; i < count; i++)
                rows[i] = start + i;
        }
        else
        {
            count = first.Select(start, count, rows);
        }

        return Keep(start, rows[..count]);
    }

    protected abstract int Keep(int start, Span<int> rows);
}

/// <summary>Keeps the rows whose date lies in a half-open span, without branching on the data.</summary>
internal sealed class SpanSelection<TFacts>(Selection? first, RowSource<TFacts> source, DateField<TFacts> date, Interval span)
    : Selection(first)
{
    private readonly long _from = span.HasStart ? ((Moment)span.Start).Value : 1;
    private readonly long _until = span.HasEnd ? ((Moment)span.End).Value : long.MaxValue;

    protected override int Keep(int start, Span<int> rows)
    {
        if (rows.IsEmpty)
            return 0;
        Span<Moment> rented = stackalloc Moment[Driver.ChunkRows];
        ReadOnlySpan<Moment> moments = date.Read(source, start, rented[..(rows[^1] - start + 1)]);
        int kept = 0;
        unchecked
        {
            ulong length = (ulong)(_until - _from);
            foreach (int row in rows)
            {
                rows[kept] = row;
                kept += (ulong)(moments[row - start].Value - _from) < length ? 1 : 0;
            }
        }

        return kept;
    }
}

internal sealed class PredicateSelection<TFacts, TRecord>(Selection? first, RowSource<TFacts> source, Func<TRecord, bool> predicate)
    : Selection(first) where TRecord : struct, IRecordOf<TFacts, TRecord>
{
    protected override int Keep(int start, Span<int> rows)
    {
        TRecord record = default;
        int kept = 0;
        foreach (int row in rows)
        {
            source.Read<RecordReader<TFacts, TRecord>, TRecord>(row, new Span<TRecord>(ref record));
            rows[kept] = row;
            kept += predicate(record) ? 1 : 0;
        }

        return kept;
    }
}

internal sealed class EveryRow() : Selection(null)
{
    protected override int Keep(int start, Span<int> rows) => rows.Length;
}

/// <summary>Leaves out rows by number.</summary>
internal sealed class WithoutRows(Selection? first, IReadOnlySet<int> leftOut) : Selection(first)
{
    protected override int Keep(int start, Span<int> rows)
    {
        int kept = 0;
        foreach (int row in rows)
        {
            rows[kept] = row;
            kept += leftOut.Contains(row) ? 0 : 1;
        }

        return kept;
    }
}

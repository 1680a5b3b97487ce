using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SalesOps.Kpis;

/// <summary>A series per key, in the order of the keys.</summary>
/// <typeparam name="TKey">The keys.</typeparam>
/// <typeparam name="TResult">The results.</typeparam>
public sealed class KpiGrid<TKey, TResult> : IReadOnlyCollection<KpiRow<TKey, KpiSeries<TResult>>>
{
    private readonly KpiRow<TKey, KpiSeries<TResult>>[] _rows;
    private readonly KeyIndex<TKey, KpiSeries<TResult>> _index;

    internal KpiGrid(string keyName, IReadOnlyList<ReportingPeriod> periods, KpiRow<TKey, KpiSeries<TResult>>[] rows) =>
        (KeyName, Periods, _rows, _index) = (keyName, periods, rows, new(rows));

    /// <summary>What the key is: the heading of its column.</summary>
    public string KeyName { get; }

    /// <summary>The periods of every series.</summary>
    public IReadOnlyList<ReportingPeriod> Periods { get; }

    /// <summary>How many keys there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The series of a key.</summary>
    /// <exception cref="KeyNotFoundException">No row has the key. The message doesn't name it, since keys are people's data.</exception>
    public KpiSeries<TResult> this[TKey key] => TryGetValue(key, out KpiSeries<TResult>? value)
        ? value
        : throw new KeyNotFoundException($"No row has this {KeyName}.");

    /// <summary>The series of a key, if any row has it.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out KpiSeries<TResult> value) => _index.TryGetValue(key, out value);

    /// <summary>The same series, sorted by a number of each, largest first; those without one come last.</summary>
    public KpiGrid<TKey, TResult> Ranked<TValue>(Func<KpiSeries<TResult>, TValue?> value) where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(KeyName, Periods,
            [.. _rows.OrderBy(row => value(row.Value) is null).ThenByDescending(row => value(row.Value))]);
    }

    /// <summary>Keys down, periods across, with what the series show below.</summary>
    /// <param name="cell">The text of one result.</param>
    public string ToText(Func<TResult, string> cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return WithCautions(_rows.Select(row => (IReadOnlyList<KpiColumns.Column>)[.. KpiColumns.OfKey(KeyName, row.Key),
            .. row.Value.Select(point => new KpiColumns.Column(point.Period.Name, null, cell(point.Value), IsNumber: true))]));
    }

    /// <summary>A row per key and period with named columns and plain values, for data frames and serialisers.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> ToRows() =>
        [.. _rows.SelectMany(row => row.Value.Select(point => TextTable.PlainRow(Columns(row.Key, point))))];

    /// <summary>An aligned text table with a row per key and period, and what the series show below.</summary>
    public override string ToString() => WithCautions(_rows.SelectMany(row => row.Value.Select(point => Columns(row.Key, point))));

    /// <inheritdoc/>
    public IEnumerator<KpiRow<TKey, KpiSeries<TResult>>> GetEnumerator() =>
        ((IEnumerable<KpiRow<TKey, KpiSeries<TResult>>>)_rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A caution that several series have is the same for all of them, such as a period that hasn't ended.
    private string WithCautions(IEnumerable<IReadOnlyList<KpiColumns.Column>> rows) =>
        TextTable.WithCautions(TextTable.Of(rows), _rows.SelectMany(row => row.Value.Cautions).Distinct());

    private IReadOnlyList<KpiColumns.Column> Columns(TKey key, KpiPoint<TResult> point) =>
        [.. KpiColumns.OfKey(KeyName, key), .. KpiColumns.OfKey("period", point.Period.Name), .. KpiColumns.Of(point.Value)];
}

using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The named columns of one row of a table: each with its plain value and with its text.</summary>
public sealed class KpiColumns
{
    private readonly List<Column> _columns = [];

    internal IReadOnlyList<Column> Columns => _columns;

    /// <summary>A count.</summary>
    public void Add(string name, long count) => Add(name, count, count.ToString("#,0", CultureInfo.InvariantCulture), isNumber: true);

    /// <summary>A number, or nothing where it is undefined.</summary>
    /// <param name="name">The heading.</param>
    /// <param name="value">The value; ratios are fractions 0..1.</param>
    /// <param name="format">A .NET format of the invariant culture, such as <c>0.0 %</c> for a fraction.</param>
    public void Add(string name, double? value, string format = "#,0.##") =>
        Add(name, value, value?.ToString(format, CultureInfo.InvariantCulture), isNumber: true);

    /// <summary>An amount, or nothing where it is undefined.</summary>
    public void Add(string name, Money? money) => Add(name, money, money?.ToString(), isNumber: true);

    /// <summary>The codes of the cautions, each once.</summary>
    public void Add(IReadOnlyList<Caution> cautions)
    {
        ArgumentNullException.ThrowIfNull(cautions);
        Add("cautions", string.Join(", ", cautions.Select(caution => caution.Code).Distinct()));
    }

    /// <summary>A text.</summary>
    public void Add(string name, string? text) => Add(name, text, text, isNumber: false);

    internal static IReadOnlyList<Column> Of<TResult>(TResult result)
    {
        var columns = new KpiColumns();
        if (result is IKpiResult shown)
            shown.AddTo(columns);
        else
            columns.Add("value", $"{result}");
        return columns.Columns;
    }

    internal static IReadOnlyList<Column> OfKey<TKey>(string name, TKey key)
    {
        var columns = new KpiColumns();
        if (key is System.Runtime.CompilerServices.ITuple pair)
        {
            string[] names = name.Split(", ");
            for (int i = 0; i < pair.Length; i++)
                columns.Add(i < names.Length ? names[i] : $"key {i + 1}", pair[i], TextTable.Cell(pair[i]), isNumber: false);
        }
        else
        {
            columns.Add(name, key, TextTable.Cell(key), isNumber: false);
        }

        return columns.Columns;
    }

    private void Add(string name, object? value, string? text, bool isNumber)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _columns.Add(new Column(name, value, text ?? "-", isNumber));
    }

    internal readonly record struct Column(string Name, object? Value, string Text, bool IsNumber);
}

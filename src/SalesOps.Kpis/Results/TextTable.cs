using System.Globalization;
using System.Text;

namespace SalesOps.Kpis;

/// <summary>Aligned text: numbers to the right, words to the left.</summary>
internal static class TextTable
{
    public static string Cell<TKey>(TKey key) => key switch
    {
        null => "(none)",
        string { Length: 0 } => "\"\"",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString() ?? "",
    };

    public static string Of(IEnumerable<IReadOnlyList<KpiColumns.Column>> rows)
    {
        IReadOnlyList<KpiColumns.Column>[] all = [.. rows];
        if (all.Length == 0)
            return "";
        int[] widths = [.. Enumerable.Range(0, all[0].Count).Select(c => Math.Max(all[0][c].Name.Length, all.Max(row => row[c].Text.Length)))];
        var text = new StringBuilder();
        Append(text, all[0], widths, column => column.Name);
        text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
        foreach (IReadOnlyList<KpiColumns.Column> row in all)
            Append(text, row, widths, column => column.Text);
        return text.ToString(0, text.Length - 1);
    }

    /// <summary>A table with a line under it for each caution; the group that it speaks of is a key of the table.</summary>
    public static string WithCautions(string table, IEnumerable<Caution> cautions) => string.Join('\n',
        cautions.Select(caution => caution.Dimension is null ? $"! {caution}" : $"! {caution}; most: {Cell(caution.Group)}").Prepend(table));

    public static IReadOnlyDictionary<string, object?> PlainRow(IEnumerable<KpiColumns.Column> columns)
    {
        var row = new Dictionary<string, object?>();
        foreach (KpiColumns.Column column in columns)
            row[column.Name] = column.Value;
        return row;
    }

    private static void Append(StringBuilder text, IReadOnlyList<KpiColumns.Column> row, int[] widths, Func<KpiColumns.Column, string> cell)
    {
        var line = string.Join("  ", row.Select((column, c) => column.IsNumber
            ? cell(column).PadLeft(widths[c])
            : cell(column).PadRight(widths[c])));
        text.Append(line.TrimEnd()).Append('\n');
    }
}

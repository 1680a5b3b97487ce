using System.Globalization;

namespace SalesOps.Kpis.Import;

/// <summary>One thing in a file that can't be read. It never holds the text itself, which may be about people.</summary>
public readonly record struct ImportFault
{
    /// <summary>The line on which the row starts, the first line of the file being 1.</summary>
    public required int Line { get; init; }

    /// <summary>How many lines the row takes up: 1, unless it holds line breaks.</summary>
    public required int LineCount { get; init; }

    /// <summary>The column's name; null where the fault is the row's.</summary>
    public string? Column { get; init; }

    /// <summary>How many characters the text in question has, outer white space not counted.</summary>
    public required int Length { get; init; }

    /// <summary>What is wrong.</summary>
    public required FaultReason Reason { get; init; }

    /// <summary>Whether the row was kept without the value.</summary>
    public bool IsRowKept { get; init; }

    /// <summary>Such as <c>line 12, close_date: BadDate (9 characters), row rejected</c>.</summary>
    public override string ToString()
    {
        string column = Column is null ? "" : $", {Column}";
        string outcome = IsRowKept ? "left empty" : "row rejected";
        return string.Create(CultureInfo.InvariantCulture, $"line {Line}{column}: {Reason} ({Length} characters), {outcome}");
    }
}

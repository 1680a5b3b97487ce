namespace SalesOps.Kpis.Import;

/// <summary>Where a field stands in a row; <see cref="None"/> for a constant or an absent one.</summary>
internal readonly record struct FieldPlace
{
    public static FieldPlace None { get; } = new() { Index = -1, Column = "" };

    public required int Index { get; init; }

    public required string Column { get; init; }

    public bool IsNone => Index < 0;

    public ReadOnlySpan<char> Text(CsvRow row) => row[Index];

    public void Fault(CsvRow row, FaultReason reason, bool rejects) => row.Tally.Fault(Column, row[Index].Length, reason, rejects);
}

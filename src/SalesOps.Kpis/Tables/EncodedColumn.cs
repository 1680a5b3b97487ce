namespace SalesOps.Kpis.Tables;

/// <summary>A dictionary-encoded column: a code per row and the distinct keys; null is a key like any other.</summary>
internal sealed record EncodedColumn(int[] Codes, string?[] Keys)
{
    public string? this[int row] => Keys[Codes[row]];
}

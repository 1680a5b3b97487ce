namespace SalesOps.Kpis.Tables;

/// <summary>The columns of a deal table that no hot loop reads; null where no row has a value.</summary>
internal sealed record DealColdColumns
{
    public required string[] Ids { get; init; }

    /// <summary>By <see cref="DealField"/>.</summary>
    public required EncodedColumn?[] Labels { get; init; }

    // Ids are nearly all different: encoding them would cost more than it saves.
    public string?[]? Customers { get; init; }

    public string?[]? Leads { get; init; }

    public string?[]? MergedInto { get; init; }

    public Amount[]? ListAmounts { get; init; }

    public Quantity[]? Quantities { get; init; }

    public LocalDate?[]? ExpectedCloses { get; init; }
}

using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>A view without the rows that repeat an id, and what was found.</summary>
/// <typeparam name="TRows">The view.</typeparam>
public sealed record Deduplicated<TRows>
{
    internal Deduplicated(TRows rows, IdIndex index)
    {
        (Rows, RepeatedIds) = (rows, [.. index.RepeatedIds.Order(StringComparer.Ordinal)]);
        (ExactRepeats, DifferingRepeats) = (index.ExactRepeats, index.Repeats.Count - index.ExactRepeats);
    }

    /// <summary>The view with one row per id.</summary>
    public TRows Rows { get; }

    /// <summary>The ids that stand on several rows, in ordinal order.</summary>
    public IReadOnlyList<string> RepeatedIds { get; }

    /// <summary>The rows that were left out.</summary>
    public int RowsDropped => ExactRepeats + DifferingRepeats;

    /// <summary>Rows left out that equal another row in every field, beyond the first of each content.</summary>
    public int ExactRepeats { get; }

    /// <summary>Rows left out with a content of their own, which the view no longer shows.</summary>
    public int DifferingRepeats { get; }

    /// <summary>The counts; ids are data and are not printed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{RepeatedIds.Count:#,0} repeated ids, {RowsDropped:#,0} rows dropped: {ExactRepeats:#,0} exact repeats, {DifferingRepeats:#,0} that differ");
}

namespace SalesOps.Kpis;

/// <summary>The slots that a dimension gives to rows, and the key of each slot.</summary>
internal sealed record Grouping<TKey>(SlotMap Slots, TKey[] Keys, IComparer<TKey> Order, bool AllOccur = true);

internal static class KeyOrder
{
    /// <summary>Strings ordinally, other comparable keys by their own order, null last; the rest as they appeared.</summary>
    public static IComparer<TKey> Of<TKey>() => Comparer<TKey>.Create((a, b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string x, string y) => string.CompareOrdinal(x, y),
        (IComparable<TKey> x, _) => x.CompareTo(b),
        (IComparable x, _) => x.CompareTo(b),
        _ => 0,
    });
}

namespace SalesOps.Kpis;

/// <summary>The rows of one kind as things that links lead to: a merged row stands for its survivor, a repeat for one row of its id.</summary>
internal sealed class Entities
{
    private readonly IdIndex _index;
    private readonly Moment[] _dates;

    private Entities(KeyText[] ids, KeyText[] mergedInto, Moment[] dates, IdIndex index)
    {
        (Ids, _dates, _index) = (ids, dates, index);
        Merges = new Merges(ids, mergedInto, index);
    }

    public static Entities Of(RowSource<IDealRow> source) => new(
        source.ReadAll<IDealRow, DealReaders.Id, KeyText>(), source.ReadAll<IDealRow, DealReaders.MergedInto, KeyText>(),
        source.MomentColumn((int)DealField.Created)!, IdIndex.Of<IDealRow, Deal, DealReaders.Id>(source, null, ContentOrder.OfDeals));

    public static Entities Of(RowSource<ILeadRow> source) => new(
        source.ReadAll<ILeadRow, LeadReaders.Id, KeyText>(), source.ReadAll<ILeadRow, LeadReaders.MergedInto, KeyText>(),
        source.MomentColumn((int)LeadField.Received)!, IdIndex.Of<ILeadRow, Lead, LeadReaders.Id>(source, null, ContentOrder.OfLeads));

    public KeyText[] Ids { get; }

    public Merges Merges { get; }

    public int Count => Ids.Length;

    public long RepeatedIds => _index.RepeatedIds.Count;

    /// <summary>The row that the links of a row belong to.</summary>
    public int Of(int row) => _index.StandInFor(Merges.SurvivorOf(row));

    /// <summary>The row that a link to an id leads to, or -1.</summary>
    public int Find(string? id) => _index.RowOf(id) is var row and >= 0 ? Of(row) : -1;

    /// <summary>Of two rows, of which the first may be -1, the one with the earlier date; without dates the one with the lesser id.</summary>
    public int Earlier(int a, int b)
    {
        if (a < 0)
            return b;
        // Absent comes last, unlike in the order of moments.
        int order = unchecked((ulong)_dates[a].Value - 1).CompareTo(unchecked((ulong)_dates[b].Value - 1));
        return (order != 0 ? order : string.CompareOrdinal(Ids[a].Value, Ids[b].Value)) <= 0 ? a : b;
    }

    /// <summary>The survivor's id by the id of each merged row.</summary>
    public Dictionary<string, string> SurvivorsById()
    {
        var survivors = new Dictionary<string, string>();
        for (int row = 0; row < Count; row++)
        {
            if (Merges.IsMerged(row) && _index.StandInFor(row) == row)
                survivors[Ids[row].Value!] = Ids[Merges.SurvivorOf(row)].Value!;
        }

        return survivors;
    }
}

internal static class RowSourceExtensions
{
    public static T[] ReadAll<TFacts, TReader, T>(this RowSource<TFacts> source) where TReader : struct, IReader<TFacts, T>
    {
        var values = new T[source.Count];
        source.Read<TReader, T>(0, values);
        return values;
    }
}

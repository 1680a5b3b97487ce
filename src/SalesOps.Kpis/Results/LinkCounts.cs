using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>What became of the links and merges of one kind of rows: every row is linked, orphaned, unlinked or merged.</summary>
public readonly record struct LinkCounts
{
    /// <summary>All rows.</summary>
    public long Rows => Linked + Orphaned + Unlinked + Merged;

    /// <summary>Rows that were joined to the other side, whichever side the link stands on.</summary>
    public long Linked { get; init; }

    /// <summary>Rows that name another one that isn't there, and that none names.</summary>
    public long Orphaned { get; init; }

    /// <summary>Rows without a link on either side.</summary>
    public long Unlinked { get; init; }

    /// <summary>Rows that were merged into another, which counts in their place.</summary>
    public long Merged { get; init; }

    /// <summary>Rows merged into one that isn't there. They count as their own, so they also stand under one of the above.</summary>
    public long UnknownSurvivors { get; init; }

    /// <summary>Circles of rows that were merged into one another; of each, one row stays.</summary>
    public long MergeCycles { get; init; }

    /// <summary>Ids that stand on several rows. All of these rows count.</summary>
    public long RepeatedIds { get; init; }

    /// <summary>The counts, those beside the rows only where there are any.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Linked:#,0} of {Rows:#,0} linked, {Orphaned:#,0} orphaned, {Unlinked:#,0} unlinked, {Merged:#,0} merged")
        + Beside(UnknownSurvivors, "into rows that aren't there") + Beside(MergeCycles, "merge cycles") + Beside(RepeatedIds, "repeated ids");

    private static string Beside(long count, string what) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {count:#,0} {what}");
}

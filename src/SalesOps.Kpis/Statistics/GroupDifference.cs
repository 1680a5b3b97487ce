namespace SalesOps.Kpis.Statistics;

/// <summary>Groups whose values differ, by more than chance and by enough to matter, and the one that differs most.</summary>
internal readonly record struct GroupDifference
{
    private const int LeastCount = 5;                       // below that a group's χ² is none
    private const int CountToRankAtOnce = 4_096;

    /// <summary>The group that adds most to the statistic; of equal ones that with the larger values.</summary>
    public required int Group { get; init; }

    /// <summary>The test over the groups of five values and more.</summary>
    public required KruskalWallisTest Test { get; init; }

    /// <summary>What a Kruskal-Wallis test finds; null where p isn't below the significance, or η² is below the limit.</summary>
    public static GroupDifference? Between(ValueBag[] groups, double significance, double limit)
    {
        if (limit > 1)                                      // no share is larger, so that nothing need be ranked
            return null;
        int[] tested = [.. Enumerable.Range(0, groups.Length).Where(group => groups[group].Count >= LeastCount)];
        if (tested.Length < 2)
            return null;
        ValueBag[] bags = [.. tested.Select(group => groups[group])];
        int[] counts = [.. bags.Select(bag => checked((int)bag.Count))];
        var rankSums = new long[bags.Length];
        // Most groups don't differ, and that is seen without ranking their values.
        if (counts.Sum() >= CountToRankAtOnce && Differ(KruskalWallis.OfRankSums(rankSums, counts, CoarseRanks.Furthest(bags, rankSums))) is false)
            return null;
        KruskalWallisTest? test = KruskalWallis.OfRankSums(rankSums, counts, RankSums.Of(bags, rankSums));
        return Differ(test) is true ? new() { Group = tested[MostDifferent(rankSums, counts, test!.Value.Count)], Test = test.Value } : null;

        bool? Differ(KruskalWallisTest? test) => test is { } t ? t.PValue < significance && t.EtaSquared >= limit : null;
    }

    /// <summary>The caution that the groups differ.</summary>
    public Caution Caution(CautionCode code, string dimension, object? key, double limit) => new()
    {
        Code = code, Observed = Test.EtaSquared!.Value, Limit = limit, PValue = Test.PValue, Dimension = dimension, Group = key,
    };

    private static int MostDifferent(long[] twiceRankSums, int[] counts, int n)
    {
        double Excess(int group) => KruskalWallis.Between(twiceRankSums[group], counts[group], n);
        return Enumerable.Range(0, counts.Length).OrderByDescending(Excess)
            .ThenByDescending(group => (double)twiceRankSums[group] / counts[group]).First();
    }
}

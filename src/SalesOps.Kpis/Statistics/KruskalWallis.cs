namespace SalesOps.Kpis.Statistics;

/// <summary>The rank test for differences between several groups.</summary>
/// <remarks>
/// H = 12 / (n(n+1)) Σ nⱼ (r̄ⱼ - (n+1)/2)², over 1 - Σ(t³-t) / (n³-n) for ties of t values.
/// W. H. Kruskal and W. A. Wallis, Use of ranks in one-criterion variance analysis, JASA 47 (1952).
/// </remarks>
public static class KruskalWallis
{
    /// <summary>
    /// Tests values that each carry the number of their group; null when fewer than two groups have values, or all values are equal.
    /// </summary>
    /// <param name="values">The values of all groups, in any order.</param>
    /// <param name="groups">The group of each value, counted from 0.</param>
    /// <param name="groupCount">How many groups there are; those without values don't count.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or there aren't as many groups as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A group is negative or not below <paramref name="groupCount"/>.</exception>
    public static KruskalWallisTest? Test(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, int groupCount)
    {
        Require.Finite(values, nameof(values));
        Require.SameLength(groups.Length, values.Length, nameof(groups));
        Require.Groups(groups, groupCount);
        using var sorted = new Rented<double>(values.Length);
        using var sortedGroups = new Rented<int>(values.Length);
        values.CopyTo(sorted.Span);
        groups.CopyTo(sortedGroups.Span);
        return TestInPlace(sorted.Span, sortedGroups.Span, groupCount);
    }

    /// <summary>Tests groups of values; null when fewer than two groups have values, or all values are equal.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    /// <exception cref="ArgumentNullException">A group is null.</exception>
    public static KruskalWallisTest? Test(params ReadOnlySpan<double[]> groups)
    {
        int n = 0;
        foreach (double[] group in groups)
        {
            ArgumentNullException.ThrowIfNull(group, nameof(groups));
            n += group.Length;
        }

        using var values = new Rented<double>(n);
        using var numbers = new Rented<int>(n);
        int at = 0;
        for (int i = 0; i < groups.Length; i++)
        {
            Require.Finite(groups[i], nameof(groups));
            groups[i].CopyTo(values.Span[at..]);
            numbers.Span.Slice(at, groups[i].Length).Fill(i);
            at += groups[i].Length;
        }

        return TestInPlace(values.Span, numbers.Span, groups.Length);
    }

    private static KruskalWallisTest? TestInPlace(Span<double> values, Span<int> groups, int groupCount)
    {
        using var rankSums = new Rented<long>(groupCount);
        using var counts = new Rented<int>(groupCount);
        double ties = RankSums(values, groups, rankSums.Span, counts.Span);
        return OfRankSums(rankSums.Span, counts.Span, ties);
    }

    /// <summary>The test of groups of which twice the sums of the ranks are known, and Σ(t³-t).</summary>
    internal static KruskalWallisTest? OfRankSums(ReadOnlySpan<long> twiceRankSums, ReadOnlySpan<int> counts, double ties)
    {
        int total = 0, filled = 0;
        foreach (int count in counts)
        {
            total += count;
            filled += count == 0 ? 0 : 1;
        }

        double n = total, between = 0;
        if (filled < 2 || ties == n * n * n - n)            // all values are tied
            return null;
        for (int i = 0; i < counts.Length; i++)
            between += Between(twiceRankSums[i], counts[i], n);
        double h = 12 / (n * (n + 1)) * between / (1 - ties / (n * n * n - n));
        return new()
        {
            Count = total,
            Groups = filled,
            H = h,
            PValue = GammaDistribution.ChiSquaredUpperTail(h, filled - 1),
        };
    }

    /// <summary>What a group adds to the sum in H: nⱼ (r̄ⱼ - (n+1)/2)².</summary>
    internal static double Between(long twiceRankSum, int count, double n)
    {
        if (count == 0)
            return 0;
        double excess = twiceRankSum / 2.0 / count - (n + 1) / 2;
        return count * excess * excess;
    }

    /// <summary>Sums twice the ranks of each group, ties sharing their mean; returns Σ(t³-t).</summary>
    private static double RankSums(Span<double> values, Span<int> groups, Span<long> twiceRankSums, Span<int> counts)
    {
        values.Sort(groups);
        twiceRankSums.Clear();
        counts.Clear();
        double ties = 0;
        for (int start = 0, end; start < values.Length; start = end)
        {
            end = start + 1;
            while (end < values.Length && values[end] == values[start])
                end++;
            double tied = end - start;
            ties += tied * tied * tied - tied;
            foreach (int group in groups[start..end])
            {
                twiceRankSums[group] += (long)start + 1 + end;      // ranks start + 1 to end
                counts[group]++;
            }
        }

        return ties;
    }
}

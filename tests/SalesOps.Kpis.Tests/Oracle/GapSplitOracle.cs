namespace SalesOps.Kpis.Tests;

/// <summary>The split of a gap as its definition says: every order of the steps, one after the other, over lists of leads.</summary>
/// <remarks>For leads of a person each.</remarks>
internal sealed class GapSplitOracle(IReadOnlyList<Lead> reference, IReadOnlyList<Lead> leads, Func<Lead, bool> isConverted, params Func<Lead, object?>[] factors)
{
    public double[] Parts()
    {
        int count = factors.Length + 1;
        int[][] orders = [.. Orders([.. Enumerable.Range(0, count)])];
        var parts = new double[count];
        foreach (int[] order in orders)
        {
            var done = new HashSet<int>();
            foreach (int step in order)
            {
                double before = Rate(done);
                done.Add(step);
                parts[step] += (Rate(done) - before) / orders.Length;
            }
        }

        return parts;
    }

    /// <summary>The rate where the steps in the set are as in the leads looked at, the others as in the reference.</summary>
    public double Rate(IReadOnlySet<int> done)
    {
        double rate = 0;
        foreach (object?[] cell in reference.Concat(leads).Select(Levels).DistinctBy(levels => string.Join('|', levels.Select(level => level ?? "(none)"))))
        {
            double share = 1;
            for (int factor = 0; factor < factors.Length; factor++)
            {
                Lead[] above = Group(done.Contains(factor), cell, factor);
                share *= (double)above.Count(lead => Equals(factors[factor](lead), cell[factor])) / above.Length;
            }

            Lead[] like = Group(done.Contains(factors.Length), cell, factors.Length);
            rate += share * like.Count(isConverted) / like.Length;
        }

        return rate;
    }

    private object?[] Levels(Lead lead) => [.. factors.Select(factor => factor(lead))];

    // The leads that share the first levels of a cell; where there are none, those of the other group.
    private Lead[] Group(bool isDone, object?[] cell, int depth)
    {
        Lead[] Like(IReadOnlyList<Lead> all) => [.. all.Where(lead => Enumerable.Range(0, depth).All(factor => Equals(factors[factor](lead), cell[factor])))];
        Lead[] own = Like(isDone ? leads : reference);
        return own.Length > 0 ? own : Like(isDone ? reference : leads);
    }

    private static IEnumerable<int[]> Orders(int[] steps) => steps.Length == 1
        ? [steps]
        : steps.SelectMany(first => Orders([.. steps.Where(step => step != first)]).Select(rest => (int[])[first, .. rest]));
}

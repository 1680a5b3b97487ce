namespace SalesOps.Kpis.Statistics;

/// <summary>The test for differences between the survival of several groups.</summary>
/// <remarks>
/// (O - E)ᵀ V⁻¹ (O - E), with the hypergeometric variance at each time.
/// N. Mantel, Evaluation of survival data and two new rank order statistics, Cancer Chemotherapy Reports 50 (1966);
/// D. P. Harrington and T. R. Fleming, A class of rank test procedures for censored survival data, Biometrika 69 (1982).
/// </remarks>
public static class LogRank
{
    /// <summary>Tests durations that each carry the number of their group; null when there is nothing to compare.</summary>
    /// <remarks>
    /// There is nothing to compare when fewer than two groups have durations, when nothing happens, or when everything happens at once.
    /// The work grows with the number of event times times the square of the number of groups.
    /// </remarks>
    /// <param name="durations">How long each was observed, in any unit, 0 or more.</param>
    /// <param name="events">Whether each ended with the event; otherwise it was last seen without.</param>
    /// <param name="groups">The group of each, counted from 0.</param>
    /// <param name="groupCount">How many groups there are; those without durations don't count.</param>
    /// <param name="rho">
    /// Events weigh S(t)^rho, the survival of all groups together just before them: 0, the log-rank test, weighs all alike;
    /// 1, the test of R. Peto and J. Peto, weighs early ones more.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A duration is negative, NaN or infinite, or events or groups aren't as many as durations.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A group is negative or not below <paramref name="groupCount"/>, or rho isn't a number from 0.
    /// </exception>
    public static LogRankTest? Test(
        ReadOnlySpan<double> durations, ReadOnlySpan<bool> events, ReadOnlySpan<int> groups, int groupCount, double rho = 0)
    {
        KaplanMeier.RequireDurations(durations, nameof(durations));
        Require.SameLength(events.Length, durations.Length, nameof(events));
        Require.SameLength(groups.Length, durations.Length, nameof(groups));
        Require.Groups(groups, groupCount);
        if (rho is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(rho), rho, "A weight's power is a number from 0.");
        using var times = new Rented<double>(durations.Length);
        using var order = new Rented<int>(durations.Length);
        durations.CopyTo(times.Span);
        for (int i = 0; i < order.Span.Length; i++)
            order.Span[i] = i;
        times.Span.Sort(order.Span);
        return new Comparison(groups, groupCount).Run(times.Span, order.Span, events, groups, rho);
    }

    private sealed class Comparison
    {
        private readonly int[] _counts, _atRisk, _events;
        private readonly double[] _observed, _expected;
        private readonly double[,] _variance;

        public Comparison(ReadOnlySpan<int> groups, int groupCount)
        {
            _counts = new int[groupCount];
            foreach (int group in groups)
                _counts[group]++;
            _atRisk = [.. _counts];
            _events = new int[groupCount];
            (_observed, _expected) = (new double[groupCount], new double[groupCount]);
            _variance = new double[groupCount, groupCount];
        }

        public LogRankTest? Run(
            ReadOnlySpan<double> times, ReadOnlySpan<int> order, ReadOnlySpan<bool> events, ReadOnlySpan<int> groups, double rho)
        {
            var survival = new SurvivalProduct();
            int n = times.Length;
            for (int start = 0, end; start < n; start = end)
            {
                end = start + 1;
                while (end < n && times[end] == times[start])
                    end++;
                int happened = CountEvents(order[start..end], events, groups);
                if (happened > 0)
                    Compare(happened, n - start, Math.Pow(survival.Value, rho));
                survival.Add(happened, n - start);
                foreach (int row in order[start..end])
                    _atRisk[groups[row]]--;
            }

            return Result();
        }

        private int CountEvents(ReadOnlySpan<int> rows, ReadOnlySpan<bool> events, ReadOnlySpan<int> groups)
        {
            Array.Clear(_events);
            int happened = 0;
            foreach (int row in rows)
            {
                if (!events[row])
                    continue;
                _events[groups[row]]++;
                happened++;
            }

            return happened;
        }

        private void Compare(int happened, int atRisk, double weight)
        {
            double perRisk = weight * happened / atRisk;
            double spread = atRisk == 1 ? 0 : weight * perRisk * (atRisk - happened) / (atRisk - 1.0);
            for (int g = 0; g < _atRisk.Length; g++)
            {
                _observed[g] += weight * _events[g];
                _expected[g] += perRisk * _atRisk[g];
                double share = (double)_atRisk[g] / atRisk;
                for (int h = 0; h < g; h++)
                    _variance[g, h] -= spread * share * _atRisk[h];
                _variance[g, g] += spread * _atRisk[g] * (1 - share);
            }
        }

        private LogRankTest? Result()
        {
            int[] compared = [.. Enumerable.Range(0, _counts.Length).Where(g => _expected[g] > 0)];
            // The excesses of all groups sum to 0: the last one adds nothing.
            if (compared.Length < 2 || Quadratic(compared.AsSpan(..^1)) is not { } statistic)
                return null;
            var groups = new LogRankGroup[_counts.Length];
            for (int g = 0; g < groups.Length; g++)
                groups[g] = new() { Count = _counts[g], Observed = _observed[g], Expected = _expected[g] };
            return new() { ChiSquared = statistic, DegreesOfFreedom = compared.Length - 1, Groups = groups };
        }

        // |L⁻¹(O - E)|², with V = L Lᵀ by A.-L. Cholesky; null where V has no inverse.
        private double? Quadratic(ReadOnlySpan<int> compared)
        {
            int k = compared.Length;
            var l = new double[k, k + 1];           // the last column becomes L⁻¹(O - E)
            double statistic = 0;
            for (int i = 0; i < k; i++)
            {
                int g = compared[i];
                for (int j = 0; j < i; j++)
                    l[i, j] = (_variance[g, compared[j]] - Dot(l, i, j, j)) / l[j, j];
                double pivot = _variance[g, g] - Dot(l, i, i, i);
                if (pivot <= 1e-12 * _variance[g, g])
                    return null;
                l[i, i] = Math.Sqrt(pivot);
                double rest = _observed[g] - _expected[g];
                for (int j = 0; j < i; j++)
                    rest -= l[i, j] * l[j, k];
                l[i, k] = rest / l[i, i];
                statistic += l[i, k] * l[i, k];
            }

            return statistic;
        }

        private static double Dot(double[,] l, int row, int otherRow, int columns)
        {
            double sum = 0;
            for (int j = 0; j < columns; j++)
                sum += l[row, j] * l[otherRow, j];
            return sum;
        }
    }
}

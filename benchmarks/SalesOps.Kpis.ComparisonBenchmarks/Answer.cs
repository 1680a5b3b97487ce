namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The figures of an engine by key. Keys without any row are left out, so that engines need not agree on listing them.</summary>
internal sealed class Answer
{
    // Engines interpolate quantiles in different order, so that the last bits of a double may differ.
    private const double Tolerance = 1e-13;

    private readonly SortedDictionary<string, Figures> _rows = new(StringComparer.Ordinal);

    /// <summary>Adds the row of a key: integers, compared exactly, and quantiles, compared to within <see cref="Tolerance"/> relative.</summary>
    public void Add(string key, ReadOnlySpan<Int128> exact, params ReadOnlySpan<double> quantiles)
    {
        if (exact.ContainsAnyExcept((Int128)0))
            _rows.Add(key, new([.. exact], [.. quantiles]));
    }

    /// <summary>
    /// A sum of amount x probability, both in 1/10,000, as an amount in 1/10,000: the one division of an exact sum, rounded half
    /// to even as the library does.
    /// </summary>
    public static Int128 UnitsOfWeighted(Int128 sum)
    {
        (Int128 units, Int128 rest) = Int128.DivRem(sum, DealColumns.ProbabilityUnits);
        Int128 twice = 2 * rest - DealColumns.ProbabilityUnits;         // no amount is negative
        return twice > 0 || twice == 0 && Int128.IsOddInteger(units) ? units + 1 : units;
    }

    /// <summary>How many ticks there are, and their sum.</summary>
    public static Answer OfTicks(IEnumerable<long> ticks)
    {
        (Int128 count, Int128 sum) = (0, 0);
        foreach (long value in ticks)
            (count, sum) = (count + 1, sum + value);
        var answer = new Answer();
        answer.Add("all", [count, sum]);
        return answer;
    }

    /// <summary>Where the other answer differs first, or null where they are equal.</summary>
    public string? FirstDifference(Answer other)
    {
        if (_rows.Count == 0)
            return "there is no row";
        foreach (string key in _rows.Keys.Concat(other._rows.Keys))
        {
            if (!_rows.TryGetValue(key, out Figures? mine) || !other._rows.TryGetValue(key, out Figures? others) || !mine.Equal(others))
                return $"{key}: {Text(this, key)} against {Text(other, key)}";
        }

        return null;
    }

    private static string Text(Answer answer, string key) => answer._rows.TryGetValue(key, out Figures? figures) ? figures.ToString() : "no row";

    private sealed record Figures(Int128[] Exact, double[] Quantiles)
    {
        public bool Equal(Figures other) => Exact.AsSpan().SequenceEqual(other.Exact) && Quantiles.Length == other.Quantiles.Length
            && Quantiles.Zip(other.Quantiles).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1, Math.Abs(pair.First)));

        public override string ToString() => $"[{string.Join(", ", Exact)}; {string.Join(", ", Quantiles.Select(value => value.ToString("R")))}]";
    }
}

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Summaries of durations, from whole ticks.</summary>
internal static class DurationStatistics
{
    private const double TrimmedShare = 0.1, TwoToThe128 = 340282366920938463463374607431768211456.0;

    /// <summary>Summarises the ticks in a bag, in days of a length.</summary>
    public static DurationSummary Summarize(in ValueBag ticks, long ticksPerDay = NodaConstants.TicksPerDay)
    {
        using var copy = new Rented<long>(checked((int)ticks.Count));
        ticks.CopyTo(copy.Span);
        return Summarize(copy.Span, ticksPerDay);
    }

    /// <summary>Summarises ticks, in days of a length; reorders them.</summary>
    public static DurationSummary Summarize(Span<long> ticks, long ticksPerDay = NodaConstants.TicksPerDay)
    {
        if (ticks.IsEmpty)
            return default;
        int n = ticks.Length, trimmed = (int)(n * TrimmedShare);
        Int128 sum = SumAndRange(ticks, out long least, out long most);
        double? deviation = StandardDeviation(ticks, sum, ticksPerDay);
        var quantiles = new Ranks(n, 0.25, 0.5, 0.75, 0.9);
        Span<int> ranks = [trimmed, n - 1 - trimmed, .. quantiles.Wanted];
        Span<long> found = stackalloc long[ranks.Length];
        SelectUnordered(ticks, least, most, ranks, found);
        Int128 kept = trimmed == 0 ? sum : SumBetween(ticks, found[0], found[1], trimmed);
        ReadOnlySpan<long> at = found[2..];
        return new DurationSummary
        {
            Count = n,
            MeanDays = Days(sum, n, ticksPerDay),
            MinDays = Days(least, 1, ticksPerDay),
            MaxDays = Days(most, 1, ticksPerDay),
            P25Days = quantiles.Value(0, at) / ticksPerDay,
            MedianDays = quantiles.Value(1, at) / ticksPerDay,
            P75Days = quantiles.Value(2, at) / ticksPerDay,
            P90Days = quantiles.Value(3, at) / ticksPerDay,
            StandardDeviationDays = deviation,
            TrimmedMeanDays = Days(kept, n - 2 * trimmed, ticksPerDay),
        };
    }

    private static void SelectUnordered(Span<long> values, long least, long most, Span<int> ranks, Span<long> found)
    {
        Span<int> order = stackalloc int[ranks.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        ranks.Sort(order);
        Span<long> sorted = stackalloc long[ranks.Length];
        OrderStatistics.Select(values, least, most, ranks, sorted);
        for (int i = 0; i < order.Length; i++)
            found[order[i]] = sorted[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Int128 SumAndRange(ReadOnlySpan<long> values, out long least, out long most)
    {
        ExactSum sum = default;
        long low = values[0], high = low;
        foreach (long value in values)
        {
            sum.Add(value);
            if (value < low)                                // seldom, and ever more seldom
                low = value;
            if (value > high)
                high = value;
        }

        (least, most) = (low, high);
        return sum.Total;
    }

    // The sum without as many values at either end, of which first and last are the first and last to stay.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Int128 SumBetween(ReadOnlySpan<long> values, long first, long last, int trimmed)
    {
        if (first == last)
            return (Int128)first * (values.Length - 2 * trimmed);
        ExactSum between = default;
        long betweenCount = 0, upToFirst = 0;
        unchecked
        {
            ulong width = (ulong)(last - first - 1);
            foreach (long value in values)
            {
                long isBetween = (ulong)(value - first - 1) < width ? 1 : 0;
                between.Add(value & -isBetween);
                betweenCount += isBetween;
                upToFirst += value <= first ? 1 : 0;
            }
        }

        // Ties with the first and last that stay are split by count.
        long firsts = upToFirst - trimmed, lasts = values.Length - 2L * trimmed - betweenCount - firsts;
        return between.Total + (Int128)first * firsts + (Int128)last * lasts;
    }

    // Around the whole mean, so that the squares are small, and exact until the variance.
    private static double? StandardDeviation(ReadOnlySpan<long> ticks, Int128 sum, long ticksPerDay)
    {
        int n = ticks.Length;
        if (n < 2)
            return null;
        double squares = SumDeviations(ticks, (long)(sum / n), out long deviations);
        double variance = (squares - (double)deviations * deviations / n) / (n - 1);
        return Math.Sqrt(Math.Max(0, variance)) / ticksPerDay;
    }

    // The sum of squares, kept in three words until the end: at most 2^157 over 2^31 values; and the sum, less than one per value.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double SumDeviations(ReadOnlySpan<long> ticks, long mean, out long deviations)
    {
        ulong low = 0, middle = 0, high = 0;
        long sum = 0;
        unchecked
        {
            foreach (long value in ticks)
            {
                long deviation = value - mean;
                ulong size = (ulong)((deviation ^ deviation >> 63) - (deviation >> 63));
                ulong upper = Math.BigMul(size, size, out ulong lower);
                low += lower;
                upper += low < lower ? 1UL : 0;             // the carry
                middle += upper;
                high += middle < upper ? 1UL : 0;
                sum += deviation;                           // may wrap on the way
            }
        }

        deviations = sum;
        return high * TwoToThe128 + (double)new UInt128(middle, low);
    }

    /// <summary>The quotient in days, rounded once at the end.</summary>
    private static double Days(Int128 ticks, long count, long ticksPerDay)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(ticks, (Int128)ticksPerDay * count);
        return (double)whole + (double)rest / ((double)ticksPerDay * count);
    }

    /// <summary>The ranks that quantiles of type 7 lie between.</summary>
    private readonly ref struct Ranks
    {
        private readonly ReadOnlySpan<double> _shares;
        private readonly int _last;

        public Ranks(int count, params ReadOnlySpan<double> shares)
        {
            _shares = shares.ToArray();
            _last = count - 1;
            var wanted = new int[2 * shares.Length];
            for (int i = 0; i < shares.Length; i++)
            {
                wanted[2 * i] = (int)(shares[i] * _last);
                wanted[2 * i + 1] = Math.Min(_last, wanted[2 * i] + 1);
            }

            Wanted = wanted;
        }

        public ReadOnlySpan<int> Wanted { get; }

        public double Value(int quantile, ReadOnlySpan<long> found)
        {
            long low = found[2 * quantile], high = found[2 * quantile + 1];
            double at = _shares[quantile] * _last;
            return low + (at - (int)at) * (high - low);
        }
    }
}

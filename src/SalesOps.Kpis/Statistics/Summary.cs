using System.Buffers;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>Summaries of ticks.</summary>
internal static class Summary
{
    private const double TrimmedShare = 0.1;

    /// <summary>Summarises the ticks in a bag.</summary>
    public static DurationSummary OfDurations(in ValueBag ticks)
    {
        int count = checked((int)ticks.Count);
        long[] rented = ArrayPool<long>.Shared.Rent(count);
        try
        {
            ticks.CopyTo(rented);
            return OfDurations(rented.AsSpan(0, count));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    /// <summary>Summarises ticks; reorders them.</summary>
    public static DurationSummary OfDurations(Span<long> ticks)
    {
        if (ticks.IsEmpty)
            return default;
        int n = ticks.Length, trimmed = (int)(n * TrimmedShare);
        Int128 sum = Sum(ticks);
        double? deviation = StandardDeviation(ticks, sum);
        var quantiles = new Ranks(n, 0.25, 0.5, 0.75, 0.9);
        Span<int> ranks = [0, trimmed, n - 1 - trimmed, n - 1, .. quantiles.Wanted];
        Span<long> found = stackalloc long[ranks.Length];
        SelectUnordered(ticks, ranks, found);
        Int128 kept = sum - Tails(ticks, found[1], found[2], trimmed);
        ReadOnlySpan<long> at = found[4..];
        return new DurationSummary
        {
            Count = n,
            MeanDays = Days(sum, n),
            MinDays = Days(found[0], 1),
            MaxDays = Days(found[3], 1),
            P25Days = quantiles.Value(0, at) / NodaConstants.TicksPerDay,
            MedianDays = quantiles.Value(1, at) / NodaConstants.TicksPerDay,
            P75Days = quantiles.Value(2, at) / NodaConstants.TicksPerDay,
            P90Days = quantiles.Value(3, at) / NodaConstants.TicksPerDay,
            StandardDeviationDays = deviation,
            TrimmedMeanDays = Days(kept, n - 2 * trimmed),
        };
    }

    private static void SelectUnordered(Span<long> values, Span<int> ranks, Span<long> found)
    {
        Span<int> order = stackalloc int[ranks.Length];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        ranks.Sort(order);
        Span<long> sorted = stackalloc long[ranks.Length];
        OrderStatistics.Select(values, ranks, sorted);
        for (int i = 0; i < order.Length; i++)
            found[order[i]] = sorted[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Int128 Sum(ReadOnlySpan<long> values)
    {
        ExactSum sum = default;
        foreach (long value in values)
            sum.Add(value);
        return sum.Total;
    }

    /// <summary>The sum of the <paramref name="count"/> least and largest values, given the first and last that are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Int128 Tails(ReadOnlySpan<long> values, long first, long last, int count)
    {
        if (count == 0)
            return 0;
        ExactSum low = default, high = default;
        long below = 0, above = 0;
        unchecked
        {
            foreach (long value in values)
            {
                long isLow = value - first >> 63, isHigh = last - value >> 63;      // all ones where so
                low.Add(value & isLow);
                high.Add(value & isHigh);
                below -= isLow;
                above -= isHigh;
            }
        }

        // Ties with the first and last that are kept are split by count.
        return low.Total + (Int128)first * (count - below) + high.Total + (Int128)last * (count - above);
    }

    // In whole milliseconds around the whole mean, so that the squares stay exact: at most 2^97 over 2^31 values.
    private static double? StandardDeviation(ReadOnlySpan<long> ticks, Int128 sum)
    {
        int n = ticks.Length;
        if (n < 2)
            return null;
        long mean = (long)(sum / n) / NodaConstants.TicksPerMillisecond;
        SumDeviations(ticks, mean, out UInt128 squares, out long deviations);
        double variance = ((double)squares - (double)deviations * deviations / n) / (n - 1);
        return Math.Sqrt(Math.Max(0, variance)) / NodaConstants.MillisecondsPerDay;
    }

    /// <summary>The quotient in days, rounded once at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumDeviations(ReadOnlySpan<long> ticks, long mean, out UInt128 squares, out long deviations)
    {
        ulong low = 0, high = 0;
        long sum = 0;
        unchecked
        {
            foreach (long value in ticks)
            {
                long deviation = value / NodaConstants.TicksPerMillisecond - mean;
                ulong upper = (ulong)Math.BigMul(deviation, deviation, out long lower);
                low += (ulong)lower;
                high += upper + (low < (ulong)lower ? 1UL : 0);     // the carry
                sum += deviation;                   // may wrap on the way; the total is at most one per value
            }
        }

        (squares, deviations) = (new UInt128(high, low), sum);
    }

    private static double Days(Int128 ticks, long count)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(ticks, (Int128)NodaConstants.TicksPerDay * count);
        return (double)whole + (double)rest / ((double)NodaConstants.TicksPerDay * count);
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

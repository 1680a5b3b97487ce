namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>Random times in whole microseconds, which all engines can hold.</summary>
internal static class Draw
{
    /// <summary>A time from 0 up to so many ticks.</summary>
    public static long Within(Random random, long ticks) => random.NextInt64(ticks / TimeSpan.TicksPerMicrosecond) * TimeSpan.TicksPerMicrosecond;

    /// <summary>A time between two, even on the logarithmic scale: many short ones and few long ones.</summary>
    public static long Between(Random random, long least, long most)
    {
        long ticks = (long)(least * Math.Pow((double)most / least, random.NextDouble()));
        return ticks - ticks % TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>The same time, or seldom the start of the next month: there the engines must agree on which side it belongs to.</summary>
    public static long OnBoundary(long ticks, Random random)
    {
        if (random.Next(2_000) != 0)
            return ticks;
        int next = Array.BinarySearch(Months.Boundaries, ticks) is var found && found < 0 ? ~found : found;
        return next < Months.Boundaries.Length ? Months.Boundaries[next] : ticks;
    }
}

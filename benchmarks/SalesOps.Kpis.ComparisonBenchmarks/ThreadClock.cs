using System.Runtime.InteropServices;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The processor time of the calling thread, as Linux counts it.</summary>
internal static partial class ThreadClock
{
    private const int OfThread = 3;

    public static long Nanoseconds()
    {
        if (GetTime(OfThread, out Time time) != 0)
            throw new PlatformNotSupportedException("There is no clock of the thread.");
        return time.Seconds * 1_000_000_000 + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    private readonly record struct Time(long Seconds, long Nanoseconds);
}

using System.Diagnostics;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>What one engine took for one question.</summary>
internal readonly record struct Timing
{
    private const int WarmUps = 2, Runs = 7;

    public double BestNanoseconds { get; private init; }

    public double MedianNanoseconds { get; private init; }

    /// <summary>What a run allocates on the managed heap, all threads together.</summary>
    public long Bytes { get; private init; }

    /// <param name="ask">What is timed.</param>
    /// <param name="processorTime">Whether the calling thread's own time counts, in place of what passes.</param>
    public static Timing Of(Func<object?> ask, bool processorTime)
    {
        for (int i = 0; i < WarmUps; i++)
            ask();
        var nanoseconds = new double[Runs];
        long bytes = 0;
        for (int i = 0; i < Runs; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true), start = Now();
            object? answer = ask();
            nanoseconds[i] = Now() - start;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            GC.KeepAlive(answer);
        }

        Array.Sort(nanoseconds);
        return new Timing { BestNanoseconds = nanoseconds[0], MedianNanoseconds = nanoseconds[Runs / 2], Bytes = bytes };

        long Now() => processorTime ? ThreadClock.Nanoseconds() : (long)Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }
}

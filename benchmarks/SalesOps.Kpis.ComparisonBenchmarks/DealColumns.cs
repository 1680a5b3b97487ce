namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The data of all engines as plain columns, made from one seed.</summary>
internal sealed class DealColumns
{
    /// <summary>The marks of absence. A deal of unknown creation has always existed, one without a close never ends.</summary>
    public const long Missing = long.MinValue, Always = 0;

    public static readonly long Never = DateTime.MaxValue.Ticks;

    public const int OwnerCount = 200;

    /// <summary>The largest amount, in 1/10,000; engines that sum in blocks rely on it.</summary>
    public const long LargestAmount = 2_000_000_000;

    public const int ProbabilityUnits = 10_000;

    private DealColumns(int rows)
    {
        (Owner, Outcome, Kind, Amount) = (new int[rows], new byte[rows], new byte[rows], new long[rows]);
        (Probability, Created, FirstContact, Closed) = (new short[rows], new long[rows], new long[rows], new long[rows]);
    }

    public int Rows => Owner.Length;

    public string[] Owners { get; } = [.. Enumerable.Range(0, OwnerCount).Select(i => $"rep-{i:000}")];

    /// <summary>The index in <see cref="Owners"/>.</summary>
    public int[] Owner { get; }

    /// <summary>As <see cref="DealOutcome"/>.</summary>
    public byte[] Outcome { get; }

    /// <summary>As <see cref="DealKind"/>.</summary>
    public byte[] Kind { get; }

    /// <summary>In 1/10,000 of the currency unit.</summary>
    public long[] Amount { get; }

    /// <summary>In 1/10,000.</summary>
    public short[] Probability { get; }

    /// <summary>In ticks (UTC), whole microseconds, like the other dates.</summary>
    public long[] Created { get; }

    public long[] FirstContact { get; }

    public long[] Closed { get; }

    public static DealColumns Generate(int rows, int seed = 1)
    {
        var columns = new DealColumns(rows);
        var random = new Random(seed);
        for (int row = 0; row < rows; row++)
            columns.Fill(row, random);
        return columns;
    }

    private void Fill(int row, Random random)
    {
        const long days = TimeSpan.TicksPerDay;
        DealOutcome outcome = random.Next(100) switch
        {
            < 30 => DealOutcome.Won,
            < 70 => DealOutcome.Lost,
            < 80 => DealOutcome.Disqualified,
            _ => DealOutcome.Open,
        };
        long created = Draw.OnBoundary(Months.Boundaries[0] + Draw.Within(random, 3 * 365 * days), random);
        long closed = Draw.OnBoundary(created + Draw.Within(random, 120 * days), random);
        if (random.Next(1_000) == 0)
            closed = created - Draw.Within(random, 60 * days);         // closed before it began: a slip of the pen

        Owner[row] = random.Next(OwnerCount);
        Outcome[row] = (byte)outcome;
        Kind[row] = (byte)(random.Next(100) switch
        {
            < 8 => DealKind.Renewal,
            < 28 => DealKind.Expansion,
            < 40 => DealKind.Unspecified,
            _ => DealKind.NewBusiness,
        });
        Amount[row] = random.Next(20) == 0 ? Missing : AmountOf(random);
        Probability[row] = (short)random.Next(ProbabilityUnits + 1);
        FirstContact[row] = random.Next(10) == 0 ? Always : created - Draw.Within(random, 20 * days);
        Created[row] = random.Next(100) == 0 ? Always : created;
        Closed[row] = outcome == DealOutcome.Open ? Never : closed;
    }

    // Many small deals and few large ones: from 10.00 to 200,000.00, even on the logarithmic scale.
    private static long AmountOf(Random random)
    {
        long cents = (long)(1_000 * Math.Pow(20_000, random.NextDouble()));
        return Math.Min(cents * 100, LargestAmount);
    }
}

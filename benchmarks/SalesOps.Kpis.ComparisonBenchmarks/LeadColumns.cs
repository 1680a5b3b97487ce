namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The leads of all engines as plain columns, made from one seed.</summary>
internal sealed class LeadColumns
{
    /// <summary>The mark of an absent date.</summary>
    public const long Missing = 0;

    /// <summary>The mark of a lead without a deal.</summary>
    public const byte NoDeal = byte.MaxValue;

    public const int OwnerCount = 200, SourceCount = 12;

    /// <summary>What happened later has not happened yet.</summary>
    public static readonly long AsOf = Months.Boundaries[^1];

    public static readonly TimeSpan Sla = TimeSpan.FromMinutes(5), Window = TimeSpan.FromDays(90);

    private LeadColumns(int rows)
    {
        (Owner, Source, Status, DealOutcome) = (new int[rows], new int[rows], new byte[rows], new byte[rows]);
        (Received, FirstResponded, Contacted, Qualified) = (new long[rows], new long[rows], new long[rows], new long[rows]);
        (Disqualified, DealCreated, Won) = (new long[rows], new long[rows], new long[rows]);
    }

    public int Rows => Owner.Length;

    public string[] Owners { get; } = [.. Enumerable.Range(0, OwnerCount).Select(i => $"rep-{i:000}")];

    public string[] Sources { get; } = [.. Enumerable.Range(0, SourceCount).Select(i => $"source-{i:00}")];

    /// <summary>The index in <see cref="Owners"/>.</summary>
    public int[] Owner { get; }

    /// <summary>The index in <see cref="Sources"/>.</summary>
    public int[] Source { get; }

    /// <summary>As <see cref="LeadStatus"/>.</summary>
    public byte[] Status { get; }

    /// <summary>As <see cref="Kpis.DealOutcome"/>, or <see cref="NoDeal"/>.</summary>
    public byte[] DealOutcome { get; }

    /// <summary>In ticks (UTC), whole microseconds, like the other dates.</summary>
    public long[] Received { get; }

    public long[] FirstResponded { get; }

    public long[] Contacted { get; }

    public long[] Qualified { get; }

    public long[] Disqualified { get; }

    public long[] DealCreated { get; }

    public long[] Won { get; }

    public static LeadColumns Generate(int rows, int seed = 1)
    {
        var columns = new LeadColumns(rows);
        var random = new Random(seed);
        for (int row = 0; row < rows; row++)
            columns.Fill(row, random);
        return columns;
    }

    // A lead comes as far as chance takes it. Now and then a date was not written down, and only the status tells.
    private void Fill(int row, Random random)
    {
        const long days = TimeSpan.TicksPerDay;
        long received = Draw.OnBoundary(Months.Boundaries[0] + Draw.Within(random, 1_100 * days), random);
        long responded = received + (random.Next(2_000) == 0 ? Sla.Ticks : Draw.Between(random, 10 * TimeSpan.TicksPerSecond, 10 * days));
        if (random.Next(200) == 0)
            responded = received - Draw.Within(random, 2 * days);           // answered before it came: a slip of the pen
        bool isAnswered = Chance(88), isContacted = Chance(isAnswered ? 60 : 3), isQualified = isContacted && Chance(50);
        bool hasDeal = isQualified && Chance(60), isWon = hasDeal && Chance(30), isRejected = !isQualified && Chance(25);
        long contacted = responded + Draw.Within(random, 3 * days), qualified = contacted + Draw.Within(random, 20 * days);
        long created = Draw.OnBoundary(qualified + Draw.Within(random, 100 * days), random), won = created + Draw.Within(random, 90 * days);
        long rejected = Math.Max(received, responded) + Draw.Within(random, 5 * days);

        (Owner[row], Source[row]) = (random.Next(OwnerCount), random.Next(SourceCount));
        Status[row] = (byte)(hasDeal || Chance(1) ? LeadStatus.Converted : isRejected ? LeadStatus.Disqualified
            : isQualified ? LeadStatus.Qualified : isContacted ? LeadStatus.Contacted : LeadStatus.Open);
        DealOutcome[row] = !hasDeal ? NoDeal : (byte)(isWon ? Kpis.DealOutcome.Won : Chance(50) ? Kpis.DealOutcome.Lost : Kpis.DealOutcome.Open);
        Received[row] = random.Next(500) == 0 ? Missing : received;
        FirstResponded[row] = isAnswered ? responded : Missing;
        Contacted[row] = Dated(isContacted, contacted);
        Qualified[row] = Dated(isQualified, qualified);
        Disqualified[row] = Dated(isRejected, rejected);
        DealCreated[row] = Dated(hasDeal, created);
        Won[row] = Dated(isWon, won);

        bool Chance(int percent) => random.Next(100) < percent;
        long Dated(bool happened, long at) => happened && random.Next(50) != 0 ? at : Missing;
    }
}

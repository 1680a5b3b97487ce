namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The leads of a source that came in one month, counted by what became of them and by how far they came.</summary>
internal sealed class Cohort
{
    /// <summary>What became of leads, and how many steps there are after the receipt, none among them.</summary>
    public const int Converted = 0, Late = 1, Disqualified = 2, Pending = 3, Expired = 4, Outcomes = 5, Rungs = 5;

    /// <summary>One count for each outcome, whether the window has ended, and each rung.</summary>
    public const int Cells = Outcomes * 2 * Rungs;

    public int[] Counts { get; init; } = new int[Cells];

    public long Timed { get; set; }

    public double MedianTicks { get; set; }

    public static int CellOf(int outcome, int hasEnded, int rung) => (outcome * 2 + hasEnded) * Rungs + rung;

    public void AddTo(Answer answer, string key)
    {
        answer.Add(key,
            [
                All, Of(Converted, 1), All - Of(Converted, 0) - Of(Disqualified, 0) - Of(Pending), Of(Converted), Of(Disqualified), Of(Pending), Of(Late),
                Reached(1), Reached(2), Reached(3), Reached(4), Timed,
            ],
            MedianTicks / TimeSpan.TicksPerDay);
    }

    private long All => Counts.Sum();

    private long Of(int outcome) => Of(outcome, 0) + Of(outcome, 1);

    private long Of(int outcome, int hasEnded) => Counts.AsSpan(CellOf(outcome, hasEnded, 0), Rungs).ToArray().Sum();

    private long Reached(int rung) => Counts.Where((_, cell) => cell % Rungs >= rung).Sum();
}

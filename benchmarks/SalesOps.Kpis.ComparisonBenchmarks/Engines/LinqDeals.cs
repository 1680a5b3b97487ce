namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>LINQ over objects, as one writes it who wants it to be read.</summary>
internal sealed class LinqDeals(DealColumns columns) : IEngine
{
    private readonly LinqDeal[] _deals = [.. Enumerable.Range(0, columns.Rows).Select(row => LinqDeal.Of(columns, row))];

    public string Name => "linq";

    public string Keys => "objects";

    public int Threads => 1;

    public Func<Answer> Ask(Question question) => question switch
    {
        Question.WinRateByOwner => WinRateByOwner(),
        Question.WinRateByOwnerMonth => WinRateByOwnerMonth(),
        Question.CycleByOwner => CycleByOwner(),
        Question.PipelineSnapshots => PipelineSnapshots(),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
    };

    public void Dispose()
    {
    }

    private IEnumerable<LinqDeal> WinRateDeals => _deals.Where(d => d.MergedIntoId is null && d.Kind != DealKind.Renewal);

    private Func<Answer> WinRateByOwner()
    {
        var groups = WinRateDeals.GroupBy(d => d.Owner).Select(WinRateOf).ToList();
        return () => AnswerOf(groups, owner => owner);
    }

    private Func<Answer> WinRateByOwnerMonth()
    {
        var groups = WinRateDeals.GroupBy(d => (d.Owner, Month: MonthOf(d.ClosedAt))).Select(WinRateOf).ToList();
        return () => AnswerOf(groups, key => $"{key.Owner} {MonthName(key.Month)}");
    }

    internal static DateOnly? MonthOf(DateTimeOffset? at) => at is { } time && TimeZoneInfo.ConvertTime(time, Months.Zone) is var local
        ? new DateOnly(local.Year, local.Month, 1)
        : null;

    internal static string MonthName(DateOnly? month) => month switch
    {
        null => "undated",
        { Year: < Months.FirstYear } => "before",
        { Year: >= Months.FirstYear + 3 } => "after",
        { } one => one.ToString("yyyy-MM"),
    };

    private static WinRateGroup<TKey> WinRateOf<TKey>(IGrouping<TKey, LinqDeal> group) => new()
    {
        Key = group.Key,
        Won = group.Count(d => d.Outcome == DealOutcome.Won),
        Lost = group.Count(d => d.Outcome == DealOutcome.Lost),
        Open = group.Count(d => d.Outcome == DealOutcome.Open),
        Disqualified = group.Count(d => d.Outcome == DealOutcome.Disqualified),
        WonAmount = group.Where(d => d.Outcome == DealOutcome.Won).Sum(d => d.Amount ?? 0),
        LostAmount = group.Where(d => d.Outcome == DealOutcome.Lost).Sum(d => d.Amount ?? 0),
        WithoutAmount = group.Count(d => d.Outcome is DealOutcome.Won or DealOutcome.Lost && d.Amount is null),
    };

    private static Answer AnswerOf<TKey>(List<WinRateGroup<TKey>> groups, Func<TKey, string> name)
    {
        var answer = new Answer();
        foreach (IGrouping<string, WinRateGroup<TKey>> g in groups.GroupBy(g => name(g.Key)))      // all months before or after are one
        {
            answer.Add(g.Key, [g.Sum(x => x.Won), g.Sum(x => x.Lost), g.Sum(x => x.Open), g.Sum(x => x.Disqualified),
                Units(g.Sum(x => x.WonAmount)), Units(g.Sum(x => x.LostAmount)), g.Sum(x => x.WithoutAmount)]);
        }

        return answer;
    }

    private Func<Answer> CycleByOwner()
    {
        var groups = _deals.Where(d => d.Outcome == DealOutcome.Won).GroupBy(d => d.Owner).Select(group =>
        {
            List<long?> all = [.. group.Select(d => (d.ClosedAt - (d.FirstContactAt ?? d.CreatedAt))?.Ticks)];
            List<long> ticks = [.. all.Where(t => t >= 0).Select(t => t!.Value).Order()];
            return (group.Key, Cycle: new CycleOfOwner
            {
                Count = ticks.Count, Negative = all.Count(t => t < 0), WithoutStart = all.Count(t => t is null),
                MedianTicks = Quantile(ticks, 0.5), P90Ticks = Quantile(ticks, 0.9),
            });
        }).ToList();
        return () =>
        {
            var answer = new Answer();
            foreach ((string owner, CycleOfOwner cycle) in groups)
            {
                answer.Add(owner, [cycle.Count, cycle.Negative, cycle.WithoutStart],
                    cycle.MedianTicks / TimeSpan.TicksPerDay, cycle.P90Ticks / TimeSpan.TicksPerDay);
            }

            return answer;
        };
    }

    internal static double Quantile(List<long> sorted, double p)
    {
        if (sorted.Count == 0)
            return 0;
        double at = (sorted.Count - 1) * p;
        long low = sorted[(int)at], high = sorted[Math.Min((int)at + 1, sorted.Count - 1)];
        return low + (at - (int)at) * (high - low);
    }

    private Func<Answer> PipelineSnapshots()
    {
        var stocks = Months.Snapshots.Select(ticks =>
        {
            var at = new DateTimeOffset(ticks, TimeSpan.Zero);
            List<LinqDeal> open = [.. _deals.Where(d => (d.CreatedAt is null || d.CreatedAt <= at) && !(d.ClosedAt <= at))];
            return (At: ticks, Rows: open.Count, Amount: open.Sum(d => d.Amount ?? 0), WithoutAmount: open.Count(d => d.Amount is null),
                Weighted: open.Sum(d => (d.Amount ?? 0) * d.Probability));
        }).ToList();
        return () =>
        {
            var answer = new Answer();
            foreach (var stock in stocks)
            {
                answer.Add(Months.SnapshotName(stock.At), [stock.Rows, Units(stock.Amount), stock.WithoutAmount,
                    Units(decimal.Round(stock.Weighted, 4, MidpointRounding.ToEven))]);
            }

            return answer;
        };
    }

    private static Int128 Units(decimal amount) => (Int128)(amount * 10_000);

    private sealed class WinRateGroup<TKey>
    {
        public required TKey Key { get; init; }
        public int Won { get; init; }
        public int Lost { get; init; }
        public int Open { get; init; }
        public int Disqualified { get; init; }
        public decimal WonAmount { get; init; }
        public decimal LostAmount { get; init; }
        public int WithoutAmount { get; init; }
    }
}

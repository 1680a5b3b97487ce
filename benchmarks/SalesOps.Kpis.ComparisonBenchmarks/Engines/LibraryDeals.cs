using NodaTime;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.ComparisonBenchmarks;

/// <summary>The library through its public API. Groups are worked out anew with every question.</summary>
internal sealed class LibraryDeals(Deals deals, string keys, int threads, bool untested) : IEngine
{
    private readonly Deals _deals = threads == 1 ? deals : deals.InParallel(threads);

    private readonly SalesCycleCalculator _cycle = untested ? Kpi.SalesCycle with { DifferenceLimit = 2 } : Kpi.SalesCycle;

    private readonly PeriodGrid _months = new ReportingCalendar(DateTimeZoneProviders.Tzdb[Months.Zone.Id])
        .Months(new LocalDate(Months.FirstYear, 1, 1), new LocalDate(Months.FirstYear + Months.Count / 12, 1, 1));

    private readonly Instant[] _snapshots = [.. Months.Snapshots.Select(ticks => NodaConstants.BclEpoch.PlusTicks(ticks))];

    public string Name => "library";

    public string Keys => keys;

    public int Threads => threads;

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

    public static Deal[] RecordsOf(DealColumns columns)
    {
        var deals = new Deal[columns.Rows];
        for (int row = 0; row < deals.Length; row++)
        {
            deals[row] = new Deal
            {
                Id = $"D{row}",
                Outcome = (DealOutcome)columns.Outcome[row],
                Kind = (DealKind)columns.Kind[row] is var kind and not DealKind.Unspecified ? kind : null,
                OwnerId = columns.Owners[columns.Owner[row]],
                Amount = AmountOf(columns.Amount[row]),
                Probability = columns.Probability[row] / (double)DealColumns.ProbabilityUnits,
                CreatedAt = InstantOf(columns.Created[row]),
                FirstContactAt = InstantOf(columns.FirstContact[row]),
                ClosedAt = InstantOf(columns.Closed[row]),
            };
        }

        return deals;
    }

    public static DealTable TableOf(DealColumns columns) => DealTable.Of(new Tables.DealColumns
    {
        Id = [.. Enumerable.Range(0, columns.Rows).Select(row => $"D{row}")],
        Outcome = [.. columns.Outcome.Select(outcome => (DealOutcome)outcome)],
        Kind = [.. columns.Kind.Select(kind => (DealKind)kind)],
        OwnerId = TextColumn.Of(columns.Owner, columns.Owners),
        Amount = [.. columns.Amount.Select(amount => (Amount)AmountOf(amount))],
        Probability = [.. columns.Probability.Select(units => (Probability)(units / (double)DealColumns.ProbabilityUnits))],
        CreatedAt = [.. columns.Created.Select(ticks => (Moment)InstantOf(ticks))],
        FirstContactAt = [.. columns.FirstContact.Select(ticks => (Moment)InstantOf(ticks))],
        ClosedAt = [.. columns.Closed.Select(ticks => (Moment)InstantOf(ticks))],
    });

    private static Money? AmountOf(long units) => units == DealColumns.Missing ? null : new Money(units / 10_000m, Currency.Usd);

    private static Instant? InstantOf(long ticks) =>
        ticks == DealColumns.Always || ticks == DealColumns.Never ? null : NodaConstants.BclEpoch.PlusTicks(ticks);

    private Func<Answer> WinRateByOwner()
    {
        KpiTable<string?, WinRate> rates = Kpi.WinRate.Calculate(_deals.By(DealDimension.Owner));
        return () =>
        {
            var answer = new Answer();
            foreach (var (owner, rate) in rates)
                AddTo(answer, owner!, rate);
            return answer;
        };
    }

    private Func<Answer> WinRateByOwnerMonth()
    {
        KpiGrid<string?, WinRate> rates = Kpi.WinRate.Calculate(_deals.By(DealDimension.Owner).Per(_months, DealDate.Closed));
        return () =>
        {
            var answer = new Answer();
            foreach (var (owner, series) in rates)
            {
                AddTo(answer, $"{owner} {Months.Name(Months.Before)}", series.Before);
                AddTo(answer, $"{owner} {Months.Name(Months.After)}", series.After);
                AddTo(answer, $"{owner} {Months.Name(Months.Undated)}", series.Undated);
                foreach (var (month, rate) in series)
                    AddTo(answer, $"{owner} {month.Name}", rate);
            }

            return answer;
        };
    }

    private static void AddTo(Answer answer, string key, WinRate rate)
    {
        Int128 won = UnitsOf(rate.WonAmount), decided = UnitsOf(rate.ByAmount.Denominator);
        answer.Add(key, [rate.ByCount.Numerator, rate.Lost, rate.Open, rate.Disqualified,
            won, decided - won, RowsOf(rate.AmountLedger, LedgerReason.AmountMissing)]);
    }

    private Func<Answer> CycleByOwner()
    {
        KpiTable<string?, SalesCycle> cycles = _cycle.Calculate(_deals.By(DealDimension.Owner));
        return () =>
        {
            var answer = new Answer();
            foreach (var (owner, cycle) in cycles)
            {
                answer.Add(owner!,
                    [cycle.Duration.Count, RowsOf(cycle.Ledger, LedgerReason.NegativeDuration), RowsOf(cycle.Ledger, LedgerReason.StartMissing)],
                    cycle.Duration.MedianDays ?? 0, cycle.Duration.P90Days ?? 0);
            }

            return answer;
        };
    }

    private Func<Answer> PipelineSnapshots()
    {
        IReadOnlyList<Pipeline> stocks = Kpi.Pipeline.AtEach(_snapshots, _deals);
        return () =>
        {
            var answer = new Answer();
            foreach (Pipeline stock in stocks)
            {
                answer.Add(Months.SnapshotName((stock.At - NodaConstants.BclEpoch).BclCompatibleTicks),
                    [stock.OpenCount, UnitsOf(stock.Amount), stock.WithoutAmount, UnitsOf(stock.WeightedAmount)]);
            }

            return answer;
        };
    }

    private static Int128 UnitsOf(Money? money) => (Int128)((money?.Amount ?? 0) * 10_000);

    private static long RowsOf(Ledger ledger, LedgerReason reason) => ledger.Excluded[reason];
}

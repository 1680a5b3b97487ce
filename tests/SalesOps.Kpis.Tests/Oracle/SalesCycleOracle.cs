using System.Numerics;

namespace SalesOps.Kpis.Tests;

/// <summary>The sales cycle as its definition says: sorted lists, whole numbers without a limit of size, NodaTime's own conversions.</summary>
internal static class SalesCycleOracle
{
    public static SalesCycle Of(SalesCycleCalculator options, IReadOnlyList<Deal> deals)
    {
        LedgerReason? Reason(Deal deal) => ReasonOf(options, deal);
        Deal[] measured = [.. deals.Where(deal => Reason(deal) is null)];
        return new SalesCycle
        {
            Duration = Summary([.. measured.Select(deal => Ticks(options, deal)!.Value)], TicksPerDay(options)),
            Undefined = measured.Length > 0 ? UndefinedReason.None
                : options.Until == CycleEnd.Won ? UndefinedReason.NoWonDeals : UndefinedReason.NoClosedDeals,
            Ledger = Ledgers.Of(deals, Reason, deal => Notes(options, deal)),
            Cautions = [.. Cautions(options, deals, measured)],
            Definition = options,
        };
    }

    public static DurationSummary Summary(long[] ticks, long ticksPerDay = NodaConstants.TicksPerDay)
    {
        if (ticks.Length == 0)
            return default;
        long[] sorted = [.. ticks.Order()];
        int n = sorted.Length, trimmed = n / 10;
        return new DurationSummary
        {
            Count = n,
            MeanDays = Mean(sorted, ticksPerDay),
            MinDays = Days(sorted[0], ticksPerDay),
            MaxDays = Days(sorted[^1], ticksPerDay),
            P25Days = Quantile(sorted, 0.25, ticksPerDay),
            MedianDays = Quantile(sorted, 0.5, ticksPerDay),
            P75Days = Quantile(sorted, 0.75, ticksPerDay),
            P90Days = Quantile(sorted, 0.9, ticksPerDay),
            StandardDeviationDays = n == 1 ? null : Deviation(sorted, ticksPerDay),
            TrimmedMeanDays = Mean(sorted[trimmed..^trimmed], ticksPerDay),
        };
    }

    private static LedgerReason? ReasonOf(SalesCycleCalculator options, Deal deal)
    {
        if (deal.MergedIntoId is not null)
            return LedgerReason.Merged;
        if (deal.CreatedAt > options.AsOf)
            return LedgerReason.CreatedAfterAsOf;
        if (deal.Outcome == DealOutcome.Open)
            return LedgerReason.StillOpen;
        if (deal.ClosedAt > options.AsOf)
            return LedgerReason.ClosedAfterAsOf;
        if (!(deal.Outcome == DealOutcome.Won || deal.Outcome == DealOutcome.Lost && options.Until == CycleEnd.Closed))
            return LedgerReason.NotWon;
        if (deal.ClosedAt is null)
            return LedgerReason.CloseDateMissing;
        return Ticks(options, deal) switch { null => LedgerReason.StartMissing, < 0 => LedgerReason.NegativeDuration, _ => null };
    }

    private static Instant? StartOf(SalesCycleCalculator options, Deal deal) => options.From switch
    {
        CycleStart.FirstContact => deal.FirstContactAt ?? deal.LeadReceivedAt ?? deal.CreatedAt,
        CycleStart.LeadReceived => deal.LeadReceivedAt,
        _ => deal.CreatedAt,
    };

    private static long? Ticks(SalesCycleCalculator options, Deal deal)
    {
        if (StartOf(options, deal) is not { } start || deal.ClosedAt is not { } close)
            return null;
        if (options.DayCount == DayCount.Elapsed)
            return close.ToUnixTimeTicks() - start.ToUnixTimeTicks();
        if (options.DayCount == DayCount.Working)       // working hours have an oracle of their own: the wall clock of every minute
            return (close < start ? close - start : options.Hours!.Elapsed(start, close)).BclCompatibleTicks;
        int days = Period.DaysBetween(start.InZone(options.Zone).Date, close.InZone(options.Zone).Date);
        return days * NodaConstants.TicksPerDay;
    }

    private static long TicksPerDay(SalesCycleCalculator options) =>
        options.DayCount == DayCount.Working ? options.Hours!.StandardDay.BclCompatibleTicks : NodaConstants.TicksPerDay;

    private static IEnumerable<LedgerReason> Notes(SalesCycleCalculator options, Deal deal)
    {
        if (options.From == CycleStart.FirstContact && deal.FirstContactAt is null)
            yield return deal.LeadReceivedAt is null ? LedgerReason.StartedAtCreation : LedgerReason.StartedAtLeadReceipt;
    }

    private static IEnumerable<Caution> Cautions(SalesCycleCalculator options, IReadOnlyList<Deal> deals, Deal[] measured)
    {
        if (measured.Length > 0 && measured.Length < options.SmallSampleLimit)
            yield return new Caution { Code = CautionCode.SmallSample, Observed = measured.Length, Limit = options.SmallSampleLimit };
        LedgerReason?[] reasons = [.. deals.Select(deal => ReasonOf(options, deal))];
        int started = reasons.Count(reason => reason is not (LedgerReason.Merged or LedgerReason.CreatedAfterAsOf));
        int unresolved = reasons.Count(reason => reason is LedgerReason.StillOpen or LedgerReason.ClosedAfterAsOf);
        if (unresolved > options.RightCensoredLimit * started)
            yield return new Caution { Code = CautionCode.RightCensored, Observed = (double)unresolved / started, Limit = options.RightCensoredLimit };
        int fellBack = measured.Count(deal => Notes(options, deal).Any());
        if (fellBack > options.MixedStartsLimit * measured.Length)
            yield return new Caution { Code = CautionCode.MixedStarts, Observed = (double)fellBack / measured.Length, Limit = options.MixedStartsLimit };
    }

    private static double Days(double ticks, long ticksPerDay) => ticks / ticksPerDay;

    private static double Mean(long[] ticks, long ticksPerDay) => Ratio(Sum(ticks), (BigInteger)ticks.Length * ticksPerDay);

    // Type 7 of Hyndman and Fan (1996): linear between the order statistics around (n - 1) p.
    private static double Quantile(long[] sorted, double share, long ticksPerDay)
    {
        double at = share * (sorted.Length - 1);
        int low = (int)at;
        return low == sorted.Length - 1 ? Days(sorted[low], ticksPerDay)
            : Days(sorted[low] + (at - low) * (sorted[low + 1] - sorted[low]), ticksPerDay);
    }

    // (n Sxx - Sx Sx) / (n (n - 1)), exact until the root.
    private static double Deviation(long[] ticks, long ticksPerDay)
    {
        BigInteger n = ticks.Length, sum = Sum(ticks), squares = ticks.Aggregate(BigInteger.Zero, (total, value) => total + (BigInteger)value * value);
        return Math.Sqrt(Ratio(n * squares - sum * sum, n * (n - 1))) / ticksPerDay;
    }

    private static BigInteger Sum(long[] values) => values.Aggregate(BigInteger.Zero, (total, value) => total + value);

    private static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        BigInteger whole = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        return (double)whole + (double)rest / (double)denominator;
    }
}

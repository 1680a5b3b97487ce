using System.Numerics;

namespace SalesOps.Kpis.Tests;

/// <summary>Response times and their decay as the definitions say: lists, whole numbers without a limit of size, NodaTime's durations.</summary>
internal static class LeadResponseOracle
{
    private enum Fate
    {
        Answered, Undated, Pending, Breached, LeftOut,
    }

    public static LeadResponseTime Of(LeadResponseTimeCalculator options, IReadOnlyList<Lead> leads)
    {
        Duration[] times = [.. leads.Where(lead => FateOf(options, lead) == Fate.Answered).Select(lead => Time(options, lead)!.Value).Order()];
        int Count(Fate fate) => leads.Count(lead => FateOf(options, lead) == fate);
        return new LeadResponseTime
        {
            Answered = times.Length,
            AnsweredUndated = Count(Fate.Undated),
            Unanswered = Count(Fate.Pending) + Count(Fate.Breached),
            Pending = Count(Fate.Pending),
            WithinSla = new(times.Count(time => time <= options.Sla), times.Length + Count(Fate.Breached)),
            MeanMinutes = times.Length == 0 ? null : Minutes(times.Aggregate(BigInteger.Zero, (sum, time) => sum + Ticks(time)), times.Length),
            MedianMinutes = Percentile(times, 50),
            P90Minutes = Percentile(times, 90),
            P95Minutes = Percentile(times, 95),
            MinMinutes = times.Length == 0 ? null : Minutes(Ticks(times[0]), 1),
            MaxMinutes = times.Length == 0 ? null : Minutes(Ticks(times[^1]), 1),
            Buckets = [.. Enumerable.Range(0, options.Buckets.Count).Select(i => new ResponseBucket
            {
                From = options.Buckets.From(i), Until = options.Buckets.Until(i),
                Share = new(times.Count(time => IsIn(options.Buckets, i, time)), times.Length),
            })],
            Undefined = times.Length == 0 ? UndefinedReason.NoResponses : UndefinedReason.None,
            Ledger = Ledgers.Of(leads, lead => ReasonOf(options, lead), lead => Notes(options, lead)),
            Cautions = [.. Cautions(options, leads, times.Length, Count)],
            Definition = options,
        };
    }

    public static ResponseDecay DecayOf(ResponseDecayCalculator options, IReadOnlyList<Lead> leads)
    {
        ResponseBuckets buckets = options.Response.Buckets;
        Lead[] answered = [.. leads.Where(lead => FateOf(options.Response, lead) == Fate.Answered)];
        int slow = Enumerable.Range(0, buckets.Count).Single(i => buckets.From(i) == options.SlowFrom);
        Proportion[] Rates(Func<Lead, bool> hit) => [.. Enumerable.Range(0, buckets.Count)
            .Select(i => answered.Where(lead => IsIn(buckets, i, Time(options.Response, lead)!.Value)).ToList())
            .Select(within => new Proportion(within.Count(hit), within.Count))];
        Instant? asOf = options.Response.AsOf;
        Proportion[] contact = Rates(lead => Step(lead, LeadStatus.Contacted, asOf));
        long smaller = Math.Min(contact[0].Denominator, contact[slow].Denominator);
        return new ResponseDecay
        {
            Answered = answered.Length,
            Contact = ResponseDecayCurve.Of(buckets, contact, slow),
            Qualification = ResponseDecayCurve.Of(buckets, Rates(lead => Step(lead, LeadStatus.Qualified, asOf)), slow),
            Conversion = ResponseDecayCurve.Of(buckets, Rates(lead => Step(lead, LeadStatus.Converted, asOf)), slow),
            Ledger = Ledgers.Of(leads, lead => ReasonOf(options.Response, lead) ?? FateOf(options.Response, lead) switch
            {
                Fate.Undated => LedgerReason.ResponseUndated,
                Fate.Pending or Fate.Breached => LedgerReason.Unanswered,
                _ => null,
            }, lead => Notes(options.Response, lead).Where(note => note == LedgerReason.NegativeDuration)),
            Cautions = smaller > 0 && smaller < options.SmallSampleLimit
                ? [new Caution { Code = CautionCode.SmallSample, Observed = smaller, Limit = options.SmallSampleLimit }] : [],
            Definition = options,
        };
    }

    // Came to this step or to one after it, by a date until the as-of or by an undated status.
    private static bool Step(Lead lead, LeadStatus step, Instant? asOf) => new (LeadStatus Status, Instant? At)[]
    {
        (LeadStatus.Contacted, lead.ContactedAt), (LeadStatus.Qualified, lead.QualifiedAt), (LeadStatus.Converted, lead.ConvertedAt),
    }.Any(one => one.Status >= step && (one.At is { } at ? !(at > asOf) : lead.Status == one.Status));

    private static Fate FateOf(LeadResponseTimeCalculator options, Lead lead)
    {
        if (ReasonOf(options, lead) is not null)
            return Fate.LeftOut;
        if (Known(EndOf(options, lead), options) is not null)
            return Fate.Answered;
        if (WasReached(options, lead))
            return Fate.Undated;
        return options.AsOf is { } asOf && Waited(options, lead, Known(StartOf(options, lead), options)!.Value, asOf) <= options.Sla ? Fate.Pending : Fate.Breached;
    }

    private static LedgerReason? ReasonOf(LeadResponseTimeCalculator options, Lead lead)
    {
        if (lead.MergedIntoId is not null)
            return LedgerReason.Merged;
        if (lead.ReceivedAt > options.AsOf)
            return LedgerReason.CreatedAfterAsOf;
        if (Known(StartOf(options, lead), options) is not { } start)
            return LedgerReason.StartMissing;
        if (Known(EndOf(options, lead), options) is { } end)
            return end < start && options.Negative == NegativeResponse.Exclude ? LedgerReason.NegativeDuration : null;
        bool disqualified = lead.DisqualifiedAt is { } at ? !(at > options.AsOf) : lead.Status == LeadStatus.Disqualified;
        return disqualified && !options.DisqualifiedCountsAsUnanswered && !WasReached(options, lead) ? LedgerReason.Disqualified : null;
    }

    private static bool WasReached(LeadResponseTimeCalculator options, Lead lead)
    {
        Instant?[] dates = [EndOf(options, lead), options.To == ResponseEnd.Contact ? null : lead.ContactedAt, lead.QualifiedAt, lead.ConvertedAt];
        return dates.All(date => date is null)
            ? lead.Status is LeadStatus.Contacted or LeadStatus.Qualified or LeadStatus.Converted
            : dates.Any(date => Known(date, options) is not null);
    }

    private static IEnumerable<LedgerReason> Notes(LeadResponseTimeCalculator options, Lead lead)
    {
        Fate fate = FateOf(options, lead);
        if (fate == Fate.Answered && EndOf(options, lead) < StartOf(options, lead))
            yield return LedgerReason.NegativeDuration;
        if (fate is Fate.Pending or Fate.Breached)
            yield return LedgerReason.Unanswered;
        if (fate == Fate.Undated)
            yield return LedgerReason.ResponseUndated;
    }

    private static IEnumerable<Caution> Cautions(LeadResponseTimeCalculator options, IReadOnlyList<Lead> leads, int answered, Func<Fate, int> count)
    {
        if (answered > 0 && answered < options.SmallSampleLimit)
            yield return new Caution { Code = CautionCode.SmallSample, Observed = answered, Limit = options.SmallSampleLimit };
        int all = answered + count(Fate.Undated) + count(Fate.Pending) + count(Fate.Breached);
        if (count(Fate.Breached) > options.UnansweredLimit * all)
            yield return new Caution { Code = CautionCode.Unanswered, Observed = (double)count(Fate.Breached) / all, Limit = options.UnansweredLimit };
        Duration[] lags = [.. leads
            .Where(lead => FateOf(options, lead) == Fate.Answered || ReasonOf(options, lead) == LedgerReason.NegativeDuration)
            .Select(lead => EndOf(options, lead)!.Value - StartOf(options, lead)!.Value)];
        int odd = lags.Count(lag => lag < Duration.Zero || lag > options.ImplausibleLag);
        if (odd > options.ImplausibleLagsLimit * lags.Length)
            yield return new Caution { Code = CautionCode.ImplausibleLags, Observed = (double)odd / lags.Length, Limit = options.ImplausibleLagsLimit };
        int unanswered = count(Fate.Pending) + count(Fate.Breached);
        if (options.AsOf is not null && unanswered > options.RightCensoredLimit * all)
            yield return new Caution { Code = CautionCode.RightCensored, Observed = (double)unanswered / all, Limit = options.RightCensoredLimit };
    }

    private static Instant? StartOf(LeadResponseTimeCalculator options, Lead lead) => options.From == ResponseStart.Receipt ? lead.ReceivedAt : lead.AssignedAt;

    private static Instant? EndOf(LeadResponseTimeCalculator options, Lead lead) => options.To == ResponseEnd.Contact ? lead.ContactedAt : lead.FirstRespondedAt;

    private static Instant? Known(Instant? at, LeadResponseTimeCalculator options) => at > options.AsOf ? null : at;

    private static Duration? Time(LeadResponseTimeCalculator options, Lead lead)
    {
        Instant start = StartOf(options, lead)!.Value, end = EndOf(options, lead)!.Value;
        return end < start && options.Negative == NegativeResponse.CountAsZero ? Duration.Zero : Waited(options, lead, start, end);
    }

    // Working hours have an oracle of their own: the wall clock of every minute.
    private static Duration Waited(LeadResponseTimeCalculator options, Lead lead, Instant start, Instant end) =>
        (options.HoursByOwner?[lead.OwnerId] ?? options.Hours)?.Elapsed(start, end) ?? end - start;

    private static bool IsIn(ResponseBuckets buckets, int bucket, Duration time) =>
        (bucket == 0 || time >= buckets.From(bucket)) && (buckets.Until(bucket) is not { } until || time < until);

    // Type 7 of Hyndman and Fan (1996): linear between the order statistics around (n - 1) p.
    private static double? Percentile(Duration[] sorted, int percent)
    {
        if (sorted.Length == 0)
            return null;
        int low = (sorted.Length - 1) * percent / 100, high = Math.Min(low + 1, sorted.Length - 1);
        int part = (sorted.Length - 1) * percent % 100;
        return Minutes(Ticks(sorted[low]) * (100 - part) + Ticks(sorted[high]) * part, 100);
    }

    private static BigInteger Ticks(Duration duration) => duration.BclCompatibleTicks;

    private static double Minutes(BigInteger ticks, int of)
    {
        BigInteger whole = BigInteger.DivRem(ticks, (BigInteger)of * NodaConstants.TicksPerMinute, out BigInteger rest);
        return (double)whole + (double)rest / ((double)of * NodaConstants.TicksPerMinute);
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace SalesOps.Kpis.Tests;

/// <summary>Calculators with every combination of their options.</summary>
public static class OddOptions
{
    private static readonly Gen<Instant?> AsOf = Gen.Elements<Instant?>(null, null, OddDeals.AsOf, OddDeals.AsOf - Duration.FromDays(90),
        Instant.FromUtc(9999, 12, 31, 0, 0));

    private static readonly Gen<double> Limit = Gen.Elements(0, 0.05, 0.2, 0.5, 1);

    private static readonly Gen<DealKinds> Kinds = from newBusiness in Gen.Elements(DealKinds.NewBusiness, DealKinds.NewBusiness, DealKinds.None)
                                                   from expansion in Gen.Elements(DealKinds.Expansion, DealKinds.None)
                                                   from renewal in Gen.Elements(DealKinds.Renewal, DealKinds.None)
                                                   select newBusiness | expansion | renewal;

    private static readonly Gen<DateTimeZone> Zone =
        Gen.Elements("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia").Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<WorkingHours> Hours =
        from zone in Zone
        from opens in Gen.Choose(0, 23)
        from closes in Gen.Choose(0, 23)
        from holidays in Gen.Choose(0, 2_000).Select(day => new LocalDate(2022, 1, 1).PlusDays(day)).ListOf()
        select WorkingHours.MondayToFriday(zone, new(opens, 0), new(closes, 0)).WithHolidays(holidays);

    public static Arbitrary<WinRateCalculator> WinRates() => Arb.From(
        from denominator in Gen.Elements(Enum.GetValues<WinRateDenominator>())
        from countBy in Gen.Elements(Enum.GetValues<WinRateCount>())
        from disqualifiedCounts in Gen.Elements(false, true)
        from kinds in Kinds
        from asOf in AsOf
        from limit in Limit
        from small in Gen.Elements(0L, 1, 5, 30)
        from conversion in Gen.Elements<CurrencyConversion?>(null, null, Conversions.IntoEuros)
        select new WinRateCalculator
        {
            Denominator = denominator, CountBy = countBy, DisqualifiedCountsAsLost = disqualifiedCounts, Kinds = kinds, AsOf = asOf,
            LostAmountsMissingLimit = limit, SmallSampleLimit = small, Conversion = conversion,
        });

    public static Arbitrary<SalesCycleCalculator> SalesCycles() => Arb.From(
        from start in Gen.Elements(Enum.GetValues<CycleStart>())
        from end in Gen.Elements(Enum.GetValues<CycleEnd>())
        from dayCount in Gen.Elements(Enum.GetValues<DayCount>())
        from zone in Zone
        from hours in Hours
        from asOf in AsOf
        from censored in Limit
        from mixed in Limit
        from small in Gen.Elements(0L, 1, 5, 30)
        select new SalesCycleCalculator
        {
            From = start, Until = end, DayCount = dayCount, Zone = zone, Hours = hours, AsOf = asOf,
            SmallSampleLimit = small, RightCensoredLimit = censored, MixedStartsLimit = mixed,
        });

    public static Arbitrary<LeadResponseTimeCalculator> LeadResponseTimes() => Arb.From(LeadResponseTime);

    public static Arbitrary<ResponseDecayCalculator> ResponseDecays() => Arb.From(
        from response in LeadResponseTime
        from small in Gen.Elements(0L, 1, 5, 30)
        select new ResponseDecayCalculator { Response = response, SlowFrom = response.Buckets.From(response.Buckets.Count / 2), SmallSampleLimit = small });

    private static Gen<LeadResponseTimeCalculator> LeadResponseTime =>
        from start in Gen.Elements(Enum.GetValues<ResponseStart>())
        from end in Gen.Elements(Enum.GetValues<ResponseEnd>())
        from hours in Gen.OneOf(Gen.Constant<WorkingHours?>(null), Hours.Select(hours => (WorkingHours?)hours))
        from perOwner in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from own in Hours
        from sla in Gen.Elements(Duration.Zero, Duration.FromMinutes(5L), Duration.FromHours(8))
        from negative in Gen.Elements(Enum.GetValues<NegativeResponse>())
        from disqualified in Gen.Elements(false, true)
        from asOf in AsOf
        from buckets in Gen.Elements(ResponseBuckets.Default, ResponseBuckets.OfMinutes(5), ResponseBuckets.OfMinutes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
        from limit in Limit
        from small in Gen.Elements(0L, 1, 5, 30)
        select new LeadResponseTimeCalculator
        {
            From = start, To = end, Hours = perOwner ? null : hours,
            HoursByOwner = perOwner && hours is not null ? new(hours, [new("Ann", own)]) : null,
            Sla = sla, Negative = negative, DisqualifiedCountsAsUnanswered = disqualified, AsOf = asOf, Buckets = buckets,
            UnansweredLimit = limit, ImplausibleLagsLimit = limit, RightCensoredLimit = limit, SmallSampleLimit = small,
        };

    public static Arbitrary<LeadToOpportunityCalculator> LeadToOpportunities() => Arb.From(
        from conversion in Gen.Elements(Enum.GetValues<LeadConversion>())
        from window in Gen.Elements<Duration?>(null, Duration.FromTicks(1), Duration.FromDays(50), Duration.FromDays(90), Duration.MaxValue)
        from asOf in AsOf
        from target in Gen.Elements<double?>(null, 0, 0.2, 1)
        from limit in Limit
        from small in Gen.Elements(0L, 1, 5, 30)
        from wide in Limit
        select new LeadToOpportunityCalculator
        {
            ConvertedWhen = conversion, Window = window, AsOf = asOf, TargetRate = target, ImmatureLimit = limit, SmallSampleLimit = small,
            WideIntervalLimit = wide, ContactDatedLimit = limit,
        });

    public static Arbitrary<PipelineCalculator> PipelineCalculators() => Arb.From(Pipeline);

    public static Arbitrary<PipelineQuestion> Pipelines() => Arb.From(
        from calculator in Pipeline
        from first in Gen.Elements(OddDeals.AsOf, OddDeals.AsOf - Duration.FromDays(90), Instant.FromUtc(1, 1, 1, 0, 0).PlusTicks(1))
        from steps in Gen.ArrayOf(Gen.Elements(Duration.FromTicks(1), Duration.FromHours(1), Duration.FromDays(30), Duration.FromDays(365)))
        select new PipelineQuestion
        {
            Calculator = calculator,
            Dates = [.. steps.Take(6).Aggregate(new List<Instant> { first }, (dates, step) => [.. dates, dates[^1] + step])],
        });

    private static Gen<PipelineCalculator> Pipeline =>
        from missing in Limit
        from concentrated in Limit
        from zone in Zone
        from conversion in Gen.Elements<CurrencyConversion?>(null, null, Conversions.IntoEuros)
        select new PipelineCalculator { AmountsMissingLimit = missing, ConcentratedLimit = concentrated, Zone = zone, Conversion = conversion };
}

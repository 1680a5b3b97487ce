using System.Reflection;
using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>Every option of every calculator, where it changes the answer: both answers worked out by hand.</summary>
public class OptionTests
{
    private static readonly DateTimeZone Kolkata = DateTimeZoneProviders.Tzdb["Asia/Kolkata"];

    // Two won, one of them an expansion, one lost, one disqualified, one open; two customers; a renewal and a later win.
    private static readonly Deal[] Decided =
    [
        Won(100) with { CustomerId = "C1" }, Won(100) with { CustomerId = "C1", Kind = DealKind.Expansion }, Lost(100) with { CustomerId = "C2" },
        Disqualified(50) with { CustomerId = "C2" }, Open(25) with { CustomerId = "C2" },
        Won(100) with { CustomerId = "C1", Kind = DealKind.Renewal },
        Lost(100) with { CustomerId = "C2", ClosedAt = Day0 + Duration.FromDays(1) },
    ];

    // Contacted 4, received 3 and created 2 days before the close.
    private static readonly Deal Cycle = Won() with
    {
        FirstContactAt = Day0 - Duration.FromDays(4), LeadReceivedAt = Day0 - Duration.FromDays(3), CreatedAt = Day0 - Duration.FromDays(2),
    };

    private static readonly WorkingHours AroundTheClock = new(
        DateTimeZone.Utc, Enumerable.Range(1, 7).Select(day => new WorkingWindow((IsoDayOfWeek)day, LocalTime.Midnight, LocalTime.Midnight)));

    // Open from a quarter past nine.
    private static readonly WorkingHours FromQuarterPast = WorkingHours.MondayToFriday(DateTimeZone.Utc, new(9, 15), new(17, 0));

    // Received at 9:00, assigned at 9:12, answered at 9:20, reached at 9:50.
    private static readonly Lead Response = PlantedLeads.Answered(20) with
    {
        OwnerId = "Ann", Status = LeadStatus.Contacted, AssignedAt = PlantedLeads.Morning + Duration.FromMinutes(12L), ContactedAt = PlantedLeads.Morning + Duration.FromMinutes(50L),
    };

    // Became a deal after 5 days, after 80 and after 100; the first was won, the last came ten days later and was qualified at once.
    private static readonly Lead[] Ladder =
    [
        PlantedLeads.New with { DealCreatedAt = PlantedLeads.Morning + Duration.FromDays(5), WonAt = PlantedLeads.Morning + Duration.FromDays(9) },
        PlantedLeads.New with { DealCreatedAt = PlantedLeads.Morning + Duration.FromDays(80) },
        PlantedLeads.New with { DealCreatedAt = PlantedLeads.Morning + Duration.FromDays(100) },
        PlantedLeads.New with { ReceivedAt = PlantedLeads.Morning + Duration.FromDays(10), QualifiedAt = PlantedLeads.Morning + Duration.FromDays(10) },
    ];

    private static readonly OptionCase[] All =
    [
        Case(nameof(WinRateCalculator.Denominator), Kpi.WinRate, Kpi.WinRate with { Denominator = WinRateDenominator.Engaged }, "2/4", "2/6", Rate),
        Case(nameof(WinRateCalculator.CountBy), Kpi.WinRate, Kpi.WinRate with { CountBy = WinRateCount.Customer }, "2/4", "1/2", Rate),
        Case(nameof(WinRateCalculator.DisqualifiedCountsAsLost), Kpi.WinRate, Kpi.WinRate with { DisqualifiedCountsAsLost = true }, "2/4", "2/5", Rate),
        Case(nameof(WinRateCalculator.Kinds), Kpi.WinRate, Kpi.WinRate with { Kinds = DealKinds.NewBusiness }, "2/4", "1/3", Rate),
        Case(nameof(WinRateCalculator.AsOf), Kpi.WinRate, Kpi.WinRate with { AsOf = Day0 }, "2/4", "2/3", Rate),
        Case(nameof(WinRateCalculator.LostAmountsMissingLimit), Kpi.WinRate, Kpi.WinRate with { LostAmountsMissingLimit = 0.5 }, "LostAmountsMissing", "None", rate =>
            rate.Calculate(new[] { Won(1), Lost(1), Lost() }).ByAmount.Undefined.ToString()),
        Case(nameof(WinRateCalculator.SmallSampleLimit), Kpi.WinRate, Kpi.WinRate with { SmallSampleLimit = 4 }, "SmallSample", "", rate => Codes(rate.Calculate(Decided).Cautions)),
        Case(nameof(WinRateCalculator.Conversion), Kpi.WinRate, Kpi.WinRate with { Conversion = Conversions.IntoEuros }, "MixedCurrencies", "191.23 EUR", rate =>
            rate.Calculate(new[] { Won(100), Won() with { Amount = Usd(100) } }) is { WonAmount: { } amount } ? $"{amount}" : "MixedCurrencies"),

        Case(nameof(SalesCycleCalculator.From), Kpi.SalesCycle, Kpi.SalesCycle with { From = CycleStart.LeadReceived }, "4", "3", cycle => Days(cycle, Cycle)),
        Case(nameof(SalesCycleCalculator.From), Kpi.SalesCycle, Kpi.SalesCycle with { From = CycleStart.DealCreated }, "4", "2", cycle => Days(cycle, Cycle)),
        Case(nameof(SalesCycleCalculator.Until), Kpi.SalesCycle, Kpi.SalesCycle with { Until = CycleEnd.Closed }, "4", "7", cycle =>
            Days(cycle, Cycle, Cycle with { Outcome = DealOutcome.Lost, FirstContactAt = Day0 - Duration.FromDays(10) })),
        Case(nameof(SalesCycleCalculator.DayCount), Kpi.SalesCycle, Kpi.SalesCycle with { DayCount = DayCount.LocalDates }, "3.75", "4", cycle =>
            Days(cycle, Cycle with { ClosedAt = Day0 - Duration.FromHours(6) })),
        // 19:00 in UTC is already the next day in India.
        Case(nameof(SalesCycleCalculator.Zone), Kpi.SalesCycle with { DayCount = DayCount.LocalDates },
            Kpi.SalesCycle with { DayCount = DayCount.LocalDates, Zone = Kolkata }, "4", "5", cycle =>
            Days(cycle, Cycle with { ClosedAt = Day0 + Duration.FromHours(7) })),
        Case(nameof(SalesCycleCalculator.Hours), Kpi.SalesCycle with { DayCount = DayCount.Working, Hours = AroundTheClock },
            Kpi.SalesCycle with { DayCount = DayCount.Working, Hours = AroundTheClock.WithHolidays([new(2024, 3, 13)]) }, "4", "3", cycle => Days(cycle, Cycle)),
        Case(nameof(SalesCycleCalculator.AsOf), Kpi.SalesCycle, Kpi.SalesCycle with { AsOf = Day0 }, "5", "4", cycle =>
            Days(cycle, Cycle, Cycle with { ClosedAt = Day0 + Duration.FromDays(2) })),
        Case(nameof(SalesCycleCalculator.SmallSampleLimit), Kpi.SalesCycle, Kpi.SalesCycle with { SmallSampleLimit = 1 }, "SmallSample", "", cycle =>
            Codes(cycle.Calculate(new[] { Cycle }).Cautions)),
        Case(nameof(SalesCycleCalculator.RightCensoredLimit), Kpi.SalesCycle, Kpi.SalesCycle with { RightCensoredLimit = 0.5 }, "SmallSample, RightCensored", "SmallSample", cycle =>
            Codes(cycle.Calculate(new[] { Cycle, Open() }).Cautions)),
        Case(nameof(SalesCycleCalculator.MixedStartsLimit), Kpi.SalesCycle, Kpi.SalesCycle with { MixedStartsLimit = 0.5 }, "SmallSample, MixedStarts", "SmallSample", cycle =>
            Codes(cycle.Calculate(new[] { Cycle, Cycle with { FirstContactAt = null } }).Cautions)),

        Case(nameof(SalesCycleCalculator.DifferenceLimit), Kpi.SalesCycle, Kpi.SalesCycle with { DifferenceLimit = 0.9 }, "SegmentsDiffer", "", cycle =>
            Codes(ByOwner(cycle, 10))),
        // p = .016 where one of five slower deals is quicker than one of the others.
        Case(nameof(SalesCycleCalculator.DifferenceSignificance), Kpi.SalesCycle, Kpi.SalesCycle with { DifferenceSignificance = 0.02 }, "", "SegmentsDiffer", cycle =>
            Codes(ByOwner(cycle, 5.5))),

        Case(nameof(LeadResponseTimeCalculator.From), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { From = ResponseStart.Assignment }, "20", "8", Minutes),
        Case(nameof(LeadResponseTimeCalculator.To), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { To = ResponseEnd.Contact }, "20", "50", Minutes),
        // Open from 9:15.
        Case(nameof(LeadResponseTimeCalculator.Hours), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { Hours = FromQuarterPast }, "20", "5", Minutes),
        Case(nameof(LeadResponseTimeCalculator.HoursByOwner), Kpi.LeadResponseTime,
            Kpi.LeadResponseTime with { HoursByOwner = new(AroundTheClock, [new("Ann", FromQuarterPast)]) }, "20", "5", Minutes),
        Case(nameof(LeadResponseTimeCalculator.Sla), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { Sla = Duration.FromMinutes(20L) }, "0", "1", time =>
            $"{time.Calculate(new[] { Response }).WithinSla.Numerator}"),
        Case(nameof(LeadResponseTimeCalculator.Negative), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { Negative = NegativeResponse.CountAsZero }, "20", "10", time =>
            Minutes(time, Response, PlantedLeads.Answered(-10))),
        Case(nameof(LeadResponseTimeCalculator.Negative), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { Negative = NegativeResponse.Keep }, "20", "5", time =>
            Minutes(time, Response, PlantedLeads.Answered(-10))),
        Case(nameof(LeadResponseTimeCalculator.DisqualifiedCountsAsUnanswered), Kpi.LeadResponseTime,
            Kpi.LeadResponseTime with { DisqualifiedCountsAsUnanswered = true }, "0", "1", time => $"{time.Calculate(new[] { PlantedLeads.Disqualified }).Unanswered}"),
        Case(nameof(LeadResponseTimeCalculator.AsOf), Kpi.LeadResponseTime,
            Kpi.LeadResponseTime with { AsOf = PlantedLeads.Morning + Duration.FromMinutes(30L) }, "40", "20", time => Minutes(time, Response, PlantedLeads.Answered(60))),
        Case(nameof(LeadResponseTimeCalculator.Buckets), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { Buckets = ResponseBuckets.OfMinutes(20) }, "2", "1", time =>
            $"{Enumerable.Range(0, time.Buckets.Count).Single(i => time.Calculate(new[] { Response }).Buckets[i].Count == 1)}"),
        Case(nameof(LeadResponseTimeCalculator.UnansweredLimit), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { UnansweredLimit = 0.5 }, "SmallSample, Unanswered", "SmallSample",
            time => Codes(time.Calculate(new[] { Response, PlantedLeads.New }).Cautions)),
        Case(nameof(LeadResponseTimeCalculator.ImplausibleLag), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { ImplausibleLag = Duration.FromMinutes(19L) },
            "SmallSample", "SmallSample, ImplausibleLags", time => Codes(time.Calculate(new[] { Response }).Cautions)),
        Case(nameof(LeadResponseTimeCalculator.ImplausibleLagsLimit), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { ImplausibleLagsLimit = 0.5 },
            "SmallSample, ImplausibleLags", "SmallSample", time => Codes(time.Calculate(new[] { Response, PlantedLeads.Answered(-1) }).Cautions)),
        Case(nameof(LeadResponseTimeCalculator.SmallSampleLimit), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { SmallSampleLimit = 1 }, "SmallSample", "",
            time => Codes(time.Calculate(new[] { Response }).Cautions)),
        Case(nameof(LeadResponseTimeCalculator.RightCensoredLimit), Kpi.LeadResponseTime with { AsOf = PlantedLeads.Morning + Duration.FromMinutes(30L), UnansweredLimit = 1 },
            Kpi.LeadResponseTime with { AsOf = PlantedLeads.Morning + Duration.FromMinutes(30L), UnansweredLimit = 1, RightCensoredLimit = 0.5 },
            "SmallSample, RightCensored", "SmallSample", time => Codes(time.Calculate(new[] { Response, PlantedLeads.New }).Cautions)),
        Case(nameof(LeadResponseTimeCalculator.DifferenceLimit), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { DifferenceLimit = 0.9 }, "RepsDiffer", "", time =>
            Codes(ByOwner(time, 11))),
        Case(nameof(LeadResponseTimeCalculator.DifferenceSignificance), Kpi.LeadResponseTime, Kpi.LeadResponseTime with { DifferenceSignificance = 0.001 }, "RepsDiffer", "", time =>
            Codes(ByOwner(time, 11))),

        Case(nameof(ResponseDecayCalculator.Response), Kpi.ResponseDecay, Kpi.ResponseDecay with { Response = Kpi.LeadResponseTime with { From = ResponseStart.Assignment } },
            "0 1", "1 0", decay => string.Join(' ', decay.Calculate(new[] { Response with { AssignedAt = PlantedLeads.Morning + Duration.FromMinutes(16L) } })
                .Contact.Points.Where((_, i) => i is 0 or 2).Select(point => point.Rate.Denominator))),
        Case(nameof(ResponseDecayCalculator.SlowFrom), Kpi.ResponseDecay, Kpi.ResponseDecay with { SlowFrom = Duration.FromMinutes(15L) }, "EmptyBucket", "None", decay =>
            $"{decay.Calculate(new[] { PlantedLeads.Answered(1), Response }).Contact.Undefined}"),
        Case(nameof(ResponseDecayCalculator.SmallSampleLimit), Kpi.ResponseDecay, Kpi.ResponseDecay with { SmallSampleLimit = 1 }, "SmallSample", "", decay =>
            Codes(decay.Calculate(new[] { PlantedLeads.Answered(1), PlantedLeads.Answered(30) }).Cautions)),

        Case(nameof(LeadToOpportunityCalculator.ConvertedWhen), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { ConvertedWhen = LeadConversion.Qualified }, "2/4", "3/4", Rate),
        Case(nameof(LeadToOpportunityCalculator.ConvertedWhen), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { ConvertedWhen = LeadConversion.Won }, "2/4", "1/4", Rate),
        Case(nameof(LeadToOpportunityCalculator.Window), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { Window = null }, "2/4", "3/4", Rate),
        Case(nameof(LeadToOpportunityCalculator.Window), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { Window = Duration.FromDays(10) }, "2/4", "1/4", Rate),
        Case(nameof(LeadToOpportunityCalculator.AsOf), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { AsOf = PlantedLeads.Morning + Duration.FromDays(95) }, "2/4", "2/3", Rate),
        Case(nameof(LeadToOpportunityCalculator.TargetRate), Kpi.LeadToOpportunity, Kpi.LeadToOpportunity with { TargetRate = 0.99 }, "SmallSample", "SmallSample, CauseNotSeparated",
            ratio => Codes(ratio.Calculate(Ladder).Cautions)),
        Case(nameof(LeadToOpportunityCalculator.ContactDatedLimit), Kpi.LeadToOpportunity with { TargetRate = 0.99 }, Kpi.LeadToOpportunity with { TargetRate = 0.99, ContactDatedLimit = 0 },
            "SmallSample, CauseNotSeparated", "SmallSample", ratio => Codes(ratio.Calculate(Ladder).Cautions)),
        Case(nameof(LeadToOpportunityCalculator.ImmatureLimit), Kpi.LeadToOpportunity with { AsOf = PlantedLeads.Morning }, Kpi.LeadToOpportunity with { AsOf = PlantedLeads.Morning, ImmatureLimit = 1 },
            "Immature", "", ratio => Codes(ratio.Calculate(new[] { PlantedLeads.New }).Cautions)),
        Case(nameof(LeadToOpportunityCalculator.SmallSampleLimit), Kpi.LeadToOpportunity with { WideIntervalLimit = 1 }, Kpi.LeadToOpportunity with { WideIntervalLimit = 1, SmallSampleLimit = 4 },
            "SmallSample", "", ratio => Codes(ratio.Calculate(Ladder).Cautions)),
        Case(nameof(LeadToOpportunityCalculator.WideIntervalLimit), Kpi.LeadToOpportunity with { SmallSampleLimit = 4 }, Kpi.LeadToOpportunity with { SmallSampleLimit = 4, WideIntervalLimit = 0.8 },
            "SmallSample", "", ratio => Codes(ratio.Calculate(Ladder).Cautions)),

        Case(nameof(PipelineCalculator.AmountsMissingLimit), Kpi.Pipeline, Kpi.Pipeline with { AmountsMissingLimit = 0.5 }, "AmountsMissing", "", pipeline =>
            Codes(pipeline.Calculate(new[] { Open(1), Open(1), Open(1), Open(1), Open(1), Open(), Open() }, Day0).Cautions)),
        Case(nameof(PipelineCalculator.ConcentratedLimit), Kpi.Pipeline, Kpi.Pipeline with { ConcentratedLimit = 0.5 }, "Concentrated", "", pipeline =>
            Codes(pipeline.Calculate(new[] { Open(1), Open(1) }, Day0).Cautions)),
        Case(nameof(PipelineCalculator.Conversion), Kpi.Pipeline, Kpi.Pipeline with { Conversion = Conversions.IntoEuros }, "MixedCurrencies", "191.23 EUR", pipeline =>
            pipeline.Calculate(new[] { Open(100), Open() with { Amount = Usd(100) } }, Day0) is { Amount: { } amount } ? $"{amount}" : "MixedCurrencies"),
        // 20:00 in UTC is already the next day in India.
        Case(nameof(PipelineCalculator.Zone), Kpi.Pipeline, Kpi.Pipeline with { Zone = Kolkata }, "0 overdue", "1 overdue", pipeline =>
            $"{pipeline.Calculate(new[] { Open(1) with { ExpectedCloseOn = new(2024, 3, 15) } }, Day0 + Duration.FromHours(8)).OverdueCount} overdue"),
        Case(nameof(PipelineCalculator.CoverageBasis), Kpi.Pipeline, Kpi.Pipeline with { CoverageBasis = CoverageBasis.AllOpen }, "10 EUR", "15 EUR", pipeline =>
            $"{Coverage(pipeline).Covering.Amount}"),
        // 100 are missing; 1 of 2 decided deals was won, and 1 of 4 with the disqualified.
        Case(nameof(PipelineCalculator.WinRate), Kpi.Pipeline, Kpi.Pipeline with { WinRate = Kpi.WinRate with { DisqualifiedCountsAsLost = true } }, "200 EUR", "400 EUR",
            pipeline => $"{Coverage(pipeline).PipelineNeeded}"),
        // 2 open deals x 1/2 x 90 EUR in 30 days, and in a mean of 60 with the lost one.
        Case(nameof(PipelineCalculator.SalesCycle), Kpi.Pipeline, Kpi.Pipeline with { SalesCycle = Kpi.SalesCycle with { Until = CycleEnd.Closed } }, "3 EUR", "1.5 EUR", pipeline =>
            $"{pipeline.Velocity((Deal[])[Won(90), Lost(90) with { CreatedAt = Day0 - Duration.FromDays(90) }, Open(1), Open(1)], Day0).AmountPerDay}"),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Length)];

    [Theory, MemberData(nameof(Cases))]
    public void Option_ChangesTheAnswer(int index)
    {
        OptionCase one = All[index];
        Assert.NotEqual(one.Expected, one.ExpectedByDefault);
        Assert.Equal((one.Option, one.ExpectedByDefault), (one.Option, one.Answer(one.Default)));
        Assert.Equal((one.Option, one.Expected), (one.Option, one.Answer(one.Variant)));
        PropertyInfo[] differing = [.. Options(one.Default.GetType()).Where(option => !Equals(option.GetValue(one.Default), option.GetValue(one.Variant)))];
        Assert.Equal(one.Option, Assert.Single(differing).Name);
    }

    [Fact]
    public void EveryOption_HasACase()
    {
        IEnumerable<(Type, string)> options = from calculator in typeof(Kpi).GetProperties().Select(property => property.PropertyType)
                                              from option in Options(calculator)
                                              select (calculator, option.Name);
        Assert.Empty(options.Except(All.Select(one => (one.Default.GetType(), one.Option))));
    }

    private static IEnumerable<PropertyInfo> Options(Type calculator) =>
        calculator.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static string Minutes(LeadResponseTimeCalculator time) => Minutes(time, Response);

    private static string Minutes(LeadResponseTimeCalculator time, params Lead[] leads) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.Calculate(leads).MeanMinutes}");

    private static IReadOnlyList<Caution> ByOwner(LeadResponseTimeCalculator time, long first) => time.Calculate(
        ((Leads)(Lead[])[.. PlantedLeads.OfRep("A", 5, 0), .. PlantedLeads.OfRep("B", 5, first)]).By(LeadDimension.Owner)).Cautions;

    // A took 1, 2, 3, 4 and so many days, B 5, 7, 8, 9 and 10: all longer, unless A's last took more than 5.
    private static IReadOnlyList<Caution> ByOwner(SalesCycleCalculator cycle, double last)
    {
        static IEnumerable<Deal> Of(string rep, params double[] days) =>
            days.Select(time => Won() with { OwnerId = rep, FirstContactAt = Day0 - Duration.FromDays(time) });
        Deal[] deals = last > 9 ? [.. Of("A", 1, 2, 3, 4, 4.5), .. Of("B", 5, 7, 8, 9, last)] : [.. Of("A", 1, 2, 3, 4, last), .. Of("B", 5, 7, 8, 9, 10)];
        return cycle.Calculate(((Deals)deals).By(DealDimension.Owner)).Cautions;
    }

    private static string Days(SalesCycleCalculator cycle, params Deal[] deals) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cycle.Calculate(deals).Duration.MeanDays}");

    private static PipelineCoverage Coverage(PipelineCalculator pipeline) => pipeline.Coverage(
        (Deal[])[Won(1) with { ClosedAt = Day0 - Duration.FromDays(20) }, Lost(1), Disqualified(1), Disqualified(1),
            Open(10) with { ExpectedCloseOn = new(2024, 3, 20) }, Open(5)],
        Day0,
        new Target { Period = ReportingCalendar.Utc.Months(new(2024, 3, 1), new(2024, 4, 1))[0], Amount = Eur(100) });

    private static string Codes(IEnumerable<Caution> cautions) => string.Join(", ", cautions.Select(caution => caution.Code));

    private static string Rate(WinRateCalculator calculator)
    {
        Proportion rate = calculator.Calculate(Decided).ByCount;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate.Numerator}/{rate.Denominator}");
    }

    private static string Rate(LeadToOpportunityCalculator calculator)
    {
        Proportion rate = calculator.Calculate(Ladder).Rate;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rate.Numerator}/{rate.Denominator}");
    }

    private static OptionCase Case<T>(string option, T byDefault, T variant, string expectedByDefault, string expected, Func<T, string> answer) where T : class => new()
    {
        Option = option, Default = byDefault, Variant = variant, ExpectedByDefault = expectedByDefault, Expected = expected, Answer = calculator => answer((T)calculator),
    };

    private sealed class OptionCase
    {
        public required string Option { get; init; }

        public required object Default { get; init; }

        public required object Variant { get; init; }

        public required string ExpectedByDefault { get; init; }

        public required string Expected { get; init; }

        public required Func<object, string> Answer { get; init; }
    }
}

using static SalesOps.Kpis.Tests.Planted;

namespace SalesOps.Kpis.Tests;

/// <summary>Every caution where its cause was planted, and where only something that looks like it was.</summary>
public class CautionTests
{
    private static readonly PeriodGrid Months = ReportingCalendar.Utc.Months(new(2024, 1, 1), new(2024, 4, 1));
    private static readonly Instant MidMarch = Instant.FromUtc(2024, 3, 16, 12, 0);

    private static readonly CautionCase[] All =
    [
        new(CautionCode.SmallSample, "29 decided", true, () => Kpi.WinRate.Calculate(Many(29, Won())).Cautions),
        new(CautionCode.SmallSample, "30 decided", false, () => Kpi.WinRate.Calculate(Many(30, Won())).Cautions),
        new(CautionCode.SmallSample, "none decided, which is undefined", false, () => Kpi.WinRate.Calculate(Many(3, Open())).Cautions),
        new(CautionCode.SmallSample, "30 decided of 29 customers", true, () => (Kpi.WinRate with { CountBy = WinRateCount.Customer }).Calculate(
            (Deal[])[.. Enumerable.Range(0, 29).Select(i => Won() with { CustomerId = $"C{i}" }), Won() with { CustomerId = "C0" }]).Cautions),

        new(CautionCode.PartialPeriod, "as-of in the last month", true, () => PerMonth(Kpi.WinRate with { AsOf = MidMarch })),
        new(CautionCode.PartialPeriod, "one tick into the last month", true, () => PerMonth(Kpi.WinRate with { AsOf = Months[2].From.PlusTicks(1) })),
        new(CautionCode.PartialPeriod, "one tick before its end", true, () => PerMonth(Kpi.WinRate with { AsOf = Months[2].Until.PlusTicks(-1) })),
        new(CautionCode.PartialPeriod, "as-of at the end", false, () => PerMonth(Kpi.WinRate with { AsOf = Months[2].Until })),
        new(CautionCode.PartialPeriod, "as-of where a month starts", false, () => PerMonth(Kpi.WinRate with { AsOf = Months[2].From })),
        new(CautionCode.PartialPeriod, "complete data", false, () => PerMonth(Kpi.WinRate)),
        new(CautionCode.PartialPeriod, "of a cycle", true, () => Kpi.SalesCycle with { AsOf = MidMarch } is var cycle
            ? cycle.Calculate(((Deals)new[] { Won() }).Per(Months, DealDate.Closed)).Cautions : []),

        new(CautionCode.RightCensored, "21 of 100 open", true, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(79, Won()), .. Many(21, Open())]).Cautions),
        new(CautionCode.RightCensored, "20 of 100 open", false, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(80, Won()), .. Many(20, Open())]).Cautions),
        new(CautionCode.RightCensored, "21 of 100 closed after the as-of", true, () => (Kpi.SalesCycle with { AsOf = Day0 }).Calculate(
            (Deal[])[.. Many(79, Won()), .. Many(21, Lost() with { ClosedAt = Day0.PlusTicks(1) })]).Cautions),
        new(CautionCode.RightCensored, "21 of 100 lost", false, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(79, Won()), .. Many(21, Lost())]).Cautions),
        new(CautionCode.RightCensored, "21 of 100 open, but merged away", false, () => Kpi.SalesCycle.Calculate(
            (Deal[])[.. Many(79, Won()), .. Many(21, Open() with { MergedIntoId = "D" })]).Cautions),
        new(CautionCode.RightCensored, "21 of 100 created after the as-of", false, () => (Kpi.SalesCycle with { AsOf = Day0 }).Calculate(
            (Deal[])[.. Many(79, Won()), .. Many(21, Open() with { CreatedAt = Day0.PlusTicks(1) })]).Cautions),

        new(CautionCode.MixedStarts, "6 of 100 without a first contact", true, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(94, Contacted), .. Many(6, Won())]).Cautions),
        new(CautionCode.MixedStarts, "5 of 100 without a first contact", false, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(95, Contacted), .. Many(5, Won())]).Cautions),
        new(CautionCode.MixedStarts, "none has one, but the creation was asked for", false, () => (Kpi.SalesCycle with { From = CycleStart.DealCreated })
            .Calculate(Many(9, Won())).Cautions),
        new(CautionCode.MixedStarts, "6 of 100 without one, all lost", false, () => Kpi.SalesCycle.Calculate((Deal[])[.. Many(94, Contacted), .. Many(6, Lost())]).Cautions),

        new(CautionCode.AsOfUsesToday, "one closed since", true, () => Kpi.Pipeline.Calculate(new[] { Open(1), Won(1) }, Day0.PlusTicks(-1)).Cautions),
        new(CautionCode.AsOfUsesToday, "closed at the instant", false, () => Kpi.Pipeline.Calculate(new[] { Open(1), Won(1) }, Day0).Cautions),
        new(CautionCode.AsOfUsesToday, "an open deal with a later close", false, () => Kpi.Pipeline.Calculate(new[] { Open(1) with { ClosedAt = Day0 } }, Day0.PlusTicks(-1)).Cautions),

        new(CautionCode.AmountsMissing, "21 of 100 open ones without an amount", true, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(79, Open(1)), .. Many(21, Open())], Day0).Cautions),
        new(CautionCode.AmountsMissing, "20 of 100 open ones without an amount", false, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(80, Open(1)), .. Many(20, Open())], Day0).Cautions),
        new(CautionCode.AmountsMissing, "21 of 100 with an amount of 0", false, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(79, Open(1)), .. Many(21, Open(0))], Day0).Cautions),
        new(CautionCode.AmountsMissing, "21 of 100 without an amount, but closed", false, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(79, Open(1)), .. Many(21, Won())], Day0).Cautions),
        new(CautionCode.AmountsMissing, "no open deals", false, () => Kpi.Pipeline.Calculate(Many(3, Won()), Day0).Cautions),

        new(CautionCode.Concentrated, "26 of 100", true, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(74, Open(1)), Open(26)], Day0).Cautions),
        new(CautionCode.Concentrated, "25 of 100", false, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(75, Open(1)), Open(25)], Day0).Cautions),
        new(CautionCode.Concentrated, "26 of 100, closed", false, () => Kpi.Pipeline.Calculate((Deal[])[.. Many(74, Open(1)), Won(26)], Day0).Cautions),
        new(CautionCode.Concentrated, "26 of 100 deals of one owner", false, () => Kpi.Pipeline.Calculate(
            (Deal[])[.. Many(74, Open(1)), .. Many(26, Open(1) with { OwnerId = "A" })], Day0).Cautions),
        new(CautionCode.Concentrated, "amounts of two currencies", false, () => Kpi.Pipeline.Calculate(
            (Deal[])[.. Many(9, Open(1)), Open() with { Amount = Usd(99) }], Day0).Cautions),

        new(CautionCode.BigPictureOnly, "open deals and nothing else", true, () => Kpi.Pipeline.Calculate(new SalesData { Deals = new[] { Open(1) } }, Day0).Cautions),
        new(CautionCode.BigPictureOnly, "a deal decided later", true, () => Kpi.Pipeline.Calculate(
            new SalesData { Deals = new[] { Open(1), Won(1) } }, Day0.PlusTicks(-1)).Cautions),
        new(CautionCode.BigPictureOnly, "a decided deal beside it", false, () => Kpi.Pipeline.Calculate(new SalesData { Deals = new[] { Open(1), Won(1) } }, Day0).Cautions),
        new(CautionCode.BigPictureOnly, "rows alone, which may have company", false, () => Kpi.Pipeline.Calculate(new[] { Open(1) }, Day0).Cautions),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, All.Length)];

    private static Deal Contacted => Won() with { FirstContactAt = Day0 - Duration.FromDays(40) };

    [Theory, MemberData(nameof(Cases))]
    public void Caution_FiresWhereItsCauseWasPlanted(int index)
    {
        CautionCase one = All[index];
        bool fires = one.Cautions().Any(caution => caution.Code == one.Code);
        Assert.True(one.Fires == fires, $"{one.Code} with {one.Name}: {(fires ? "fired" : "silent")}");
    }

    [Fact]
    public void EveryCaution_HasItsCauseAndALookAlike()
    {
        foreach (CautionCode code in Enum.GetValues<CautionCode>())
        {
            Assert.True(All.Any(one => one.Code == code && one.Fires), $"{code} never fires");
            Assert.True(All.Any(one => one.Code == code && !one.Fires), $"{code} has no look-alike");
        }
    }

    [Fact]
    public void Evidence_IsTheShareThatCrossedTheLimit()
    {
        Caution censored = Kpi.SalesCycle.Calculate((Deal[])[.. Many(3, Contacted), Open()]).Cautions.Single();
        Assert.Equal((CautionCode.RightCensored, 0.25, 0.2), (censored.Code, censored.Observed, censored.Limit));
        Caution small = Kpi.WinRate.Calculate(Many(29, Lost())).Cautions.Single();
        Assert.Equal((29.0, 30.0), (small.Observed, small.Limit));
        Caution partial = PerMonth(Kpi.WinRate with { AsOf = MidMarch }).Single();
        Assert.Equal(0.5, partial.Observed);                // 15.5 of 31 days
    }

    [Fact]
    public void LostAmountsMissing_AboveTheLimitOnly()
    {
        WinRate Of(int missing) => Kpi.WinRate.Calculate((Deal[])[Won(1), .. Many(100 - missing, Lost(1)), .. Many(missing, Lost())]);
        Assert.Equal(UndefinedReason.None, Of(20).ByAmount.Undefined);
        Assert.Equal(UndefinedReason.LostAmountsMissing, Of(21).ByAmount.Undefined);
    }

    private static Deal[] Many(int count, Deal deal) => [.. Enumerable.Repeat(deal, count)];

    private static IReadOnlyList<Caution> PerMonth(WinRateCalculator calculator) =>
        calculator.Calculate(((Deals)new[] { Won() }).Per(Months, DealDate.Closed)).Cautions;

    private sealed class CautionCase(CautionCode code, string name, bool fires, Func<IReadOnlyList<Caution>> cautions)
    {
        public CautionCode Code => code;

        public string Name => name;

        public bool Fires => fires;

        public Func<IReadOnlyList<Caution>> Cautions => cautions;
    }
}

using static SalesOps.Kpis.Tests.PlantedLeads;

namespace SalesOps.Kpis.Tests;

/// <summary>Hand-worked cases.</summary>
public class LeadToOpportunityTests
{
    private static readonly Instant Later = Morning + Duration.FromDays(100);
    private static readonly PeriodGrid Months = ReportingCalendar.Utc.Months(new(2024, 3, 1), new(2024, 6, 1));

    [Fact]
    public void Leads_AreConvertedPendingDisqualifiedOrExpired()
    {
        // As of day 100: those of day 0 have had their 90 days, those of day 50 have 40 left.
        Lead young = New with { ReceivedAt = Morning + Duration.FromDays(50) };
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { AsOf = Later }).Calculate(new[]
        {
            ConvertedOn(10), ConvertedOn(89), ConvertedOn(95), ConvertedOn(101), New, Disqualified,
            young, young with { DealCreatedAt = Morning + Duration.FromDays(60) }, young with { Status = LeadStatus.Disqualified },
            New with { ReceivedAt = Later + Duration.FromDays(1) }, ConvertedOn(1) with { MergedIntoId = "M" },
        });
        Assert.Equal(new Proportion(2, 6), result.Rate);
        Assert.Equal(new Proportion(3, 9), result.RateToDate);
        Assert.Equal((9, 3, 2, 1, 3, 1), (result.Received, result.Converted, result.Disqualified, result.Pending, result.Expired, result.ConvertedLate));
        Assert.Equal(new Proportion(6, 9), result.Maturity);
        Assert.Equal((6, 3, 1, 1), (result.Ledger.Used, result.Ledger.Excluded[LedgerReason.WindowRunning],
            result.Ledger.Excluded[LedgerReason.CreatedAfterAsOf], result.Ledger.Excluded[LedgerReason.Merged]));
        // 10, 89 and 10 days.
        Assert.Equal((3, 10.0), (result.TimeToConvert.Count, result.TimeToConvert.MedianDays!.Value));
        Assert.Equal(109.0 / 3, result.TimeToConvert.MeanDays!.Value, 12);
    }

    [Fact]
    public void Window_IsHalfOpen()
    {
        LeadToOpportunityCalculator ratio = Kpi.LeadToOpportunity with { AsOf = Later };
        Instant end = Morning + Duration.FromDays(90);
        Assert.Equal(1, ratio.Calculate(new[] { New with { DealCreatedAt = end.PlusTicks(-1) } }).Converted);
        Assert.Equal(1, ratio.Calculate(new[] { New with { DealCreatedAt = end } }).ConvertedLate);
        Assert.Equal(1, (ratio with { AsOf = end.PlusTicks(-1) }).Calculate(new[] { New }).Pending);
        Assert.Equal(1, (ratio with { AsOf = end }).Calculate(new[] { New }).Expired);
        Assert.Equal(1, (ratio with { AsOf = end.PlusTicks(-1) }).Calculate(new[] { New with { DealCreatedAt = end } }).Pending);
    }

    [Fact]
    public void Window_OfDays_IsOf24HoursThroughClockChanges()
    {
        // A year in Berlin with both changes: 365 days of 24 hours from the receipt, whatever the clocks say.
        Instant received = new LocalDateTime(2024, 3, 30, 9, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
        LeadToOpportunityCalculator ratio = Kpi.LeadToOpportunity with { Window = Duration.FromDays(1) };
        Assert.Equal(1, ratio.Calculate(new[] { New with { ReceivedAt = received, DealCreatedAt = received + Duration.FromHours(24).Minus(Duration.FromTicks(1)) } }).Converted);
        Assert.Equal(0, ratio.Calculate(new[] { New with { ReceivedAt = received, DealCreatedAt = received + Duration.FromHours(24) } }).Converted);
    }

    [Fact]
    public void Person_CountsOnce_FromTheFirstReceiptAndAsFarAsTheFurthest()
    {
        Lead[] leads =
        [
            New with { PersonId = "P", ReceivedAt = Morning + Duration.FromDays(80), DealCreatedAt = Morning + Duration.FromDays(95) },
            New with { PersonId = "P", Status = LeadStatus.Disqualified },
            New with { PersonId = "Q", Status = LeadStatus.Disqualified }, New with { PersonId = "Q" },
            New with { PersonId = "p" },
        ];
        LeadToOpportunity result = Kpi.LeadToOpportunity.Calculate(leads);
        // 15 days after the second lead of P, 95 after the first: too late.
        Assert.Equal((new Proportion(0, 3), 1, 0, 3), (result.Rate, result.ConvertedLate, result.Disqualified, result.Expired));
        Assert.Equal((3, 2), (result.Ledger.Used, result.Ledger.Excluded[LedgerReason.SamePerson]));
        LeadToOpportunity longer = (Kpi.LeadToOpportunity with { Window = Duration.FromDays(96) }).Calculate(leads);
        Assert.Equal((new Proportion(1, 3), 95.0), (longer.Rate, longer.TimeToConvert.MeanDays!.Value));
    }

    [Fact]
    public void Person_InTwoSources_CountsOnceInEachAndOnceInAll()
    {
        Leads leads = new[] { New with { PersonId = "P", Source = "web" }, ConvertedOn(3) with { PersonId = "P", Source = "fair" } };
        KpiTable<string?, LeadToOpportunity> sources = Kpi.LeadToOpportunity.Calculate(leads.By(LeadDimension.Source));
        Assert.Equal((new Proportion(1, 1), new Proportion(0, 1), new Proportion(1, 1)), (sources["fair"].Rate, sources["web"].Rate, sources.Total.Rate));
    }

    [Theory]
    [InlineData(LeadConversion.Qualified, 4)]
    [InlineData(LeadConversion.OpportunityCreated, 3)]
    [InlineData(LeadConversion.Won, 1)]
    public void Conversion_ImpliesWhatLiesBelow(LeadConversion conversion, long expected)
    {
        LeadToOpportunity result = (Kpi.LeadToOpportunity with { ConvertedWhen = conversion }).Calculate(new[]
        {
            New, New with { Status = LeadStatus.Contacted }, New with { Status = LeadStatus.Qualified }, New with { Status = LeadStatus.Converted },
            New with { DealId = "D", Status = LeadStatus.Contacted }, New with { DealOutcome = DealOutcome.Won },
        });
        Assert.Equal(expected, result.Converted);
        Assert.Equal(new LeadLadder { Leads = 6, Contacted = 5, Qualified = 4, Opportunities = 3, OpportunitiesWithoutDeal = 1, Won = 1 }, result.Ladder);
        Assert.Equal((0, expected), (result.TimeToConvert.Count, result.TimeLedger.Excluded[LedgerReason.ConversionDateMissing]));
        Assert.Equal(expected, result.Ledger.Noted[LedgerReason.ConversionDateMissing]);
    }

    [Fact]
    public void ConversionWithoutItsDate_WasThereByTheDateOfWhatImpliesIt_AndTakesNoTime()
    {
        LeadToOpportunityCalculator qualified = Kpi.LeadToOpportunity with { ConvertedWhen = LeadConversion.Qualified };
        LeadToOpportunity inTime = qualified.Calculate(new[] { ConvertedOn(89) }), late = qualified.Calculate(new[] { ConvertedOn(90) });
        Assert.Equal((1, 0, 1), (inTime.Converted, inTime.TimeToConvert.Count, inTime.TimeLedger.Excluded[LedgerReason.ConversionDateMissing]));
        Assert.Equal((0, 1), (late.Converted, late.ConvertedLate));
    }

    [Fact]
    public void DealsCreation_ComesBeforeTheLeadsOwnDate()
    {
        Lead lead = New with { ConvertedAt = Morning + Duration.FromDays(5), DealCreatedAt = Morning + Duration.FromDays(7) };
        Assert.Equal(7, Kpi.LeadToOpportunity.Calculate(new[] { lead }).TimeToConvert.MeanDays);
        Assert.Equal(5, Kpi.LeadToOpportunity.Calculate(new[] { lead with { DealCreatedAt = null } }).TimeToConvert.MeanDays);
    }

    [Fact]
    public void SalesData_DatesConversionsByTheDeals_AndFollowsMergesOfLeads()
    {
        SalesData data = new()
        {
            Leads = new[] { New with { Id = "A" }, New with { Id = "A'", MergedIntoId = "A''" }, New with { Id = "A''", MergedIntoId = "A" }, New with { Id = "B" } },
            Deals = new[]
            {
                new Deal { Id = "1", Outcome = DealOutcome.Lost, LeadId = "A'", CreatedAt = Morning + Duration.FromDays(4), ClosedAt = Morning + Duration.FromDays(6) },
                new Deal { Id = "2", Outcome = DealOutcome.Won, LeadId = "A", CreatedAt = Morning + Duration.FromDays(8), ClosedAt = Morning + Duration.FromDays(20) },
            },
        };
        LeadToOpportunity created = Kpi.LeadToOpportunity.Calculate(data);
        Assert.Equal((new Proportion(1, 2), 4.0, 2), (created.Rate, created.TimeToConvert.MeanDays!.Value, created.Ledger.Excluded[LedgerReason.Merged]));
        LeadToOpportunity won = (Kpi.LeadToOpportunity with { ConvertedWhen = LeadConversion.Won }).Calculate(data);
        Assert.Equal((new Proportion(1, 2), 20.0), (won.Rate, won.TimeToConvert.MeanDays!.Value));
    }

    [Fact]
    public void NothingToDivideBy_IsUndefinedForAReason()
    {
        LeadToOpportunity none = Kpi.LeadToOpportunity.Calculate(Array.Empty<Lead>());
        Assert.Equal((UndefinedReason.NoRows, null, "undefined: NoRows"), (none.Undefined, none.Rate.Value, none.ToString()));
        LeadToOpportunity young = (Kpi.LeadToOpportunity with { AsOf = Morning }).Calculate(new[] { New });
        Assert.Equal((UndefinedReason.WindowsRunning, null, 0.0), (young.Undefined, young.Rate.Value, young.RateToDate.Value!.Value));
    }

    [Fact]
    public void SlicesByTheConversion_AreRefused_AndByTheReceiptCohorts()
    {
        Leads leads = new[] { ConvertedOn(20), ConvertedOn(1), New with { ReceivedAt = Morning + Duration.FromDays(20) } };
        foreach (DateField<ILeadRow> date in (DateField<ILeadRow>[])[LeadDate.Qualified, LeadDate.Converted, LeadDate.DealCreated, LeadDate.Won])
            Assert.Throws<ArgumentException>("date", () => Kpi.LeadToOpportunity.Calculate(leads.Per(Months, date)));
        KpiSeries<LeadToOpportunity> cohorts = Kpi.LeadToOpportunity.Calculate(leads.Per(Months, LeadDate.Received));
        Assert.Equal([new(2, 2), new(0, 1), default], cohorts.Select(month => month.Value.Rate));
    }

    [Fact]
    public void PerPeriod_CountsEachEventInItsOwnPeriod()
    {
        // March: 3 come, 1 converts. April: 1 comes, 1 of March converts, 1 of March is rejected. May: 2 convert, none comes.
        Leads leads = new[]
        {
            ConvertedOn(1), ConvertedOn(20), ConvertedOn(50), New with { DisqualifiedAt = Morning + Duration.FromDays(25) },
            New with { ReceivedAt = Morning + Duration.FromDays(30), DealCreatedAt = Morning + Duration.FromDays(60) },
        };
        KpiSeries<LeadFlow> months = Kpi.LeadToOpportunity.PerPeriod(leads, Months);
        Assert.Equal(["1 converted, 4 received, 4 in play", "1 converted, 1 received, 4 in play", "2 converted, 0 received, 2 in play"],
            months.Select(month => month.Value.ToString()));
        Assert.Equal([0.25, 1, null], months.Select(month => month.Value.ConvertedPerReceived));
        Assert.Equal([new(1, 4), new(1, 4), new(2, 2)], months.Select(month => month.Value.Rate));
    }

    [Fact]
    public void PerPeriod_WithMoreConversionsThanReceipts_StillHasARateOfAtMostOne()
    {
        Lead[] old = [.. Enumerable.Repeat(ConvertedOn(20), 5)];
        LeadFlow april = Kpi.LeadToOpportunity.PerPeriod((Lead[])[.. old, New with { ReceivedAt = Morning + Duration.FromDays(20) }], Months)[1].Value;
        Assert.Equal((5.0, new Proportion(5, 6)), (april.ConvertedPerReceived!.Value, april.Rate));
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Window", () => Kpi.LeadToOpportunity with { Window = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>("Window", () => Kpi.LeadToOpportunity with { Window = Duration.FromDays(-1) });
        foreach (double rate in (double[])[-0.01, 1.01, double.NaN])
            Assert.Throws<ArgumentOutOfRangeException>("TargetRate", () => Kpi.LeadToOpportunity with { TargetRate = rate });
        Assert.Throws<ArgumentNullException>("leads", () => Kpi.LeadToOpportunity.PerPeriod(null!, Months));
        Assert.Throws<ArgumentNullException>("periods", () => Kpi.LeadToOpportunity.PerPeriod(Array.Empty<Lead>(), null!));
    }

    private static Lead ConvertedOn(int day) => New with { DealCreatedAt = Morning + Duration.FromDays(day) };
}

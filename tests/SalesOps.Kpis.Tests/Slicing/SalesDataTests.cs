using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class SalesDataTests
{
    private static readonly Instant Day0 = Instant.FromUtc(2024, 1, 1, 0, 0);

    // Merges

    [Fact]
    public void Merged_ThroughTwoSteps_IsOneDeal()
    {
        // dbt_hubspot#134: chained merges were counted as deals of their own.
        SalesData data = new() { Deals = new[] { Won("A") with { MergedIntoId = "B" }, Won("B") with { MergedIntoId = "C" }, Won("C") } };
        WinRate rate = Kpi.WinRate.Calculate(data);
        Assert.Equal(new Proportion(1, 1), rate.ByCount);
        Assert.Equal(2, rate.Ledger.Excluded[LedgerReason.Merged]);
        Assert.Equal(["C", "C", null], DealsOf(data).Select(deal => deal.MergedIntoId));
        Assert.Equal((1, 2), (data.Links.Deals.Unlinked, data.Links.Deals.Merged));
    }

    [Fact]
    public void Merged_InTwoPairs_IsTwoDeals()
    {
        // odoo PR#49484: all rows of a selection were merged into one.
        SalesData data = new()
        {
            Deals = new[] { Won("1"), Won("1'") with { MergedIntoId = "1" }, Won("2"), Won("2'") with { MergedIntoId = "2" } },
        };
        Assert.Equal(new Proportion(2, 2), Kpi.WinRate.Calculate(data).ByCount);
        Assert.Equal([null, "1", null, "2"], DealsOf(data).Select(deal => deal.MergedIntoId));
    }

    [Fact]
    public void Merged_InACircle_KeepsTheLeastIdInAnyOrder()
    {
        Deal[] circle = [Won("B") with { MergedIntoId = "C" }, Won("C") with { MergedIntoId = "A" }, Won("A") with { MergedIntoId = "B" }];
        Deal[] tail = [Won("0") with { MergedIntoId = "C" }, Won("self") with { MergedIntoId = "self" }];
        foreach (Deal[] deals in (Deal[][])[[.. circle, .. tail], [.. tail, .. circle.Reverse()]])
        {
            SalesData data = new() { Deals = deals };
            Assert.Equal(["A", "self"], DealsOf(data).Where(deal => deal.MergedIntoId is null).Select(deal => deal.Id).Order());
            Assert.Equal((2, 3), (data.Links.Deals.MergeCycles, data.Links.Deals.Merged));
            Assert.Equal("A", DealsOf(data).Single(deal => deal.Id == "0").MergedIntoId);
        }
    }

    [Fact]
    public void Merged_IntoARowThatIsNotThere_CountsAsItsOwn()
    {
        SalesData data = new() { Deals = new[] { Won("A") with { MergedIntoId = "B" }, Won("B") with { MergedIntoId = "gone" } } };
        Assert.Equal(new Proportion(1, 1), Kpi.WinRate.Calculate(data).ByCount);
        Assert.Equal(["B", null], DealsOf(data).Select(deal => deal.MergedIntoId));
        Assert.Equal((1, 1), (data.Links.Deals.UnknownSurvivors, data.Links.Deals.Merged));
        // Alone, a calculator goes by what the row says.
        Assert.Equal(new Proportion(0, 0), Kpi.WinRate.Calculate(new[] { Won("B") with { MergedIntoId = "gone" } }).ByCount);
    }

    [Fact]
    public void Ids_DifferingInCase_AreTwo()
    {
        SalesData data = new() { Deals = new[] { Won("a"), Won("B") with { MergedIntoId = "A" } } };
        Assert.Equal(1, data.Links.Deals.UnknownSurvivors);
        Assert.Equal(new Proportion(2, 2), Kpi.WinRate.Calculate(data).ByCount);
    }

    [Fact]
    public void Merged_ThroughManySteps_EndsAtTheLast()
    {
        const int Steps = 200_000;
        SalesData data = new()
        {
            Deals = Enumerable.Range(0, Steps).Select(i => Won($"{i}") with { MergedIntoId = i == Steps - 1 ? null : $"{i + 1}" }).ToArray(),
        };
        Assert.Equal(Steps - 1, data.Links.Deals.Merged);
        Assert.All(DealsOf(data).SkipLast(1), deal => Assert.Equal("199999", deal.MergedIntoId));
    }

    [Fact]
    public void StageChanges_OfMergedDeals_GoToTheSurvivor()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("A") with { MergedIntoId = "B" }, Won("B") with { MergedIntoId = "C" }, Won("C") },
            StageChanges = [Change("A"), Change("C"), Change("unknown")],
        };
        Assert.Equal([Change("C"), Change("C"), Change("unknown")], data.StageChanges);

        static StageChange Change(string id) => new() { DealId = id, Stage = "demo", EnteredAt = Day0 };
    }

    [Fact]
    public void StageChanges_OfARepeatedId_FollowTheRowThatStandsForIt()
    {
        Deal merged = Won("A") with { MergedIntoId = "B", CreatedAt = After(days: 1) };
        StageChange change = new() { DealId = "A", Stage = "demo", EnteredAt = Day0 };
        foreach (bool mergedIsLater in (bool[])[false, true])
        {
            SalesData data = new()
            {
                Deals = new[] { merged, Won("A") with { CreatedAt = After(days: mergedIsLater ? 0 : 2) }, Won("B") },
                StageChanges = [change],
            };
            Assert.Equal(mergedIsLater ? "B" : "A", data.StageChanges.Single().DealId);
        }
    }

    // Links

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Link_OnEitherSide_JoinsBoth(bool onDeal, bool onLead)
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D") with { LeadId = onDeal ? "L" : null, ClosedAt = After(days: 9) } },
            Leads = new[] { Received("L", day: 2) with { DealId = onLead ? "D" : null } },
        };
        Assert.Equal(("L", "D"), (DealsOf(data)[0].LeadId, LeadsOf(data)[0].DealId));
        Assert.Equal((1, 1, 0), (data.Links.Deals.Linked, data.Links.Leads.Linked, data.Links.Conflicts));
        Assert.Equal(7, Kpi.SalesCycle.Calculate(data).Duration.MeanDays);
    }

    [Fact]
    public void Link_NamedByTwoDealsAgainstTheLeadsWord_IsTheDeals()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D1") with { LeadId = "L" }, Won("D2") },
            Leads = new[] { Received("L", day: 2) with { DealId = "D2" } },
        };
        Assert.Equal(["L", null], DealsOf(data).Select(deal => deal.LeadId));
        Assert.Equal("D1", LeadsOf(data)[0].DealId);
        Assert.Equal((1, 1, 1), (data.Links.Conflicts, data.Links.Deals.Linked, data.Links.Deals.Unlinked));
    }

    [Fact]
    public void Link_ToADealThatNamesAnotherLead_LeavesTheDealItsLeadAndTheLeadItsDeal()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D") with { LeadId = "L2" } },
            Leads = new[] { Received("L1", day: 1) with { DealId = "D" }, Received("L2", day: 5) },
        };
        Assert.Equal((Day0 + Duration.FromDays(5), "L2"), (DealsOf(data)[0].LeadReceivedAt, DealsOf(data)[0].LeadId));
        Assert.Equal(["D", "D"], LeadsOf(data).Select(lead => lead.DealId));
        Assert.Equal((1, 2), (data.Links.Conflicts, data.Links.Leads.Linked));
    }

    [Fact]
    public void Lead_OfTwoDeals_IsOneLeadOfTheFirstCreated()
    {
        // ERPNext counts opportunities per lead, so that one lead with two of them converts by 200 %.
        SalesData data = new()
        {
            Deals = new[]
            {
                Won("undated") with { LeadId = "L" }, Won("late") with { LeadId = "L", CreatedAt = After(days: 8) },
                Won("early") with { LeadId = "L", CreatedAt = After(days: 4) },
            },
            Leads = new[] { Received("L", day: 1) with { DealId = "late" } },
        };
        Assert.Equal((3, 1, 1), (data.Links.Deals.Linked, data.Links.Leads.Linked, data.Links.Leads.Rows));
        Assert.Equal("early", LeadsOf(data)[0].DealId);
        Assert.Equal(0, data.Links.Conflicts);                  // the deal that the lead names does name it
    }

    [Fact]
    public void Lead_ThatTookOverTheDealOfAMergedOne_HasTheFirstCreated()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D1") with { CreatedAt = After(days: 3) }, Won("D2") with { CreatedAt = After(days: 2) } },
            Leads = new[] { Received("L", 1) with { DealId = "D1" }, Received("merged", 1) with { DealId = "D2", MergedIntoId = "L" } },
        };
        Assert.Equal(["L", "L"], DealsOf(data).Select(deal => deal.LeadId));
        Assert.Equal("D2", LeadsOf(data)[0].DealId);
    }

    [Fact]
    public void Deal_OfSeveralLeads_CountsFromTheFirstReceived()
    {
        Lead[] leads = [Of("undated"), Of("b", 3), Of("a", 3), Of("late", 7)];
        foreach (Lead[] order in (Lead[][])[leads, [.. leads.Reverse()]])
        {
            SalesData data = new() { Deals = new[] { Won("D") }, Leads = order };
            Assert.Equal(("a", After(days: 3)), (DealsOf(data)[0].LeadId, DealsOf(data)[0].LeadReceivedAt));
            Assert.Equal((4, 0), (data.Links.Leads.Linked, data.Links.Conflicts));
        }

        static Lead Of(string id, int? day = null) => new() { Id = id, DealId = "D", ReceivedAt = day is { } d ? After(d) : null };
    }

    [Fact]
    public void Link_ToNothing_IsOrphanedAndStays()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D1") with { LeadId = "gone" }, Won("D2") },
            Leads = new[] { Received("L1", 1) with { DealId = "gone" }, Received("L2", 2) },
        };
        Assert.Equal((0, 1, 1), (data.Links.Deals.Linked, data.Links.Deals.Orphaned, data.Links.Deals.Unlinked));
        Assert.Equal((0, 1, 1), (data.Links.Leads.Linked, data.Links.Leads.Orphaned, data.Links.Leads.Unlinked));
        Assert.Equal(("gone", "gone"), (DealsOf(data)[0].LeadId, LeadsOf(data)[0].DealId));
    }

    [Fact]
    public void Link_ToNothing_YieldsToOneOnTheOtherSide()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D") with { LeadId = "gone" } },
            Leads = new[] { Received("L", 1) with { DealId = "D" } },
        };
        Assert.Equal(("L", 1, 0), (DealsOf(data)[0].LeadId, data.Links.Deals.Linked, data.Links.Deals.Orphaned));
    }

    [Fact]
    public void Links_ToAndFromMergedRows_BelongToTheSurvivors()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D1") with { MergedIntoId = "D2", LeadId = "L1" }, Won("D2"), Won("D3") },
            Leads = new[] { Received("L1", 1) with { MergedIntoId = "L2" }, Received("L2", 2), Received("L3", 3) with { MergedIntoId = "L4", DealId = "D3" }, Received("L4", 4) },
        };
        Assert.Equal(["L2", "L4"], DealsOf(data).Where(deal => deal.MergedIntoId is null).Select(deal => deal.LeadId));
        Assert.Equal(["D2", "D3"], LeadsOf(data).Where(lead => lead.MergedIntoId is null).Select(lead => lead.DealId));
        Assert.Equal((2, 1, 2, 2), (data.Links.Deals.Linked, data.Links.Deals.Merged, data.Links.Leads.Linked, data.Links.Leads.Merged));
        Assert.Equal(0, data.Links.Conflicts);
    }

    [Fact]
    public void RepeatedIds_AllCountAndShareTheLink()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("D") with { CreatedAt = After(days: 1) }, Won("D") with { CreatedAt = After(days: 2) } },
            Leads = new[] { Received("L", 1) with { DealId = "D" }, Received("L", 4) },
        };
        Assert.Equal(new Proportion(2, 2), Kpi.WinRate.Calculate(data).ByCount);
        Assert.Equal((2, 1, 2, 1), (data.Links.Deals.Linked, data.Links.Deals.RepeatedIds, data.Links.Leads.Linked, data.Links.Leads.RepeatedIds));
        // Of the leads that one stands for the id which was received last.
        Assert.All(DealsOf(data), deal => Assert.Equal(After(days: 4), deal.LeadReceivedAt));
    }

    [Fact]
    public void RepeatedIds_WithoutALinkShareThatOfTheRowThatStandsForThem()
    {
        Deal[] deals =
        [
            Won("D") with { LeadId = "L2", CreatedAt = After(days: 9) }, Won("D") with { LeadId = "L1", CreatedAt = After(days: 8) },
            Won("D") with { CreatedAt = After(days: 7) },
        ];
        foreach (Deal[] order in (Deal[][])[deals, [.. deals.Reverse()]])
        {
            SalesData data = new() { Deals = order, Leads = new[] { Received("L1", 1), Received("L2", 2) } };
            Assert.Equal(["L2", "L1", "L2"], DealsOf(data).OrderByDescending(deal => deal.CreatedAt).Select(deal => deal.LeadId));
        }
    }

    // What deals lack

    [Fact]
    public void Deal_TakesWhatItLacksFromItsLead_AndKeepsItsOwn()
    {
        Lead lead = Received("L", 3) with { Source = "web", Channel = "search", CampaignId = "spring", Segment = "small", CustomerId = "C" };
        Deal own = Won("own") with
        {
            LeadId = "L", LeadReceivedAt = After(days: 1), Source = "fair", Channel = "events", CampaignId = "autumn", Segment = "large", CustomerId = "K",
        };
        SalesData data = new() { Deals = new[] { own, Won("bare") with { LeadId = "L" }, Won("alone") }, Leads = new[] { lead } };
        Assert.Equal(
            [
                own,
                Won("bare") with
                {
                    LeadId = "L", LeadReceivedAt = After(days: 3), Source = "web", Channel = "search", CampaignId = "spring", Segment = "small", CustomerId = "C",
                },
                Won("alone"),
            ],
            DealsOf(data));
        DealFillCounts filled = data.Links.FilledDeals;
        Assert.Equal((1, 1, 1, 1, 1, 1), (filled.Receipts, filled.Customers, filled.Sources, filled.Channels, filled.Campaigns, filled.Segments));
    }

    // What becomes of leads

    [Fact]
    public void Leads_TakeOverWhatBecameOfTheirDeals_AndAreCounted()
    {
        Deal won = Won("D") with { LeadId = "bare", CreatedAt = After(days: 4), ClosedAt = After(days: 9) };
        Deal lost = Won("E") with { Outcome = DealOutcome.Lost, CreatedAt = After(days: 5), ClosedAt = After(days: 8) };
        Lead told = Received("told", 1) with { DealCreatedAt = After(days: 4), WonAt = After(days: 9), DealOutcome = DealOutcome.Won };
        SalesData data = new()
        {
            Deals = new[] { won, won with { Id = "D2", LeadId = "told" }, lost with { LeadId = "wrong" }, lost with { Id = "E2", LeadId = "half" } },
            Leads = new[]
            {
                Received("bare", 1),                                                                    // lacks all three
                told,                                                                                   // says the same
                told with { Id = "wrong" },                                                             // says otherwise, three times
                Received("half", 1) with { DealOutcome = DealOutcome.Open },                            // lacks one, says otherwise of one
                told with { Id = "alone" },                                                             // has no deal
            },
        };
        Assert.Equal(new LeadFillCounts { Creations = 2, Wins = 1, Outcomes = 1, Overruled = 2 }, data.Links.FilledLeads);
        Lead fallen = told with { DealCreatedAt = After(days: 5), WonAt = null, DealOutcome = DealOutcome.Lost };
        Assert.Equal(
            [told with { Id = "bare", DealId = "D" }, told with { DealId = "D2" }, fallen with { Id = "wrong", DealId = "E" }, fallen with { Id = "half", DealId = "E2" }, told with { Id = "alone" }],
            LeadsOf(data));
    }

    [Fact]
    public void Slices_ByAFilledDimension_ShowTheKeysThatOccur()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("1") with { LeadId = "A" }, Won("2") with { LeadId = "B", Source = "web" }, Won("3") with { LeadId = "B" } },
            Leads = new[] { Received("A", 1) with { Source = "web" }, Received("B", 2) with { Source = "fair" }, Received("C", 2) with { Source = "nobody's" } },
        };
        KpiTable<string?, WinRate> bySource = Kpi.WinRate.Calculate(data.Deals.By(DealDimension.Source));
        Assert.Equal([("fair", 1L), ("web", 2L)], bySource.Select(row => (row.Key, row.Value.ByCount.Numerator)));
    }

    // The data as a whole

    [Fact]
    public void EveryRow_StandsInOneCount_AndAgreesWithNaiveLookups()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (Deal[] deals, Lead[] leads) = NaiveLinks.Sample(seed, repeats: false);
            SalesData data = new() { Deals = deals, Leads = leads };
            var naive = new NaiveLinks(deals, leads);
            Assert.Equal(deals.Select(naive.Resolve), DealsOf(data));
            Assert.Equal(leads.Select(naive.Resolve), LeadsOf(data));
            Assert.Equal(naive.Conflicts, data.Links.Conflicts);
            Assert.Equal(naive.Counts(deals), Four(data.Links.Deals));
            Assert.Equal(naive.Counts(leads), Four(data.Links.Leads));
            Assert.Equal((deals.Length, leads.Length), (data.Links.Deals.Rows, data.Links.Leads.Rows));
            Assert.Equal(naive.Filled(), data.Links.FilledLeads);
        }

        static (long, long, long, long) Four(LinkCounts counts) => (counts.Linked, counts.Orphaned, counts.Unlinked, counts.Merged);
    }

    [Fact]
    public void OrderOfRows_ChangesNothing()
    {
        var random = new Random(3);
        for (int seed = 0; seed < 40; seed++)
        {
            (Deal[] deals, Lead[] leads) = NaiveLinks.Sample(seed, repeats: true);
            SalesData data = new() { Deals = deals, Leads = leads };
            HashSet<(Deal, int)> expectedDeals = Bag(DealsOf(data));
            HashSet<(Lead, int)> expectedLeads = Bag(LeadsOf(data));
            SalesData shuffled = new() { Deals = Shuffled(deals, random), Leads = Shuffled(leads, random) };
            Assert.Equal(data.Links, shuffled.Links);
            Assert.Equal(expectedDeals, Bag(DealsOf(shuffled)));
            Assert.Equal(expectedLeads, Bag(LeadsOf(shuffled)));
        }

        static HashSet<(T, int)> Bag<T>(IEnumerable<T> rows) where T : struct => [.. rows.CountBy(row => row).Select(pair => (pair.Key, pair.Value))];
    }

    [Fact]
    public void ResolvedData_WithoutRepeats_ResolveToThemselves()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (Deal[] deals, Lead[] leads) = NaiveLinks.Sample(seed, repeats: false);
            SalesData once = new() { Deals = deals, Leads = leads };
            SalesData twice = new() { Deals = once.Deals, Leads = once.Leads };
            Assert.Equal(DealsOf(once), DealsOf(twice));
            Assert.Equal(LeadsOf(once), LeadsOf(twice));
            Assert.Equal(0, twice.Links.Deals.MergeCycles + twice.Links.Deals.UnknownSurvivors);
        }
    }

    [Fact]
    public void Rows_OfAnyKind_GiveTheSameData()
    {
        (Deal[] deals, Lead[] leads) = NaiveLinks.Sample(seed: 5, repeats: true);
        SalesData expected = new() { Deals = deals, Leads = leads };
        foreach ((Deals, Leads) given in ((Deals, Leads)[])
        [
            (deals.ToList(), leads.ToList()), (DealTable.Of(deals), LeadTable.Of(leads)), (Deals.Over(deals, d => d), Leads.Over(leads, l => l)),
            (((Deals)deals).InParallel(2), ((Leads)leads).InParallel(2)),
        ])
        {
            SalesData data = new() { Deals = given.Item1, Leads = given.Item2 };
            Assert.Equal(expected.Links, data.Links);
            Assert.Equal(DealsOf(expected), DealsOf(data));
            Assert.Equal(LeadsOf(expected), LeadsOf(data));
        }
    }

    [Fact]
    public void Threads_StayThoseOfTheGivenView()
    {
        SalesData data = new() { Deals = ((Deals)SampleDeals.Make(10)).InParallel(3), Leads = ((Leads)Array.Empty<Lead>()).InParallel(2) };
        Assert.Equal((3, 2), (data.Deals.Narrowing.Threads, data.Leads.Narrowing.Threads));
    }

    [Fact]
    public void GivenRows_StayAsTheyAre()
    {
        (Deal[] deals, Lead[] leads) = NaiveLinks.Sample(seed: 6, repeats: true);
        DealTable dealTable = DealTable.Of(deals);
        LeadTable leadTable = LeadTable.Of(leads);
        SalesData data = new() { Deals = dealTable, Leads = leadTable };
        Assert.NotEqual(deals, DealsOf(data));
        Assert.Equal(deals, Enumerable.Range(0, dealTable.Count).Select(row => dealTable[row]));
        Assert.Equal(leads, Enumerable.Range(0, leadTable.Count).Select(row => leadTable[row]));
    }

    [Fact]
    public void Where_RemovesRowsFromWhatIsKnown()
    {
        Deals deals = new[] { Won("A") with { MergedIntoId = "B" }, Won("B") };
        SalesData data = new() { Deals = deals.Where(deal => deal.Id != "B") };
        Assert.Equal((1, 1), (data.Links.Deals.Rows, data.Links.Deals.UnknownSurvivors));
        Assert.Equal(new Proportion(1, 1), Kpi.WinRate.Calculate(data).ByCount);
    }

    [Fact]
    public void Within_IsRefusedBeforeTheJoin_AndReportsAfterIt()
    {
        var span = new Interval(After(days: 5), After(days: 9));
        Deals deals = new[] { Won("A") with { MergedIntoId = "B", ClosedAt = After(days: 6) }, Won("B") with { ClosedAt = After(days: 2) } };
        Leads leads = new[] { Received("L", 1) };
        Assert.Throws<ArgumentException>(() => new SalesData { Deals = deals.Within(span, DealDate.Closed) });
        Assert.Throws<ArgumentException>(() => new SalesData { Leads = leads.Within(span, LeadDate.Received) });
        SalesData data = new() { Deals = deals };
        WinRate inside = Kpi.WinRate.Calculate(data.Deals.Within(span, DealDate.Closed));
        Assert.Equal((new Proportion(0, 0), 1), (inside.ByCount, inside.Ledger.Excluded[LedgerReason.Merged]));
    }

    [Fact]
    public void Data_AreJoinedOnceForAllThreads()
    {
        int made = 0;
        Deal[] deals = SampleDeals.Make(200);
        SalesData data = new()
        {
            Deals = Deals.Over(deals, deal =>
            {
                Interlocked.Increment(ref made);
                return deal;
            }),
        };
        var links = new LinkReport[8];
        Parallel.For(0, links.Length, i => links[i] = data.Links);
        Assert.All(links, report => Assert.Same(links[0], report));
        Assert.Equal(deals.Length, made);
    }

    [Fact]
    public void Data_WithoutRows_AreEmpty()
    {
        SalesData data = new();
        Assert.Equal(0, data.Links.Deals.Rows + data.Links.Leads.Rows + data.StageChanges.Count + data.Targets.Count + data.Reps.Count);
        Assert.Equal(UndefinedReason.NoClosedDeals, Kpi.WinRate.Calculate(data).Undefined);
    }

    [Fact]
    public void Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new SalesData { Deals = null! });
        Assert.Throws<ArgumentNullException>(() => new SalesData { Leads = null! });
        Assert.Throws<ArgumentNullException>(() => new SalesData { StageChanges = null! });
        Assert.Throws<ArgumentNullException>(() => new SalesData { Targets = null! });
        Assert.Throws<ArgumentNullException>(() => new SalesData { Reps = null! });
        Assert.Throws<ArgumentNullException>(() => Kpi.WinRate.Calculate((SalesData)null!));
    }

    [Fact]
    public void Report_PrintsCountsAndNoIds()
    {
        SalesData data = new()
        {
            Deals = new[] { Won("secret") with { MergedIntoId = "secret2" }, Won("other") with { LeadId = "L" } },
            Leads = new[] { Received("L", 1) },
        };
        Assert.Equal("""
            deals: 1 of 2 linked, 0 orphaned, 1 unlinked, 0 merged; 1 into rows that aren't there
            leads: 1 of 1 linked, 0 orphaned, 0 unlinked, 0 merged
            conflicts: 0
            """, data.Links.ToString());
    }

    private static Instant After(int days) => Day0 + Duration.FromDays(days);

    private static Deal Won(string id) => new() { Id = id, Outcome = DealOutcome.Won };

    private static Lead Received(string id, int day) => new() { Id = id, ReceivedAt = After(day) };

    private static Deal[] DealsOf(SalesData data)
    {
        DealTable table = DealTable.Of(data.Deals);
        return [.. Enumerable.Range(0, table.Count).Select(row => table[row])];
    }

    private static Lead[] LeadsOf(SalesData data)
    {
        LeadTable table = LeadTable.Of(data.Leads);
        return [.. Enumerable.Range(0, table.Count).Select(row => table[row])];
    }

    private static T[] Shuffled<T>(T[] rows, Random random)
    {
        T[] copy = [.. rows];
        random.Shuffle(copy);
        return copy;
    }
}

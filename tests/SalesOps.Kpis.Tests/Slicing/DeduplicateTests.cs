using System.Reflection;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

public class DeduplicateTests
{
    private static readonly Instant Day0 = Instant.FromUtc(2024, 1, 1, 0, 0);

    private static readonly Deal Bare = new() { Id = "A", Outcome = DealOutcome.Lost };

    [Fact]
    public void Rows_WithoutRepeats_AllStay()
    {
        Deduplicated<Deals> deals = ((Deals)SampleDeals.Make(500)).Deduplicate();
        Assert.Equal((500, 0, 0), (Rows(deals.Rows).Length, deals.RowsDropped, deals.RepeatedIds.Count));
    }

    [Fact]
    public void Repeats_AreCountedAsExactOrDiffering()
    {
        Deal other = Bare with { Outcome = DealOutcome.Won, ClosedAt = Day0 };
        Deal[] rows = [Bare, other, Bare with { Id = "a" }, Bare, Bare, Bare with { Id = "B" }, Bare with { Id = "B" }];
        Deduplicated<Deals> deals = ((Deals)rows).Deduplicate();
        Assert.Equal([other, Bare with { Id = "a" }, Bare with { Id = "B" }], Rows(deals.Rows).OrderBy(deal => deal.Id != "A").ThenBy(deal => deal.Id == "B"));
        Assert.Equal((3, 1, 4), (deals.ExactRepeats, deals.DifferingRepeats, deals.RowsDropped));
        Assert.Equal(["A", "B"], deals.RepeatedIds);
        Assert.Equal("2 repeated ids, 4 rows dropped: 3 exact repeats, 1 that differ", deals.ToString());
    }

    [Fact]
    public void RowThatStays_HasTheLatestEvent_ThenTheMostFields_ThenTheFirstContent()
    {
        Deal early = Bare with { CreatedAt = Day0, ClosedAt = Day0 + Duration.FromDays(1), OwnerId = "o", Source = "s", Stage = "t" };
        Deal late = Bare with { ClosedAt = Day0 + Duration.FromDays(2) };
        Deal fuller = late with { OwnerId = "o" };
        Deal first = late with { OwnerId = "n" };
        Stays(late, early, Bare, late);
        Stays(fuller, early, late, fuller);
        Stays(first, early, late, fuller, first);
        // An expected date is no event.
        Stays(late, late, Bare with { ExpectedCloseOn = new LocalDate(2030, 1, 1) });
    }

    [Fact]
    public void RowsThatStay_DoNotDependOnTheOrder()
    {
        var random = new Random(4);
        Deal[] rows = [.. SampleDeals.Make(300).Select((deal, i) => deal with { Id = $"{i / 3}", Source = null })];
        HashSet<Deal> expected = [.. Rows(((Deals)rows).Deduplicate().Rows)];
        Assert.Equal(100, expected.Count);
        for (int trial = 0; trial < 10; trial++)
        {
            random.Shuffle(rows);
            Assert.Equal(expected, [.. Rows(((Deals)rows).Deduplicate().Rows)]);
        }
    }

    [Fact]
    public void Deduplicate_WorksOverEveryKindOfRows()
    {
        Deal[] rows = [.. SampleDeals.Make(300).Select((deal, i) => deal with { Id = $"{i % 100}" })];
        Deal[] expected = Rows(((Deals)rows).Deduplicate().Rows);
        foreach (Deals deals in (Deals[])[rows.ToList(), DealTable.Of(rows), Deals.Over(rows, d => d)])
            Assert.Equal(expected, Rows(deals.Deduplicate().Rows));
    }

    [Fact]
    public void Deduplicate_IsNeverDoneUnasked()
    {
        Deal[] rows = [Bare, Bare];
        Assert.Equal(new Proportion(0, 2), Kpi.WinRate.Calculate(rows).ByCount);
        Assert.Equal(new Proportion(0, 1), Kpi.WinRate.Calculate(((Deals)rows).Deduplicate().Rows).ByCount);
    }

    [Fact]
    public void RowsLeftOutBefore_AreNotRepeats()
    {
        Deals deals = new[] { Bare with { OwnerId = "x", ClosedAt = Day0 }, Bare };
        Deduplicated<Deals> kept = deals.Where(deal => deal.OwnerId is null).Deduplicate();
        Assert.Equal((0, 1), (kept.RowsDropped, Rows(kept.Rows).Length));
        Assert.Throws<InvalidOperationException>(() => deals.Within(new Interval(Day0, null), DealDate.Closed).Deduplicate());
    }

    [Fact]
    public void Leads_AreDeduplicatedLikewise()
    {
        Lead late = new() { Id = "L", ReceivedAt = Day0, ContactedAt = Day0 + Duration.FromDays(1) };
        Lead[] rows = [new() { Id = "L", ReceivedAt = Day0, Source = "web", Channel = "search" }, late, late, new() { Id = "M" }];
        Deduplicated<Leads> leads = ((Leads)rows).Deduplicate();
        Assert.Equal((1, 1, "L"), (leads.ExactRepeats, leads.DifferingRepeats, leads.RepeatedIds.Single()));
        LeadTable table = LeadTable.Of(leads.Rows);
        Assert.Equal([late, rows[3]], Enumerable.Range(0, table.Count).Select(row => table[row]));
    }

    [Fact]
    public void Order_SeesEveryFieldOfARecord()
    {
        Check(Bare, ContentOrder.OfDeals);
        Check(new Lead { Id = "A" }, ContentOrder.OfLeads);

        static void Check<T>(T record, ContentOrder<T> order) where T : struct
        {
            foreach (PropertyInfo property in typeof(T).GetProperties())
            {
                object other = record;
                property.SetValue(other, Value(property.PropertyType));
                Assert.NotEqual(record, (T)other);
                Assert.True(order.Compare(record, (T)other) != 0, property.Name);
                Assert.Equal(-Math.Sign(order.Compare(record, (T)other)), Math.Sign(order.Compare((T)other, record)));
            }
        }

        static object Value(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(string) => "other",
            var t when t == typeof(Instant) => Day0,
            var t when t == typeof(Money) => new Money(1, Currency.Eur),
            var t when t == typeof(LocalDate) => new LocalDate(2024, 2, 29),
            var t when t == typeof(decimal) => 1m,
            var t when t == typeof(double) => 0.5,
            var t => Enum.ToObject(t, 1),
        };
    }

    private static void Stays(Deal expected, params Deal[] rows)
    {
        Assert.Equal([expected], Rows(((Deals)rows).Deduplicate().Rows));
        Assert.Equal([expected], Rows(((Deals)rows.Reverse().ToArray()).Deduplicate().Rows));
    }

    private static Deal[] Rows(Deals deals)
    {
        DealTable table = DealTable.Of(deals);
        return [.. Enumerable.Range(0, table.Count).Select(row => table[row])];
    }
}

using FsCheck.Xunit;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Tests;

/// <summary>The laws of accumulators over leads.</summary>
[Properties(Arbitrary = [typeof(OddLeads), typeof(OddOptions)], MaxTest = 100)]
public abstract class LeadLaws<TOptions, TAccumulator, TResult>
    where TOptions : LeadCalculator<TAccumulator, TResult>
    where TAccumulator : struct, IAccumulator<TAccumulator, ILeadRow>
{
    private const double Rounding = 1e-12;

    private static readonly Lead[] Many = [.. Enumerable.Repeat(OddLeads.Make(500, seed: 8), 600).SelectMany(leads => leads)];

    protected abstract TResult Oracle(TOptions options, IReadOnlyList<Lead> leads);

    protected abstract IEnumerable<TOptions> ForManyRows();

    [Property(MaxTest = 500)]
    public void Answer_IsTheDefinitions(TOptions options, Lead[] leads) =>
        Everything.Equal(Oracle(options, leads), options.Calculate(leads), Rounding);

    [Property]
    public void AnySplitInAnyOrder_GivesTheSameBits(TOptions options, Lead[] leads, int seed) => MergeLaws.Hold(options, leads, seed);

    [Property]
    public void EveryKindOfRows_GivesTheSameBits(TOptions options, Lead[] leads)
    {
        TResult expected = options.Calculate(leads);
        KpiTable<string?, TResult> groups = options.Calculate(((Leads)leads).By(lead => lead.ResponderId));
        foreach (Leads view in LeadSources.Of(leads))
        {
            Everything.Equal(expected, options.Calculate(view));
            KpiTable<string?, TResult> byResponder = options.Calculate(view.By(LeadDimension.Responder));
            Assert.Equal(groups.Select(row => row.Key), byResponder.Select(row => row.Key));
            Assert.All(groups, row => Everything.Equal(row.Value, byResponder[row.Key]));
        }
    }

    [Property]
    public void Groups_AreTheDefinitions_AndAddUpToTheWhole(TOptions options, Lead[] leads)
    {
        KpiTable<string?, TResult> owners = options.Calculate(((Leads)leads).By(LeadDimension.Owner));
        Everything.Equal(options.Calculate(leads), owners.Total);
        Assert.All(owners, row => Everything.Equal(Oracle(options, [.. leads.Where(lead => lead.OwnerId == row.Key)]), row.Value, Rounding));
        Assert.Equal(leads.Select(lead => lead.OwnerId).Distinct().Count(), owners.Count);
    }

    [Fact]
    public void InParallel_GivesTheSameBits()
    {
        Leads table = LeadTable.Of(Many);
        PeriodGrid months = ReportingCalendar.Utc.Months(new(2023, 12, 1), new(2024, 5, 1));
        foreach (TOptions options in ForManyRows())
        {
            TResult whole = options.Calculate(table);
            Everything.Equal(Oracle(options, Many), whole, Rounding);
            KpiTable<string?, TResult> byOwner = options.Calculate(table.By(LeadDimension.Owner));
            KpiSeries<TResult> perMonth = options.Calculate(table.Per(months, LeadDate.Received));
            foreach (int threads in (int[])[2, 3])
            {
                Everything.Equal(whole, options.Calculate(((Leads)Many).InParallel(threads)));
                Everything.Equal(byOwner, options.Calculate(table.InParallel(threads).By(LeadDimension.Owner)));
                Everything.Equal(perMonth, options.Calculate(table.InParallel(threads).Per(months, LeadDate.Received)));
            }
        }
    }
}

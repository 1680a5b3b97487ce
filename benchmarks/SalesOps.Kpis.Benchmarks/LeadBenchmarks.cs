using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis.Benchmarks;

/// <summary>Response times with exact quantiles, by the calendar and in working time, and leads to opportunities by source and month.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class LeadBenchmarks
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly Duration Sla = Duration.FromMinutes(5L), Window = Duration.FromDays(90);

    private readonly Lead[] _records = SyntheticLeads.Generate();
    private readonly Leads _table;
    private readonly PeriodGrid _months = new ReportingCalendar(NewYork).Months(SyntheticLeads.Start, SyntheticLeads.Start.PlusYears(3));
    private readonly WorkingHours _hours = WorkingHours.MondayToFriday(NewYork, new LocalTime(9, 0), new LocalTime(17, 0));
    private readonly LeadResponseTimeCalculator _response = Kpi.LeadResponseTime with { AsOf = SyntheticLeads.AsOf };
    private readonly LeadToOpportunityCalculator _toOpportunity = Kpi.LeadToOpportunity with { AsOf = SyntheticLeads.AsOf };
    private readonly Moment[] _received, _responded;
    private readonly Duration?[] _elapsed = new Duration?[SyntheticLeads.Count];

    public LeadBenchmarks()
    {
        _table = LeadTable.Of(_records);
        _received = [.. _records.Select(lead => (Moment)lead.ReceivedAt)];
        _responded = [.. _records.Select(lead => (Moment)lead.FirstRespondedAt)];
    }

    [BenchmarkCategory("response"), Benchmark]
    public object ResponseTable() => _response.Calculate(_table);

    [BenchmarkCategory("response"), Benchmark]
    public object ResponseRecords() => _response.Calculate(_records);

    [BenchmarkCategory("response"), Benchmark(Baseline = true)]
    public object ResponseLinq() => MedianAndSla(_records);

    [BenchmarkCategory("response by owner"), Benchmark]
    public object ResponseByOwnerTable() => _response.Calculate(_table.By(LeadDimension.Owner));

    [BenchmarkCategory("response by owner"), Benchmark]
    public object ResponseInHoursByOwnerTable() => (_response with { Hours = _hours }).Calculate(_table.By(LeadDimension.Owner));

    [BenchmarkCategory("response by owner"), Benchmark]
    public object DecayByOwnerTable() => new ResponseDecayCalculator { Response = _response }.Calculate(_table.By(LeadDimension.Owner));

    [BenchmarkCategory("response by owner"), Benchmark(Baseline = true)]
    public object ResponseByOwnerLinq() => _records.GroupBy(lead => lead.OwnerId).Select(group => (group.Key, MedianAndSla(group))).ToList();

    [BenchmarkCategory("to opportunity"), Benchmark]
    public object ToOpportunityTable() => _toOpportunity.Calculate(_table.By(LeadDimension.Source).Per(_months, LeadDate.Received));

    [BenchmarkCategory("to opportunity"), Benchmark]
    public object ToOpportunityRecords() => _toOpportunity.Calculate(((Leads)_records).By(LeadDimension.Source).Per(_months, LeadDate.Received));

    [BenchmarkCategory("to opportunity"), Benchmark(Baseline = true)]
    public object ToOpportunityLinq() => _records.Where(lead => lead.ReceivedAt + Window <= SyntheticLeads.AsOf)
        .GroupBy(lead => (lead.Source, Month: lead.ReceivedAt!.Value.InZone(NewYork).Date.ToYearMonth()))
        .Select(group => (group.Key, Rate: group.Average(lead => lead.DealCreatedAt < lead.ReceivedAt + Window ? 1.0 : 0))).ToList();

    [BenchmarkCategory("working time"), Benchmark(OperationsPerInvoke = SyntheticLeads.Count)]
    public void WorkingTime() => _hours.Elapsed(_received, _responded, _elapsed);

    private static (double Median, double WithinSla) MedianAndSla(IEnumerable<Lead> leads)
    {
        Duration[] times = [.. leads.Where(lead => lead.FirstRespondedAt <= SyntheticLeads.AsOf)
            .Select(lead => lead.FirstRespondedAt!.Value - lead.ReceivedAt!.Value).Order()];
        return (times[times.Length / 2].TotalMinutes, times.Count(time => time <= Sla) / (double)times.Length);
    }
}

using System.Globalization;

namespace SalesOps.Kpis.Data.Tests;

/// <summary>Expected figures come from plain scripts over the same bytes, not from this library.</summary>
public class LeadResponseTests
{
    private static readonly LeadMap SimulatedMap = new()
    {
        Id = "lead_id", ReceivedAt = "lead_time", FirstRespondedAt = "first_response_time", OwnerId = "sales_rep", ResponderId = "sales_rep", Source = "lead_source",
        Status = "ordered", StatusWords = new() { ["1"] = LeadStatus.Converted, ["0"] = LeadStatus.Contacted },
    };

    private static readonly LeadMap ZohoMap = new() { Id = "LEADID", ReceivedAt = "Created Time", OwnerId = "Lead Owner" };

    [Fact]
    public void Simulated_Times_MatchThePlainScript()
    {
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(Simulated());
        Assert.Equal((10_000, 0), (time.Answered, time.Unanswered));
        Assert.Equal(53.007703149561664, time.MeanMinutes);
        Assert.Equal(26.059465225, time.MedianMinutes);
        Assert.Equal((127.50626546, 196.18288239083333), (time.P90Minutes, time.P95Minutes));
        Assert.Equal((1.0, 480.0), (time.MinMinutes, time.MaxMinutes));
        Assert.Equal([863L, 2_354, 2_220, 2_057, 2_506, 0], time.Buckets.Select(bucket => bucket.Count));
        Assert.Equal(new Proportion(863, 10_000), time.WithinSla);
    }

    [Fact]
    public void Simulated_OrderRateByResponse_MatchesThePlainScript()
    {
        ResponseDecay decay = Kpi.ResponseDecay.Calculate(Simulated());
        Assert.Equal([new Proportion(112, 863), new(307, 2_354), new(226, 2_220), new(175, 2_057), new(157, 2_506), new(0, 0)],
            decay.Conversion.Points.Select(point => point.Rate));
        Assert.Equal([.1298, .1304, .1018, .0851, .0626], decay.Conversion.Points.Take(5).Select(point => Math.Round(point.Rate.Value!.Value, 4)));
        Assert.Equal(112.0 / 863 / (175.0 / 2_057), decay.Conversion.FastToSlow.Value!.Value, 12);
        Assert.True(decay.Conversion.FastToSlow.Lower > 1);
    }

    [Fact]
    public void Zoho_LagsOfYears_AreReported()
    {
        var leads = CsvLeads.Read(PathOf("Leads.csv"), ZohoMap, new CsvFormat { DatePatterns = ["dd MMM, uuuu HH:mm:ss"], Zone = DateTimeZone.Utc });
        Assert.Equal((3_900, 0), (leads.Report.RowsKept, leads.Report.RowsRejected));
        Dictionary<string, Instant> calls = FirstCalls();
        Lead[] called = [.. leads.Rows.Where(lead => calls.ContainsKey(lead.Id)).Select(lead => lead with { FirstRespondedAt = calls[lead.Id] })];
        LeadResponseTime time = Kpi.LeadResponseTime.Calculate(called);
        Assert.Equal((154, 3), (time.Answered, time.Ledger.Excluded[LedgerReason.NegativeDuration]));
        Caution caution = time.Cautions.Single(one => one.Code == CautionCode.ImplausibleLags);
        Assert.Equal((3 + 145) / 157.0, caution.Observed, 15);
    }

    private static List<Lead> Simulated()
    {
        Imported<Lead> leads = CsvLeads.Read(Path.Combine(DataSets.Folder("lead-response-simulated"), "sample_lead_data.csv"), SimulatedMap,
            new CsvFormat { DatePatterns = ["uuuu-MM-dd HH:mm:ss.ffffff", "uuuu-MM-dd HH:mm:ss"], Zone = DateTimeZone.Utc });
        Assert.Equal((10_000, 0), (leads.Report.RowsKept, leads.Report.RowsRejected));
        return leads.Rows;
    }

    // No field of the file is quoted; 0 and blank mean no lead.
    private static Dictionary<string, Instant> FirstCalls()
    {
        string[] lines = File.ReadAllLines(PathOf("Calls.subject-removed.derived.csv"));
        string[] head = lines[0].Split(',');
        int lead = Array.IndexOf(head, "LEADID"), start = Array.IndexOf(head, "Call Start Time");
        return lines.Skip(1).Select(line => line.Split(',')).Where(fields => fields[lead] is not ("" or "0"))
            .GroupBy(fields => fields[lead], fields => DateTime.ParseExact(fields[start], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
            .ToDictionary(calls => calls.Key, calls => Instant.FromDateTimeUtc(DateTime.SpecifyKind(calls.Min(), DateTimeKind.Utc)));
    }

    private static string PathOf(string file) => Path.Combine(DataSets.Folder("zoho-crm-demo"), file);
}

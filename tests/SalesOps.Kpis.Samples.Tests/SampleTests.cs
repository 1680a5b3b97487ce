using System.Text.Json;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>The samples run from the command line and print what they should.</summary>
public class SampleTests
{
    private const string Opportunities =
        """
        opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
        1,north-1,basic,c-1,Won,2025-01-06,2025-01-26,1000
        2,north-1,basic,c-2,Won,2025-02-03,2025-03-05,3000
        3,north-1,team,c-3,Lost,2025-02-10,2025-02-20,0
        4,south-1,team,c-4,Won,2025-03-01,2025-04-10,500
        5,south-1,basic,,Engaging,2025-04-01,,
        6,south-1,basic,,Prospecting,,,
        """;

    [Fact]
    public void Quickstart_FindsWhatIsPlanted()
    {
        string[] lines = Sample.Quickstart.Split('\n');
        Assert.StartsWith("deals: 852 rows read: 852 kept, 0 rejected", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("leads: 1,018 rows read: 1,018 kept, 0 rejected", lines[1], StringComparison.Ordinal);
        Assert.Equal(["east-1", "2", "2", "100.0"], Fields(Under("Win rate by rep, best first")[3])[..4]);
        Assert.Equal("SmallSample", Fields(Under("Win rate by rep, best first")[3])[^1]);
        Assert.Equal("south-2", Fields(Under("Sales cycle by rep, quickest first")[9])[0]);     // last of seven
        Assert.Equal(12, Under("Win rate by month").Count(line => line.StartsWith("2025-", StringComparison.Ordinal)));
        Assert.Equal(12, Under("Sales cycle by month").Count(line => line.StartsWith("2025-", StringComparison.Ordinal)));
        Assert.Equal(12, Under("Pipeline at the end of each month").Count(line => line.StartsWith("2025-", StringComparison.Ordinal)));
        Assert.Equal(7 + 1, Under("Pipeline by rep").Count - 3);
        Assert.Matches("^! SegmentsDiffer: .*; most: south-2$", Under("Sales cycle by rep, quickest first")[^1]);
        Assert.Matches("^! RepsDiffer: .*; most: west-1$", Under("Response time by rep, quickest first")[^1]);
        Assert.Equal("west-1", Fields(Under("Response time by rep, quickest first")[9])[0]);
        Assert.Contains(lines, line => line.StartsWith("!  Unanswered: ", StringComparison.Ordinal));
        Assert.Equal(6, Under("What became of leads, by how soon they were answered (an association, not an effect)").Count - 3);
        List<string> sources = Under("Lead to opportunity by source, best first");
        Assert.Equal(["list", "107", "107", "0.0", "%"], Fields(sources[7])[..5]);     // last of five
        Assert.Contains("list      107 leads, 80 contacted, 0 qualified, 0 opportunities, 0 won", sources);
        Assert.StartsWith("fair ", sources[sources.FindIndex(line => line.StartsWith("!         CauseNotSeparated: ", StringComparison.Ordinal)) - 1], StringComparison.Ordinal);

        List<string> Under(string title) => [.. lines.SkipWhile(line => line != title).TakeWhile(line => line.Length > 0)];
        static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Readme_ShowsWhatQuickstartPrints()
    {
        var readme = new Page("README.md");
        Assert.Contains("dotnet run docs/samples/quickstart.cs", readme.Text, StringComparison.Ordinal);
        string[] printed = Sample.Quickstart.Split('\n');
        int next = 0;
        foreach (string line in Assert.Single(readme.Blocks("text")).Split('\n').Where(line => line is not ("" or "...")))
        {
            next = Array.IndexOf(printed, line, next) + 1;
            Assert.True(next > 0, $"quickstart.cs doesn't print, or not in this place: {line}");
        }
    }

    [Fact]
    public void Readme_ShowsCodeThatRuns()
    {
        Assert.NotEmpty(Sample.Guide);
        new Page("README.md").AssertBlocks("csharp", Sample.CodeOf("first"), Sample.CodeOf("slicing"));
    }

    [Fact]
    public void OwnTypes_GiveTheSameFigures()
    {
        string[] parts = Sample.Run("own-types.cs").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        string[][] bodies = [.. parts.Select(part => part.Split('\n')[1..])];
        Assert.Equal(3, bodies.Length);
        Assert.All(bodies, body => Assert.Equal(bodies[0], body));

        // By hand: north-1 won 2 of 3, 4,000 of 8,000; south-1 won 1 of 2, 500 of 3,000; cycles 20, 30 and 10 days.
        Assert.Matches(@"^north-1 +2 +3 +66\.7 % .* 50\.0 % +4,000 EUR", bodies[0][2]);
        Assert.Matches(@"^south-1 +1 +2 +50\.0 % .* 16\.7 % +500 EUR", bodies[0][3]);
        Assert.Matches(@"^all +3 +5 +60\.0 % .* 40\.9 % +4,500 EUR", bodies[0][4]);
        Assert.StartsWith("median 20.0 days, mean 20.0", bodies[0][5], StringComparison.Ordinal);
        Assert.Contains("800 EUR", bodies[0][6], StringComparison.Ordinal);
    }

    [Fact]
    public void CrmExport_PrintsFiguresCountedByHand()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Opportunities);
            using JsonDocument json = JsonDocument.Parse(Sample.Run("crm-export.cs", "--deals", file, "--json"));
            JsonElement figures = json.RootElement;
            Assert.Equal("2025-04-11T00:00:00Z", figures.GetProperty("asOf").GetString());
            Assert.Equal(3, figures.GetProperty("winRate").GetProperty("won").GetInt32());
            Assert.Equal(4, figures.GetProperty("winRate").GetProperty("closed").GetInt32());
            Assert.Equal(4_500m, figures.GetProperty("winRate").GetProperty("wonAmount").GetDecimal());
            Assert.Equal(30, figures.GetProperty("cycle").GetProperty("won").GetProperty("meanDays").GetDouble());      // 20, 30 and 40
            Assert.Equal(2, figures.GetProperty("pipeline").GetProperty("openCount").GetInt32());
            Assert.Equal(1, figures.GetProperty("pipeline").GetProperty("noted").GetProperty("CreationUnknown").GetInt32());
            var quarters = figures.GetProperty("byCloseQuarter").EnumerateArray();
            Assert.Equal(["2025-Q1", "2025-Q2"], quarters.Select(quarter => quarter.GetProperty("quarter").GetString()));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

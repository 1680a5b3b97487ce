using System.Reflection;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>The guide says what is there, and its examples are code that was run.</summary>
public class GuideTests
{
    private static readonly string[] Headings =
        ["Definition", "Formula", "Units", "Options", "Edge cases", "What to look out for", "Example", "Sources"];

    public static TheoryData<string, Type> KpiPages => new()
    {
        { "win-rate", typeof(WinRateCalculator) },
        { "sales-cycle", typeof(SalesCycleCalculator) },
        { "pipeline", typeof(PipelineCalculator) },
        { "lead-response-time", typeof(LeadResponseTimeCalculator) },
        { "response-decay", typeof(ResponseDecayCalculator) },
        { "lead-to-opportunity", typeof(LeadToOpportunityCalculator) },
    };

    [Fact]
    public void EveryKpi_HasAPage() => Assert.Equal(
        typeof(Kpi).GetProperties().Select(kpi => kpi.PropertyType.Name).Order(),
        KpiPages.Select(page => page.Data.Item2.Name).Order());

    [Theory]
    [MemberData(nameof(KpiPages))]
    public void KpiPage_HasTheHeadings(string name, Type calculator)
    {
        var page = new Page($"docs/guide/{name}.md");
        Assert.Single(page.Headings(1));
        Assert.Equal(Headings, page.Headings(2));
        Assert.Contains($"`{calculator.Name}`", page.Section("Definition"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(KpiPages))]
    public void KpiPage_NamesEveryOption(string name, Type calculator)
    {
        string options = new Page($"docs/guide/{name}.md").Section("Options");
        var named = options.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        var actual = calculator.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(option => option.Name);
        Assert.Equal(actual.Order(), named.Order());
    }

    [Theory]
    [MemberData(nameof(KpiPages))]
    public void KpiPage_ShowsWhatItsExamplePrints(string name, Type calculator)
    {
        Assert.NotNull(calculator);
        new Page($"docs/guide/{name}.md").AssertBlocks("csharp", Sample.CodeOf(name));
        new Page($"docs/guide/{name}.md").AssertBlocks("text", Sample.OutputOf(name));
    }

    [Theory]
    [InlineData("sales-data")]
    [InlineData("working-hours")]
    public void TopicPage_ShowsWhatItsExamplePrints(string name)
    {
        var page = new Page($"docs/guide/{name}.md");
        page.AssertBlocks("csharp", Sample.CodeOf(name));
        new Page($"docs/guide/{name}.md").AssertBlocks("text", Sample.OutputOf(name));
        Assert.Equal(["What to look out for", "Example"], page.Headings(2).TakeLast(2));
        Assert.Contains($"({name}.md)", new Page("docs/guide/README.md").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Guide_ShowsCodeThatRuns()
    {
        Assert.NotEmpty(Sample.Guide);
        new Page("docs/guide/README.md").AssertBlocks("csharp", Sample.CodeOf("reading"), Sample.CodeOf("slicing"));
    }

    [Fact]
    public void LinksBetweenPages_LeadSomewhere()
    {
        string[] pages = ["README.md", .. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))];
        string[] broken = [.. from path in pages
                              from link in new Page(path).Links
                              where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link))
                              select $"{path}: {link}"];
        Assert.Empty(broken);
    }

    [Fact]
    public void Decisions_AreShortAndSaySo()
    {
        string[] records = [.. Directory.GetFiles(Repository.PathOf("docs/decisions"), "*.md")
            .Where(file => Path.GetFileName(file) != "README.md")];
        Assert.NotEmpty(records);
        Assert.All(records, file =>
        {
            Assert.InRange(File.ReadLines(file).Count(), 1, 25);
            Assert.Equal(["Context", "Decision", "Consequence"], new Page(Path.GetRelativePath(Repository.Root, file)).Headings(2));
        });
    }
}

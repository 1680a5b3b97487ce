using System.Text.RegularExpressions;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>A page of the documentation.</summary>
internal sealed partial class Page(string path)
{
    private const string Updates = "SALESOPS_KPIS_UPDATE_DOCS";

    public string Text { get; } = Repository.Read(path).ReplaceLineEndings("\n");

    /// <summary>The headings of a level, outside of code.</summary>
    public IEnumerable<string> Headings(int level) => Heading().Matches(Fence().Replace(Text, ""))
        .Where(heading => heading.Groups[1].Length == level).Select(heading => heading.Groups[2].Value);

    /// <summary>What stands under a heading of the second level.</summary>
    public string Section(string heading)
    {
        int from = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"{path} has no heading '{heading}'.");
        int until = Text.IndexOf("\n## ", from + 4, StringComparison.Ordinal);
        return Text[from..(until < 0 ? Text.Length : until)];
    }

    /// <summary>The blocks of code in a language, in the order of the page.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(Text).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value.TrimEnd('\n'))];

    /// <summary>Targets of links to files of the repository.</summary>
    public IEnumerable<string> Links => Link().Matches(Fence().Replace(Text, "")).Select(link => link.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>The blocks are these; with SALESOPS_KPIS_UPDATE_DOCS=1 they are written into the page.</summary>
    public void AssertBlocks(string language, params string[] expected)
    {
        if (Environment.GetEnvironmentVariable(Updates) == "1")
        {
            int next = 0;
            string page = Fence().Replace(Repository.Read(path), block => block.Groups[1].Value == language
                ? $"```{language}\n{expected[next++]}\n```" : block.Value);
            File.WriteAllText(Repository.PathOf(path), page);
            return;
        }

        Assert.Equal(expected, Blocks(language));
    }

    [GeneratedRegex(@"^(#+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}

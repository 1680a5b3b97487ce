using System.Diagnostics;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>Runs samples as a reader would.</summary>
internal static class Sample
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Samples build the same projects, so one at a time.
    private static readonly Lock OneAtATime = new();

    private static readonly Lazy<string> Guided = new(() => Run("guide.cs")), Quick = new(() => Run("quickstart.cs"));

    /// <summary>What guide.cs prints; it is run once.</summary>
    public static string Guide => Guided.Value;

    /// <summary>What quickstart.cs prints; it is run once.</summary>
    public static string Quickstart => Quick.Value;

    /// <summary>What a sample prints; it must end well and print no errors.</summary>
    public static string Run(string file, params string[] arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, ["run", "-c", Configuration, Repository.PathOf($"docs/samples/{file}"), "--", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";         // a node that lives on would keep the pipes open
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Lock.Scope alone = OneAtATime.EnterScope();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{file} did not end within {Patience}.");
        }

        bool isWell = process.ExitCode == 0 && errors.Result.Length == 0;
        Assert.True(isWell, $"{file} ended with {process.ExitCode}: {errors.Result}{output.Result}");
        return output.Result.ReplaceLineEndings("\n");
    }

    /// <summary>What guide.cs prints under the name of a region.</summary>
    public static string OutputOf(string region) => Between(Guide, $"[{region}]\n", "\n[");

    /// <summary>The code of a region of guide.cs, moved to the left.</summary>
    public static string CodeOf(string region)
    {
        string[] lines = Between(Repository.Read("docs/samples/guide.cs"), $"#region {region}\n", "#endregion").Split('\n');
        int indent = lines[0].Length - lines[0].TrimStart().Length;
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..])).TrimEnd();
    }

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"There is no '{start.Trim()}'.");
        from += start.Length;
        int until = text.IndexOf(end, from, StringComparison.Ordinal);
        return text[from..(until < 0 ? text.Length : until)].TrimEnd('\n');
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SalesOps.Kpis.Analyzers.Tests;

/// <summary>
/// A source that is compiled against the running framework, and what an analyzer or a fix makes of it. The library itself is
/// not referenced: its interface is declared here as text, because the analyzers know it by name only.
/// </summary>
internal static class Source
{
    private const string Library = """
        namespace SalesOps.Kpis
        {
            public interface IDealRow { long Value { get; } }
            public interface ILeadRow { long Value { get; } }
            public interface IAccumulator<TSelf, TFacts> where TSelf : struct
            {
                void Add<TRow>(scoped in TRow row) where TRow : struct, TFacts, allows ref struct;
                void Merge(in TSelf other);
            }
        }
        """;

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The marked texts, in source order, after checking that the source compiles.</summary>
    public static async Task<string[]> Findings(DiagnosticAnalyzer analyzer, string source)
    {
        var project = Project(source);
        return [.. (await Diagnose(project, analyzer)).Select(found => TextAt(found, source))];
    }

    /// <summary>The source after the fix of its first finding; null when no fix is offered.</summary>
    public static async Task<string?> Fixed(DiagnosticAnalyzer analyzer, CodeFixProvider provider, string source)
    {
        var project = Project(source);
        var document = project.Documents.Single(d => d.Name == "Author.cs");
        var finding = (await Diagnose(project, analyzer))[0];
        CodeAction? action = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (offered, _) => action ??= offered, Cancellation));
        if (action is null)
            return null;

        var operations = await action.GetOperationsAsync(Cancellation);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        Assert.Empty(await Diagnose(changed.Project, analyzer));
        return (await changed.GetTextAsync(Cancellation)).ToString();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string TextAt(Diagnostic found, string source) =>
        source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length);

    private static async Task<ImmutableArray<Diagnostic>> Diagnose(Project project, DiagnosticAnalyzer analyzer)
    {
        var compilation = (await project.GetCompilationAsync(Cancellation))!;
        Assert.DoesNotContain(compilation.GetDiagnostics(Cancellation), d => d.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers([analyzer]).GetAllDiagnosticsAsync(Cancellation);
        return [.. found.Where(d => !d.Id.StartsWith("CS", StringComparison.Ordinal)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static Project Project(string source) => new AdhocWorkspace()
        .AddProject("Author", LanguageNames.CSharp)
        .WithCompilationOptions(Options)
        .WithParseOptions(new CSharpParseOptions(LanguageVersion.CSharp14))
        .AddMetadataReferences(Framework)
        .AddDocument("Library.cs", SourceText.From(Library)).Project
        .AddDocument("Author.cs", SourceText.From(source)).Project;
}

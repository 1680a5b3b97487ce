using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SalesOps.Kpis.Analyzers;

/// <summary>SOK001: an accumulator's <c>Add</c> asks for <c>AggressiveInlining</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InlineAddAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string DiagnosticId = "SOK001";

    // MethodImplAttributes.AggressiveInlining, which netstandard2.0 lacks.
    private const MethodImplAttributes AggressiveInlining = (MethodImplAttributes)256;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticId,
        title: "An accumulator's Add asks for AggressiveInlining",
        messageFormat: "Mark '{0}.Add' with [MethodImpl(MethodImplOptions.AggressiveInlining)]",
        category: "Performance",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The loops over the rows are optimised at their first call, without a profile. An Add that is not inlined "
            + "into them makes them take two to three times as long.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Accumulators.Interface(start.Compilation) is { } accumulator)
                start.RegisterSymbolAction(symbol => Analyze(symbol, accumulator), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol accumulator)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var implemented in Accumulators.ImplementedBy(type, accumulator))
        {
            foreach (var member in implemented.GetMembers("Add"))
            {
                if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol add && !AsksForInlining(add))
                    context.ReportDiagnostic(Diagnostic.Create(Rule, add.Locations[0], type.Name));
            }
        }
    }

    private static bool AsksForInlining(IMethodSymbol method) => (method.MethodImplementationFlags & AggressiveInlining) != 0;
}

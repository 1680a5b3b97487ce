using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SalesOps.Kpis.Analyzers;

/// <summary>SOK002: an accumulator holds integers only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IntegersOnlyAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    public const string DiagnosticId = "SOK002";

    private const int MostStructs = 100;

    private static readonly DiagnosticDescriptor Rule = new(
        DiagnosticId,
        title: "An accumulator holds integers only",
        messageFormat: "'{0}' holds floating-point state, which depends on the order of the rows: hold an integer, "
            + "or make an option readonly",
        category: "Reliability",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Integer sums are the same bits for any order and any split of the rows; floating-point sums are not. "
            + "Count in whole small units and divide once, in the calculator's Result.");

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
        if (!Accumulators.ImplementedBy(type, accumulator).Any())
            return;

        foreach (var field in InstanceFields(type))
        {
            if (!field.IsReadOnly && HoldsFloats(field.Type, new(SymbolEqualityComparer.Default)))
                Report(context, field.AssociatedSymbol ?? field);
        }
    }

    private static void Report(SymbolAnalysisContext context, ISymbol member) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, member.Locations[0], member.Name));

    /// <summary>Whether a value of the type carries a float, itself, in its elements or in the structs it is made of.</summary>
    private static bool HoldsFloats(ITypeSymbol type, HashSet<ITypeSymbol> visited) => type switch
    {
        IArrayTypeSymbol array => HoldsFloats(array.ElementType, visited),
        IPointerTypeSymbol pointer => HoldsFloats(pointer.PointedAtType, visited),   // how a fixed-size buffer is typed
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => true,
        { SpecialType: not (SpecialType.None or SpecialType.System_Nullable_T) } => false,
        INamedTypeSymbol { TypeKind: TypeKind.Struct } nested => IsHalf(nested) || StructHoldsFloats(nested, visited),
        _ => false,
    };

    // Generic structs can nest without end in code that compiles and never loads.
    private static bool StructHoldsFloats(INamedTypeSymbol type, HashSet<ITypeSymbol> visited) =>
        visited.Count < MostStructs && visited.Add(type) && InstanceFields(type).Any(field => HoldsFloats(field.Type, visited));

    private static IEnumerable<IFieldSymbol> InstanceFields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);

    private static bool IsHalf(INamedTypeSymbol type) =>
        type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

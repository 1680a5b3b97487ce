using Microsoft.CodeAnalysis;

namespace SalesOps.Kpis.Analyzers;

/// <summary>Knows accumulators by the interface's metadata name, whichever version of the library is referenced.</summary>
internal static class Accumulators
{
    private const string InterfaceName = "SalesOps.Kpis.IAccumulator`2";

    public static INamedTypeSymbol? Interface(Compilation compilation) => compilation.GetTypeByMetadataName(InterfaceName);

    /// <summary>The constructions of <c>IAccumulator</c> that a struct implements; none for any other type.</summary>
    public static IEnumerable<INamedTypeSymbol> ImplementedBy(INamedTypeSymbol type, INamedTypeSymbol accumulator) =>
        type.TypeKind == TypeKind.Struct
            ? type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, accumulator))
            : [];
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace SalesOps.Kpis.Analyzers;

/// <summary>Puts <c>[MethodImpl(MethodImplOptions.AggressiveInlining)]</c> on an accumulator's <c>Add</c>.</summary>
/// <remarks>Options that are there already are kept. Options given as a number, and <c>NoInlining</c>, are left to the author.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InlineAddCodeFix : CodeFixProvider
{
    private const string Title = "Ask for AggressiveInlining";
    private const string AttributeName = "System.Runtime.CompilerServices.MethodImplAttribute";
    private const string OptionsName = "System.Runtime.CompilerServices.MethodImplOptions";
    private const int NoInlining = 8;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [InlineAddAnalyzer.DiagnosticId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not MethodDeclarationSyntax add
            || model?.GetDeclaredSymbol(add, context.CancellationToken) is not { } method
            || model.Compilation.GetTypeByMetadataName(AttributeName) is not { } attribute)
        {
            return;
        }

        var present = method.GetAttributes().FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));
        var there = present?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) as AttributeSyntax;
        if (present is not null && !(there?.SyntaxTree == add.SyntaxTree && CanBeExtended(present)))
            return;

        context.RegisterCodeFix(
            CodeAction.Create(Title, cancellation => AskForInlining(context.Document, add, there, cancellation), Title),
            context.Diagnostics);
    }

    private static bool CanBeExtended(AttributeData attribute) =>
        attribute.NamedArguments.IsEmpty
        && attribute.ConstructorArguments.All(a => a is { Type.Name: "MethodImplOptions", Value: int value } && (value & NoInlining) == 0);

    private static async Task<Document> AskForInlining(
        Document document, MethodDeclarationSyntax add, AttributeSyntax? there, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var generate = editor.Generator;
        var inlining = generate.MemberAccessExpression(Type(editor, OptionsName), "AggressiveInlining");
        if (there is null)
            editor.AddAttribute(add, generate.Attribute(Type(editor, AttributeName), [inlining]));
        else if (there.ArgumentList?.Arguments.FirstOrDefault()?.Expression is { } expression)
            editor.ReplaceNode(expression, generate.BitwiseOrExpression(expression, inlining));
        else
            editor.ReplaceNode(there, generate.AddAttributeArguments(there, [generate.AttributeArgument(inlining)]));
        return await ImportAdder.AddImportsAsync(editor.GetChangedDocument(), Simplifier.Annotation, cancellationToken: cancellation)
            .ConfigureAwait(false);
    }

    private static SyntaxNode Type(DocumentEditor editor, string metadataName) =>
        editor.Generator.TypeExpression(editor.SemanticModel.Compilation.GetTypeByMetadataName(metadataName)!);
}

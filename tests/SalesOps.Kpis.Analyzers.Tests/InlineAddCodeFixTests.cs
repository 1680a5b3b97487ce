namespace SalesOps.Kpis.Analyzers.Tests;

/// <summary>Each fixed source is compiled and analysed again by <see cref="Source.Fixed"/>: no error and no finding is left.</summary>
public class InlineAddCodeFixTests
{
    [Fact]
    public async Task Fix_AddsAttributeAndUsing_KeepsTheComment() => Assert.Equal("""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;

        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;

            /// <summary>Counts.</summary>
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;

            public void Merge(in Count other) => n += other.n;
        }
        """, await Fixed("""
        using SalesOps.Kpis;

        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;

            /// <summary>Counts.</summary>
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;

            public void Merge(in Count other) => n += other.n;
        }
        """));

    [Fact]
    public async Task Fix_UsingIsThere_IsNotRepeated() => Assert.Equal(
        InlineAddAnalyzerTests.CountWith($"// Counts.\n    {Inlining}"),
        await Fixed(InlineAddAnalyzerTests.CountWith("// Counts.")));

    [Fact]
    public async Task Fix_Explicit_Compiles() => Assert.Contains($"{Inlining}\n    void IAccumulator<Count, IDealRow>.Add", await Fixed("""
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;
            void IAccumulator<Count, IDealRow>.Add<TRow>(scoped in TRow row) => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """), StringComparison.Ordinal);

    [Theory]
    [InlineData("[MethodImpl(MethodImplOptions.AggressiveOptimization)]", "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.AggressiveInlining)]")]
    [InlineData("[MethodImpl]", Inlining)]
    [InlineData("[System.Obsolete]", $"[System.Obsolete]\n    {Inlining}")]
    public async Task Fix_AttributeThere_IsKept(string before, string after) =>
        Assert.Equal(InlineAddAnalyzerTests.CountWith(after), await Fixed(InlineAddAnalyzerTests.CountWith(before)));

    [Theory]
    [InlineData("[MethodImpl(MethodImplOptions.NoInlining)]")]
    [InlineData("[MethodImpl((short)8)]")]
    public async Task Fix_AuthorsOwnChoice_IsNotOffered(string attribute) =>
        Assert.Null(await Fixed(InlineAddAnalyzerTests.CountWith(attribute)));

    private const string Inlining = "[MethodImpl(MethodImplOptions.AggressiveInlining)]";

    private static Task<string?> Fixed(string source) => Source.Fixed(new InlineAddAnalyzer(), new InlineAddCodeFix(), source);
}

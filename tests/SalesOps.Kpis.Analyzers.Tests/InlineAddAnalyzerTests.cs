namespace SalesOps.Kpis.Analyzers.Tests;

public class InlineAddAnalyzerTests
{
    [Fact]
    public async Task Add_WithoutAttribute_IsReportedAtItsName() => Assert.Equal(["Add"], await Findings("""
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """));

    [Fact]
    public async Task Add_Explicit_IsReported() => Assert.Equal(["Add"], await Findings("""
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;
            void IAccumulator<Count, IDealRow>.Add<TRow>(scoped in TRow row) => n++;
            void IAccumulator<Count, IDealRow>.Merge(in Count other) => n += other.n;
        }
        """));

    [Theory]
    [InlineData("MethodImplOptions.AggressiveOptimization")]
    [InlineData("MethodImplOptions.NoInlining")]
    [InlineData("8")]
    public async Task Add_OtherOptions_IsReported(string options) => Assert.Equal(["Add"], await Findings(CountWith($"[MethodImpl({options})]")));

    [Fact]
    public async Task Add_OtherAttribute_IsReported() =>
        Assert.Equal(["Add"], await Findings(CountWith("[System.Diagnostics.DebuggerStepThrough]")));

    [Fact]
    public async Task Add_RecordStructNestedInAClass_IsReported() => Assert.Equal(["Add"], await Findings("""
        using SalesOps.Kpis;
        static class Host
        {
            record struct Count : IAccumulator<Count, IDealRow>
            {
                long n;
                public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
                public void Merge(in Count other) => n += other.n;
            }
        }
        """));

    [Fact]
    public async Task Add_OfTwoKindsOfRows_OnlyTheBareOneIsReported() => Assert.Equal(["Add"], await Findings("""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>, IAccumulator<Count, ILeadRow>
        {
            long n;
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            void IAccumulator<Count, IDealRow>.Add<TRow>(scoped in TRow row) => n++;
            void IAccumulator<Count, ILeadRow>.Add<TRow>(scoped in TRow row) => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """));

    [Fact]
    public async Task Add_ThroughADerivedInterface_IsReported() => Assert.Equal(["Add"], await Findings("""
        using SalesOps.Kpis;
        interface IMine<T> : IAccumulator<T, IDealRow> where T : struct;
        struct Count : IMine<Count>
        {
            long n;
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """));

    [Theory]
    [InlineData("[MethodImpl(MethodImplOptions.AggressiveInlining)]")]
    [InlineData("[MethodImpl(MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization)]")]
    [InlineData("[MethodImpl((MethodImplOptions)256)]")]
    [InlineData("[MethodImpl((short)256)]")]
    public async Task Add_WithInlining_IsNotReported(string attribute) => Assert.Empty(await Findings(CountWith(attribute)));

    [Fact]
    public async Task Add_ExplicitWithInlining_IsNotReportedForAnotherAddBesideIt() => Assert.Empty(await Findings("""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;
            public void Add(long more) => n += more;
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            void IAccumulator<Count, IDealRow>.Add<TRow>(scoped in TRow row) => n++;
            void IAccumulator<Count, IDealRow>.Merge(in Count other) => n += other.n;
        }
        """));

    [Fact]
    public async Task Add_InlinedOnThePartialDefinition_IsNotReported() => Assert.Empty(await Findings("""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;
        partial struct Count : IAccumulator<Count, IDealRow>
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public partial void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct;
            public void Merge(in Count other) => n += other.n;
        }
        partial struct Count
        {
            long n;
            public partial void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
        }
        """));

    [Fact]
    public async Task Add_OfAStructThatImplementsNothing_IsNotReported() => Assert.Empty(await Findings("""
        using SalesOps.Kpis;
        struct Count
        {
            long n;
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """));

    [Fact]
    public async Task Add_OfAnInterfaceOfTheSameNameElsewhere_IsNotReported() => Assert.Empty(await Findings("""
        namespace Other;
        interface IAccumulator<TSelf, TFacts> where TSelf : struct { void Add(TFacts row); }
        struct Count : IAccumulator<Count, int>
        {
            public void Add(int row) { }
        }
        """));

    [Fact]
    public async Task Add_OfAClass_IsNotReported() => Assert.Empty(await Findings("""
        using SalesOps.Kpis;
        class Count : IAccumulator<int, IDealRow>
        {
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct { }
            public void Merge(in int other) { }
        }
        """));

    [Fact]
    public async Task Add_Generated_IsNotReported() => Assert.Empty(await Findings("// <auto-generated/>\n" + CountWith("")));

    internal static string CountWith(string attribute) => $$"""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;
        struct Count : IAccumulator<Count, IDealRow>
        {
            long n;

            {{attribute}}
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => n++;
            public void Merge(in Count other) => n += other.n;
        }
        """;

    private static Task<string[]> Findings(string source) => Source.Findings(new InlineAddAnalyzer(), source);
}

namespace SalesOps.Kpis.Analyzers.Tests;

public class IntegersOnlyAnalyzerTests
{
    [Theory]
    [InlineData("double _state;")]
    [InlineData("float _state;")]
    [InlineData("System.Half _state;")]
    [InlineData("double? _state;")]
    [InlineData("double[] _state;")]
    [InlineData("(long Count, double Sum) _state;")]
    [InlineData("(long, (long, float)) _state;")]
    [InlineData("Cells _state; [InlineArray(4)] struct Cells { double _first; }")]
    [InlineData("Cell _state; struct Cell { long n; Inner i; } struct Inner { double sum; }")]
    [InlineData("Cell<double> _state; struct Cell<T> { T sum; }")]
    [InlineData("unsafe fixed double _state[4];")]
    public async Task Field_FloatingPoint_IsReported(string members) => Assert.Equal(["_state"], await Findings(members));

    [Theory]
    [InlineData("public double State { get; set; }")]
    [InlineData("public double State { get; private set; }")]
    public async Task Property_SettableAndStored_IsReportedAtItsName(string members) => Assert.Equal(["State"], await Findings(members));

    [Fact]
    public async Task Fields_EachIsReported() => Assert.Equal(["_a", "_c"], await Findings("double _a; long _b; float _c;"));

    [Theory]
    [InlineData("long _state; int _n; System.Int128 _sum; ulong _u; bool _b; char _c;")]
    [InlineData("decimal _state;")]
    [InlineData("readonly double _threshold;")]
    [InlineData("readonly decimal _threshold;")]
    [InlineData("readonly double[] _thresholds;")]
    [InlineData("public double Threshold { get; }")]
    [InlineData("public double Threshold { get; init; }")]
    [InlineData("public double Mean => 0.5;")]
    [InlineData("const double Limit = 0.5;")]
    [InlineData("static double s_limit;")]
    [InlineData("System.TimeSpan _state; System.DateTimeOffset? _last; System.Guid _id;")]
    [InlineData("string _text; System.Func<double> _read; System.Collections.Generic.List<double> _list;")]
    [InlineData("Cells _state; [InlineArray(4)] struct Cells { long _first; public readonly double Mean => _first / 4.0; static double s_limit; }")]
    [InlineData("double Local() { double sum = 0; sum += 1; return sum; }")]
    [InlineData("Endless<long> _state; struct Endless<T> { Endless<Endless<T>>[] _more; }")]
    public async Task Member_IntegerOrOption_IsNotReported(string members) => Assert.Empty(await Findings(members));

    [Fact]
    public async Task Field_OfAStructThatIsNoAccumulator_IsNotReported() =>
        Assert.Empty(await Source.Findings(new IntegersOnlyAnalyzer(), "struct Mean { double _sum; public void Add(double value) => _sum += value; }"));

    [Fact]
    public async Task Field_OfACalculatorBesideAnAccumulator_IsNotReported() =>
        Assert.Empty(await Findings("long _n; } class Calculator { double _confidence = 0.95; public double Confidence => _confidence;"));

    private static Task<string[]> Findings(string members) => Source.Findings(new IntegersOnlyAnalyzer(), $$"""
        using System.Runtime.CompilerServices;
        using SalesOps.Kpis;
        struct Sum : IAccumulator<Sum, IDealRow>
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct { }
            public void Merge(in Sum other) { }
            {{members}}
        }
        """);
}

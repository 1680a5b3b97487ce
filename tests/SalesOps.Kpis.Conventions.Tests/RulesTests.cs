#pragma warning disable CS0649 // what is planted is read by reflection alone
using System.Collections.Immutable;

namespace SalesOps.Kpis.Conventions.Tests;

/// <summary>Each rule finds its planted fault, and leaves the look-alikes beside it alone.</summary>
public class RulesTests
{
    private struct Mutable { public int Value; }
    private readonly struct Fixed { }
    private readonly record struct FixedRecord { public int Value { get; init; } }
    private record struct MutableRecord { public int Value { get; set; } }
    private enum Word { One }
    private struct Accumulating : IAccumulator<Accumulating, IDealRow>
    {
        public int Value;
        public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => Value++;
        public void Merge(in Accumulating other) => Value += other.Value;
    }

    [Fact]
    public void MutableStructs_FindsPlanted() => Assert.Equal(
        ["RulesTests.Mutable", "RulesTests.MutableRecord"],
        Rules.MutableStructs([typeof(Mutable), typeof(Fixed), typeof(FixedRecord), typeof(MutableRecord), typeof(Word), typeof(Accumulating), typeof(string)]));

    private sealed record PositionalClass(int Value);
    private readonly record struct PositionalStruct(int Value);
    private sealed record Plain { public int Value { get; init; } }
    private sealed record Constructed { public Constructed(int value) => Value = value; public int Value { get; } }
    private readonly struct NoRecord { public void Deconstruct(out int a, out int b) => a = b = 0; }

    [Fact]
    public void PositionalRecords_FindsPlanted() => Assert.Equal(
        ["RulesTests.PositionalClass", "RulesTests.PositionalStruct"],
        Rules.PositionalRecords([typeof(PositionalClass), typeof(PositionalStruct), typeof(Plain), typeof(Constructed), typeof(FixedRecord), typeof(NoRecord)]));

    private abstract class Tupled
    {
        public (int, int) Returned() => default;
        public void Taken((int, int)? value) { }
        public void TakenByReference(in (int, int) value) { }
        public List<(string, int)> Property { get; } = [];
        public (int, int)[] Field = [];
        public event Action<(int, int)> Occasion { add { } remove { } }
        public Tuple<int> Old() => null!;
        public (T, T) OfParameters<T>() => default;
        protected (int, int) Inherited() => default;
        public Dictionary<(T, string), int> HalfChosen<T>() => [];

        public List<(T, TOther)> ChosenByTheCaller<T, TOther>(Dictionary<(T, TOther), int> keys) => [];
        public KeyValuePair<int, int> NoTuple() => default;
        private protected (int, int) InsideOnly() => default;
        internal (int, int) Internal() => default;
        private readonly (int, int) _private;
        public int Sum => _private.Item1;
    }

    [Fact]
    public void Tuples_FindsPlanted()
    {
        string[] planted =
        [
            "Returned", "Taken", "TakenByReference", "get_Property", "Property", "Field", "add_Occasion", "remove_Occasion", "Occasion",
            "Old", "OfParameters", "Inherited", "HalfChosen",
        ];
        Assert.Equal(planted.Select(name => $"RulesTests.Tupled.{name}").Order(), Rules.Tuples([typeof(Tupled)]).Order());
    }

    [Fact]
    public void Tuples_OfADelegate_AreFound() => Assert.Contains("RulesTests.Judge.Invoke", Rules.Tuples([typeof(Judge)]));

    private delegate bool Judge((int, int) pair);

    private readonly struct Bare : IComparable<Bare>
    {
        public int CompareTo(Bare other) => 0;
    }

    private readonly struct Half : IComparable<Half>
    {
        public int CompareTo(Half other) => 0;
        public static bool operator <(Half left, Half right) => false;
        public static bool operator >(Half left, Half right) => false;
    }

    private readonly struct Whole : IComparable<Whole>
    {
        public int CompareTo(Whole other) => 0;
        public static bool operator <(Whole left, Whole right) => false;
        public static bool operator >(Whole left, Whole right) => false;
        public static bool operator <=(Whole left, Whole right) => true;
        public static bool operator >=(Whole left, Whole right) => true;
    }

    private sealed class WithNumbers : IComparable<int>
    {
        public int CompareTo(int other) => 0;
    }

    [Fact]
    public void ComparablesWithoutOperators_FindsPlanted() => Assert.Equal(
        [
            "RulesTests.Bare.op_LessThan", "RulesTests.Bare.op_LessThanOrEqual", "RulesTests.Bare.op_GreaterThan",
            "RulesTests.Bare.op_GreaterThanOrEqual", "RulesTests.Half.op_LessThanOrEqual", "RulesTests.Half.op_GreaterThanOrEqual",
        ],
        Rules.ComparablesWithoutOperators([typeof(Bare), typeof(Half), typeof(Whole), typeof(WithNumbers), typeof(Span<int>)]));

    private sealed class Stateful
    {
        public static int Field;
        public static int Property { get; set; }
        public static int[] Array { get; } = [1];
        public static readonly List<int> List = [];

        public const int Constant = 1;
        public static readonly int ReadOnlyField = 1;
        public static int ReadOnlyProperty { get; private set; } = 1;
        public static IReadOnlyList<int> View { get; } = [1];
        public static readonly ImmutableArray<int> Frozen = [1];
        public int Instance;
        public int InstanceProperty { get; set; }
        internal static int Internal;
    }

    [Fact]
    public void StaticState_FindsPlanted() => Assert.Equal(
        ["RulesTests.Stateful.Array", "RulesTests.Stateful.Field", "RulesTests.Stateful.List", "RulesTests.Stateful.Property"],
        Rules.StaticState([typeof(Stateful)]).Order());

    [Fact]
    public void OutsideNamespaces_FindsPlanted() => Assert.Equal(
        ["System.Text.StringBuilder"],
        Rules.OutsideNamespaces([typeof(string), typeof(System.Text.StringBuilder), typeof(RulesTests)], "System", typeof(RulesTests).Namespace!));

    [Fact]
    public void ForeignReferences_FindsPlanted() => Assert.Equal(
        ["System.Net.Http", "Newtonsoft.Json", "Systematic", "NodaTime.Testing"],
        Rules.ForeignReferences(
            ["System.Runtime", "System.Net.Http", "Newtonsoft.Json", "Systematic", "NodaTime", "NodaTime.Testing", "System.Networks"], "NodaTime"));
}

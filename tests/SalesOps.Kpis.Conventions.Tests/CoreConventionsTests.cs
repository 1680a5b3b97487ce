using System.Reflection;

namespace SalesOps.Kpis.Conventions.Tests;

/// <summary>The conventions of the core, as a user's reflection sees it.</summary>
public class CoreConventionsTests
{
    private static readonly Assembly Core = typeof(Deal).Assembly;
    private static readonly Type[] Types = Core.GetExportedTypes();

    // Structs that are made to change, beside accumulators.
    private static readonly string[] MutableByDesign = [nameof(ExactSum), nameof(MoneySum)];

    [Fact]
    public void Structs_AreReadonly() => Assert.Equal(MutableByDesign, Rules.MutableStructs(Types));

    [Fact]
    public void Records_AreNotPositional() => Assert.Empty(Rules.PositionalRecords(Types));

    [Fact]
    public void Members_ShowNoTuples() => Assert.Empty(Rules.Tuples(Types));

    [Fact]
    public void Comparables_HaveOperators() => Assert.Empty(Rules.ComparablesWithoutOperators(Types));

    [Fact]
    public void StaticState_IsConstant() => Assert.Empty(Rules.StaticState(Types));

    [Fact]
    public void Namespaces_AreTheThree() => Assert.Empty(
        Rules.OutsideNamespaces(Types, "SalesOps.Kpis", "SalesOps.Kpis.Statistics", "SalesOps.Kpis.Tables"));

    [Fact]
    public void References_AreNodaTimeMathNetAndTheFramework() => Assert.Empty(Rules.ForeignReferences(
        Core.GetReferencedAssemblies().Select(reference => reference.Name!), "NodaTime", "MathNet.Numerics"));
}

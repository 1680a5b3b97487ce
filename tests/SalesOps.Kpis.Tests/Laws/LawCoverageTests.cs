using System.Reflection;

namespace SalesOps.Kpis.Tests;

public class LawCoverageTests
{
    [Fact]
    public void EveryAccumulator_HasItsLaws()
    {
        IEnumerable<Type> accumulators = typeof(Deal).Assembly.GetTypes().Where(type => type.IsValueType && (type.IsPublic || IsOfAKpi(type))
            && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAccumulator<,>)));
        IEnumerable<Type> seen = GetType().Assembly.GetTypes().Select(type => type.BaseType).OfType<Type>()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AccumulatorLaws<,,>))
            .Select(type => type.GetGenericArguments()[1]);
        IEnumerable<Type> unseen = GetType().Assembly.GetTypes().Select(type => type.GetCustomAttribute<LawsOfAttribute>()?.Accumulator).OfType<Type>();
        Assert.NotEmpty(accumulators);
        Assert.Empty(accumulators.Except(seen).Except(unseen).Select(type => type.Name));
    }

    private static bool IsOfAKpi(Type type) => type.Name.EndsWith("Accumulator", StringComparison.Ordinal);
}

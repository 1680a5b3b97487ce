namespace SalesOps.Kpis.Tests;

public class LawCoverageTests
{
    [Fact]
    public void EveryAccumulator_HasItsLaws()
    {
        Type[] accumulators = [.. typeof(Deal).Assembly.GetExportedTypes().Where(type => !type.IsInterface && type.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAccumulator<,>)))];
        Type[] checkedByLaws = [.. GetType().Assembly.GetTypes().Select(type => type.BaseType).OfType<Type>()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AccumulatorLaws<,,>))
            .Select(type => type.GetGenericArguments()[1])];
        Assert.NotEmpty(accumulators);
        Assert.Empty(accumulators.Except(checkedByLaws).Select(type => type.Name));
    }
}

namespace SalesOps.Kpis.Tests;

/// <summary>Tests the laws of an accumulator that no caller sees.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LawsOfAttribute(Type accumulator) : Attribute
{
    public Type Accumulator => accumulator;
}

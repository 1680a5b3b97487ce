using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Conventions.Tests;

/// <summary>What each convention finds wrong among types. Each takes the types, so that it can be tried on planted ones.</summary>
internal static class Rules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Structs that can change under their holder. Accumulators are made to.</summary>
    public static IEnumerable<string> MutableStructs(IEnumerable<Type> types) => types
        .Where(type => type.IsValueType && !type.IsEnum && !IsAccumulator(type) && !type.IsDefined(typeof(IsReadOnlyAttribute), false))
        .Select(Name);

    /// <summary>Positional records, to which no member can be added without breaking callers.</summary>
    public static IEnumerable<string> PositionalRecords(IEnumerable<Type> types) => types
        .Where(type => IsRecord(type) && type.GetMember("Deconstruct", Declared).Length > 0)
        .Select(Name);

    /// <summary>Members that show a tuple whose parts the library chose, and whose names notebooks and reflection lose.</summary>
    public static IEnumerable<string> Tuples(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(Declared)
        where IsVisible(member) && SignatureOf(member).Any(HoldsTuple)
        select $"{Name(type)}.{member.Name}";

    /// <summary>Types that compare and lack an operator for it.</summary>
    public static IEnumerable<string> ComparablesWithoutOperators(IEnumerable<Type> types) =>
        from type in types
        where !type.IsInterface && type.GetInterfaces().Contains(MakeComparable(type))
        from name in new[] { "op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual" }
        where type.GetMethod(name, [type, type]) is null
        select $"{Name(type)}.{name}";

    /// <summary>Static members that a caller can change, or whose contents a caller can change.</summary>
    public static IEnumerable<string> StaticState(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(Declared & ~BindingFlags.Instance)
        where IsVisible(member) && member switch
        {
            FieldInfo field => !(field.IsInitOnly || field.IsLiteral) || IsMutableCollection(field.FieldType),
            PropertyInfo property => IsVisible(property.SetMethod) || IsMutableCollection(property.PropertyType),
            _ => false,
        }
        select $"{Name(type)}.{member.Name}";

    /// <summary>Types outside the namespaces given.</summary>
    public static IEnumerable<string> OutsideNamespaces(IEnumerable<Type> types, params string[] namespaces) =>
        types.Where(type => !namespaces.Contains(type.Namespace)).Select(type => type.FullName!);

    /// <summary>Referenced assemblies that are neither the base class library, without its network, nor among those given.</summary>
    public static IEnumerable<string> ForeignReferences(IEnumerable<string> references, params string[] allowed) =>
        references.Where(name => !allowed.Contains(name) && (!name.StartsWith("System.", StringComparison.Ordinal) || IsNetwork(name)));

    private static bool IsNetwork(string name) => name == "System.Net" || name.StartsWith("System.Net.", StringComparison.Ordinal);

    private static bool IsAccumulator(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAccumulator<,>));

    private static bool IsRecord(Type type) => type.GetMember("PrintMembers", Declared).Length > 0;

    private static Type? MakeComparable(Type type) => type.IsByRefLike ? null : typeof(IComparable<>).MakeGenericType(type);

    // An array or a collection of the framework that can be written to; read-only views are interfaces or wrappers.
    private static bool IsMutableCollection(Type type) => type.IsArray
        || (!type.IsInterface && type.Namespace == "System.Collections.Generic" && typeof(IEnumerable).IsAssignableFrom(type));

    private static bool IsVisible(MemberInfo? member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => IsVisible(property.GetMethod) || IsVisible(property.SetMethod),
        EventInfo occasion => IsVisible(occasion.AddMethod),
        _ => false,
    };

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. ParametersOf(method)],
        MethodBase constructor => ParametersOf(constructor),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        EventInfo occasion => [occasion.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> ParametersOf(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static bool HoldsTuple(Type type) => IsTuple(type)
        || (type.GetElementType() is { } element && HoldsTuple(element))
        || type.GetGenericArguments().Any(argument => !IsTupleOfCallersTypes(argument) && HoldsTuple(argument));

    // Dimension<TFacts, (TKey, TOther)>: the key of two dimensions.
    private static bool IsTupleOfCallersTypes(Type type) =>
        IsTuple(type) && type.GetGenericArguments().All(argument => argument.IsGenericParameter);

    private static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type);

    private static string Name(Type type) => type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
}

using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace SalesOps.Kpis.Tests;

/// <summary>All that a result says: every public property and element, down to the numbers, so that none is forgotten.</summary>
internal static class Everything
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Asserts that two results say the same, bit for bit, or with numbers that differ by rounding only.</summary>
    public static void Equal(object? expected, object? actual, double tolerance = 0)
    {
        if (Difference(expected, actual, tolerance) is { } difference)
            Assert.Fail(difference);
    }

    // The way to the difference, and the two values.
    private static string? Difference(object? expected, object? actual, double tolerance)
    {
        if (ReferenceEquals(expected, actual))
            return null;
        if (expected is null || actual is null)
            return Text(expected, actual);
        if (expected is double x && actual is double y)
            return IsNear(x, y, tolerance) ? null : Text(x, y);
        if (IsValue(expected))
            return expected.Equals(actual) ? null : Text(expected, actual);
        return OfProperties(expected, actual, tolerance)
            ?? (expected is IEnumerable items ? OfItems(items, (IEnumerable)actual, tolerance) : null);
    }

    private static string? OfProperties(object expected, object actual, double tolerance)
    {
        if (!IsOwn(expected.GetType()))
            return null;
        if (expected.GetType() != actual.GetType())
            return Text(expected.GetType(), actual.GetType());
        foreach (PropertyInfo property in Properties.GetOrAdd(expected.GetType(), ReadableOf))
        {
            if (OfProperty(property, property.GetValue(expected), property.GetValue(actual), tolerance) is { } difference)
                return $".{property.Name}{difference}";
        }

        return null;
    }

    // A definition is equal to its like.
    private static string? OfProperty(PropertyInfo property, object? expected, object? actual, double tolerance) =>
        property.Name != "Definition" ? Difference(expected, actual, tolerance) : Equals(expected, actual) ? null : Text(expected, actual);

    private static string? OfItems(IEnumerable expected, IEnumerable actual, double tolerance)
    {
        object?[] left = [.. expected.Cast<object?>()], right = [.. actual.Cast<object?>()];
        if (left.Length != right.Length)
            return $" (count){Text(left.Length, right.Length)}";
        for (int i = 0; i < left.Length; i++)
        {
            if (Difference(left[i], right[i], tolerance) is { } difference)
                return $"[{i}]{difference}";
        }

        return null;
    }

    private static PropertyInfo[] ReadableOf(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)];

    private static bool IsValue(object value) => value is Enum or string or Money or Currency or ReportingPeriod
        || value is not IEnumerable && !IsOwn(value.GetType());

    private static bool IsOwn(Type type) => type.Assembly == typeof(Deal).Assembly && !type.IsArray;

    private static bool IsNear(double x, double y, double tolerance) =>
        tolerance == 0 ? x.Equals(y) : Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));

    private static string Text(object? expected, object? actual) =>
        string.Create(CultureInfo.InvariantCulture, $": expected {expected ?? "null"}, was {actual ?? "null"}");
}

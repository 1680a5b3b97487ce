using System.Collections;
using System.Globalization;
using System.Reflection;

namespace SalesOps.Kpis.Tests;

/// <summary>All that a result says: every public property and element, down to the numbers, so that none is forgotten.</summary>
internal static class Everything
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Asserts that two results say the same, bit for bit, or with numbers that differ by rounding only.</summary>
    public static void Equal(object? expected, object? actual, double tolerance = 0)
    {
        if (Difference(expected, actual, tolerance, "") is { } difference)
            Assert.Fail(difference);
    }

    private static string? Difference(object? expected, object? actual, double tolerance, string path)
    {
        if (expected is null || actual is null)
            return expected is null && actual is null ? null : Text(path, expected, actual);
        if (expected is double x && actual is double y)
            return IsNear(x, y, tolerance) ? null : Text(path, x, y);
        if (expected.GetType() != actual.GetType() && expected is not IEnumerable || IsLeaf(expected.GetType(), path))
            return Equals(expected, actual) ? null : Text(path, expected, actual);
        return OfProperties(expected, actual, tolerance, path)
            ?? (expected is IEnumerable items ? OfItems(items, (IEnumerable)actual, tolerance, path) : null);
    }

    private static string? OfProperties(object expected, object actual, double tolerance, string path)
    {
        if (!IsOwn(expected.GetType()))
            return null;
        foreach (PropertyInfo property in Properties.GetOrAdd(expected.GetType(), ReadableOf))
        {
            if (Difference(property.GetValue(expected), property.GetValue(actual), tolerance, $"{path}.{property.Name}") is { } difference)
                return difference;
        }

        return null;
    }

    private static string? OfItems(IEnumerable expected, IEnumerable actual, double tolerance, string path)
    {
        object?[] left = [.. expected.Cast<object?>()], right = [.. actual.Cast<object?>()];
        if (left.Length != right.Length)
            return Text($"{path} (count)", left.Length, right.Length);
        for (int i = 0; i < left.Length; i++)
        {
            if (Difference(left[i], right[i], tolerance, $"{path}[{i}]") is { } difference)
                return difference;
        }

        return null;
    }

    private static PropertyInfo[] ReadableOf(Type type) => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)];

    // Definitions compare as definitions, periods and values as values.
    private static bool IsLeaf(Type type, string path) => type.IsPrimitive || type.IsEnum || type == typeof(string)
        || !IsOwn(type) && !typeof(IEnumerable).IsAssignableFrom(type)
        || type == typeof(Money) || type == typeof(Currency) || type == typeof(ReportingPeriod)
        || path.EndsWith(".Definition", StringComparison.Ordinal);

    private static bool IsOwn(Type type) => type.Assembly == typeof(Deal).Assembly && !type.IsArray;

    private static bool IsNear(double x, double y, double tolerance) =>
        tolerance == 0 ? x.Equals(y) : Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));

    private static string Text(string path, object? expected, object? actual) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}: expected {expected ?? "null"}, was {actual ?? "null"}");
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>What the statistics demand of their arguments.</summary>
internal static class Require
{
    public static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                NotFinite(i, values[i], name);
        }
    }

    /// <summary>A fraction 0..1.</summary>
    public static void Share(double share, string name)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, share, "A share lies between 0 and 1.");
    }

    /// <summary>A confidence, above 0 and below 1.</summary>
    public static void Level(double level)
    {
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence lies between 0 and 1.");
    }

    public static void SameLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {length} for {expected} values."), name);
    }

    /// <summary>Group numbers from 0 up to, and without, <paramref name="groupCount"/>.</summary>
    public static void Groups(ReadOnlySpan<int> groups, int groupCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(groupCount);
        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0 || groups[i] >= groupCount)
            {
                throw new ArgumentOutOfRangeException(nameof(groups), groups[i],
                    string.Create(CultureInfo.InvariantCulture, $"The group at index {i} isn't one of {groupCount}, counted from 0."));
            }
        }
    }

    /// <summary>A result that finite values can have pushed beyond the range of a double.</summary>
    public static double InRange(double result) =>
        double.IsFinite(result) ? result : throw new OverflowException("The result is beyond the range of a double.");

    [DoesNotReturn]
    private static void NotFinite(int index, double value, string name) =>
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The value at index {index} is {value}."), name);
}

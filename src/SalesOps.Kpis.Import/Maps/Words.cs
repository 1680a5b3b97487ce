using System.Collections.Frozen;

namespace SalesOps.Kpis.Import;

/// <summary>Which words of a file stand for which value: <c>new() { ["Closed Won"] = DealOutcome.Won, ... }</c>.</summary>
/// <remarks>
/// A word stands for a value when it is the same but for case (ordinally) and outer white space. The empty word stands for
/// a blank field. Immutable once made.
/// </remarks>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class Words<T> where T : struct, Enum
{
    private readonly Dictionary<string, T> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What every word that isn't listed stands for; how many rows it was used for is noted in the report. Null, the
    /// default, makes such a word a fault.
    /// </summary>
    public T? Other { get; init; }

    /// <summary>The value of a word.</summary>
    /// <exception cref="ArgumentException">The word was given another value before.</exception>
    /// <exception cref="KeyNotFoundException">Read, and the word isn't listed.</exception>
    public T this[string word]
    {
        get => _values[word.Trim()];
        init
        {
            ArgumentNullException.ThrowIfNull(word);
            if (!_values.TryAdd(word.Trim(), value) && !EqualityComparer<T>.Default.Equals(_values[word.Trim()], value))
                throw new ArgumentException($"The word '{word}' can't stand for both {_values[word.Trim()]} and {value}.", nameof(word));
        }
    }

    internal static Words<T> Names { get; } = OfNames();

    internal FrozenDictionary<string, T> ToFrozen() => _values.ToFrozenDictionary(_values.Comparer);

    private static Words<T> OfNames()
    {
        var words = new Words<T>();
        foreach (T value in Enum.GetValues<T>())
            words._values.Add(value.ToString(), value);
        return words;
    }
}

using System.Collections;

namespace SalesOps.Kpis;

/// <summary>Rows by reason, in the order of the reasons; only those that occur are listed.</summary>
public sealed class ReasonCounts : IReadOnlyList<ReasonCount>, IEquatable<ReasonCounts>
{
    private readonly ReasonCount[] _entries;

    /// <summary>Counts by reason, each reason once; those of 0 rows are dropped.</summary>
    public ReasonCounts(params ReadOnlySpan<ReasonCount> entries)
    {
        int count = 0;
        foreach (ReasonCount entry in entries)
            count += entry.Rows != 0 ? 1 : 0;
        _entries = count == 0 ? [] : new ReasonCount[count];
        count = 0;
        foreach (ReasonCount entry in entries)
        {
            if (entry.Rows != 0)
                _entries[count++] = entry;
        }

        _entries.AsSpan().Sort((a, b) => a.Reason.CompareTo(b.Reason));
    }

    /// <summary>How many reasons occur.</summary>
    public int Count => _entries.Length;

    /// <summary>The rows of all reasons.</summary>
    public long Total => _entries.Sum(entry => entry.Rows);

    /// <summary>A reason that occurs and its rows.</summary>
    public ReasonCount this[int index] => _entries[index];

    /// <summary>The rows of a reason; 0 where it doesn't occur.</summary>
    public long this[LedgerReason reason] => _entries.FirstOrDefault(entry => entry.Reason == reason).Rows;

    /// <inheritdoc/>
    public bool Equals(ReasonCounts? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReasonCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Total);

    /// <inheritdoc/>
    public IEnumerator<ReasonCount> GetEnumerator() => ((IEnumerable<ReasonCount>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All counts and reasons, or an empty text.</summary>
    public override string ToString() => string.Join(", ", _entries);
}

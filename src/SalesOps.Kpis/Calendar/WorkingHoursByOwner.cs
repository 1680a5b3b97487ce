namespace SalesOps.Kpis;

/// <summary>The working hours of each owner of deals or leads; owners who aren't listed share the same ones.</summary>
/// <remarks>
/// Hours that change on a date are made with <see cref="WorkingHours.ChangedTo"/>. Ids are compared ordinally. Immutable and safe
/// to share between threads; two are equal when their hours are.
/// </remarks>
public sealed class WorkingHoursByOwner : IEquatable<WorkingHoursByOwner>
{
    private readonly Dictionary<string, WorkingHours> _hours = new(StringComparer.Ordinal);

    /// <summary>The hours of some owners, and of all others.</summary>
    /// <param name="others">The hours of everybody who isn't listed, and of rows without an owner.</param>
    /// <param name="hours">The hours by the id of their owner.</param>
    /// <exception cref="ArgumentException">An owner is null or listed twice, or has no hours.</exception>
    public WorkingHoursByOwner(WorkingHours others, IEnumerable<KeyValuePair<string, WorkingHours>> hours)
    {
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(hours);
        Others = others;
        int row = 0;
        foreach ((string owner, WorkingHours own) in hours)
        {
            if (owner is null || own is null)
                throw new ArgumentException($"Row {row} lacks {(owner is null ? "an owner" : "hours")}.", nameof(hours));
            if (!_hours.TryAdd(owner, own))
                throw new ArgumentException($"Row {row} lists an owner again.", nameof(hours));
            row++;
        }
    }

    /// <summary>The hours of everybody who isn't listed, and of rows without an owner.</summary>
    public WorkingHours Others { get; }

    /// <summary>The hours of an owner.</summary>
    /// <param name="ownerId">An id, or null for a row without an owner.</param>
    public WorkingHours this[string? ownerId] => ownerId is not null && _hours.TryGetValue(ownerId, out WorkingHours? own) ? own : Others;

    /// <inheritdoc/>
    public bool Equals(WorkingHoursByOwner? other) => other is not null && Others.Equals(other.Others) && _hours.Count == other._hours.Count
        && _hours.All(pair => other._hours.TryGetValue(pair.Key, out WorkingHours? own) && own.Equals(pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkingHoursByOwner);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Others, _hours.Count);

    /// <summary>How many owners have hours of their own.</summary>
    public override string ToString() => $"{_hours.Count} owners, others {Others}";
}

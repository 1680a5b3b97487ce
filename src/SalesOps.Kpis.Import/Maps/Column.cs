namespace SalesOps.Kpis.Import;

/// <summary>Where a text of a record comes from: a column of the file, or one text for all rows. <c>default</c> is nowhere.</summary>
/// <remarks>Converts implicitly from the column's name, which must stand in the header exactly so, but for outer white space.</remarks>
public readonly record struct Column
{
    /// <summary>The column's name, or null.</summary>
    public string? Name { get; private init; }

    /// <summary>The text of all rows, or null.</summary>
    public string? Constant { get; private init; }

    /// <summary>Whether there is neither a column nor a constant.</summary>
    public bool IsAbsent => Name is null && Constant is null;

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public static implicit operator Column(string name) => FromString(name);

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public static Column FromString(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new() { Name = name.Trim() };
    }

    /// <summary>One text for all rows.</summary>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or blank.</exception>
    public static Column Always(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new() { Constant = text.Trim() };
    }
}

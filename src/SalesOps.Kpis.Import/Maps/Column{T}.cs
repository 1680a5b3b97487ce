namespace SalesOps.Kpis.Import;

/// <summary>Where a value of a record comes from: a column of the file, or one value for all rows. <c>default</c> is nowhere.</summary>
/// <remarks>Converts implicitly from the column's name and from the value.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Column<T> where T : struct
{
    /// <summary>The column's name, or null.</summary>
    public string? Name { get; private init; }

    /// <summary>The value of all rows, or null.</summary>
    public T? Constant { get; private init; }

    /// <summary>Whether there is neither a column nor a constant.</summary>
    public bool IsAbsent => Name is null && Constant is null;

    /// <summary>The column of a name.</summary>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
#pragma warning disable CA2225 // Column.FromString converts: a static member of a generic type is a nuisance to call
    public static implicit operator Column<T>(string name) => Column.FromString(name);

    /// <summary>The column of the same name; a text for all rows has no counterpart.</summary>
    /// <exception cref="ArgumentException"><paramref name="column"/> is a constant.</exception>
    public static implicit operator Column<T>(Column column) => column.Constant is null
        ? new() { Name = column.Name }
        : throw new ArgumentException("A constant text can't stand for a value; give the value itself.", nameof(column));

    /// <summary>One value for all rows.</summary>
    public static implicit operator Column<T>(T value) => new() { Constant = value };
#pragma warning restore CA2225
}

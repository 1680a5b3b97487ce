namespace SalesOps.Kpis.Import;

/// <summary>What a caller got wrong, as the public methods name their parameters.</summary>
internal static class Mistake
{
    private const string Map = "map";
    private const string Format = "format";

    public static ArgumentException InMap(string message) => Of(Map, message);

    public static ArgumentOutOfRangeException OutOfRange(object value, string message) => OutOfRange(Map, value, message);

    public static ArgumentException InFormat(string message, Exception? cause = null) => Of(Format, message, cause);

    private static ArgumentException Of(string argument, string message, Exception? cause = null) => new(message, argument, cause);

    private static ArgumentOutOfRangeException OutOfRange(string argument, object value, string message) => new(argument, value, message);
}

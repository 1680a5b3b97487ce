namespace SalesOps.Kpis.Import;

/// <summary>Reads values of one type from the texts of fields.</summary>
internal abstract class TextParser<T> where T : struct
{
    /// <summary>Whether the text is a value even where it is blank or a missing word.</summary>
    public virtual bool Knows(ReadOnlySpan<char> text) => false;

    /// <summary>Reads a text that isn't missing; tells what is wrong with it, or null.</summary>
    public abstract FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out T value);
}

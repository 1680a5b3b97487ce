using System.Collections.Frozen;

namespace SalesOps.Kpis.Import;

internal sealed class WordParser<T>(Words<T> words) : TextParser<T> where T : struct, Enum
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _values =
        words.ToFrozen().GetAlternateLookup<ReadOnlySpan<char>>();

    public override bool Knows(ReadOnlySpan<char> text) => _values.ContainsKey(text);

    public override FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out T value)
    {
        if (_values.TryGetValue(text, out value))
            return null;
        if (words.Other is not { } other)
            return FaultReason.UnknownWord;
        tally.Note(ImportNote.OtherWord);
        value = other;
        return null;
    }
}

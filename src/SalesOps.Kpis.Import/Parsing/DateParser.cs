namespace SalesOps.Kpis.Import;

/// <summary>Dates by several patterns. Texts that were read before are looked up, for most dates occur many times.</summary>
internal abstract class DateParser<T>(DatePattern[] patterns, DateTimeZone zone) : TextParser<T> where T : struct
{
    private const int MostRemembered = 1 << 16;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);

    public override FaultReason? Parse(ReadOnlySpan<char> text, Tally tally, out T value)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out value))
            return null;
        string key = text.ToString();
        try
        {
            foreach (DatePattern pattern in patterns)
            {
                if (!TryParse(pattern, key, zone, out value))
                    continue;
                if (!IsHeld(value))
                    return FaultReason.OutOfRange;
                if (_known.Count < MostRemembered)
                    _known.Add(key, value);
                return null;
            }
        }
        catch (OverflowException)
        {
            return FaultReason.OutOfRange;  // a local time at the end of time, of which no instant exists
        }
        return FaultReason.BadDate;
    }

    protected abstract bool TryParse(DatePattern pattern, string text, DateTimeZone zone, out T value);

    protected virtual bool IsHeld(T value) => true;
}

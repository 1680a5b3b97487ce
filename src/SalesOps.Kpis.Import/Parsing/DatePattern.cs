using NodaTime.Text;

namespace SalesOps.Kpis.Import;

/// <summary>One pattern of dates: a day, a local time or a point in time, as the pattern itself says.</summary>
internal sealed class DatePattern
{
    private readonly LocalDatePattern? _day;
    private readonly LocalDateTimePattern? _time;
    private readonly OffsetDateTimePattern? _offset;
    private readonly InstantPattern? _instant;

    /// <exception cref="ArgumentException">The pattern isn't one.</exception>
    public DatePattern(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern))
            throw Mistake.InFormat("A date pattern is blank.");
        try
        {
            Split(pattern, out string specifiers, out string literals);
            if (specifiers.Contains("o<", StringComparison.Ordinal))
                _offset = OffsetDateTimePattern.CreateWithInvariantCulture(pattern);
            else if (IsUniversal(literals.Trim()))
                _instant = InstantPattern.CreateWithInvariantCulture(pattern);
            else if (specifiers.AsSpan().ContainsAny("Hhmt"))
                _time = LocalDateTimePattern.CreateWithInvariantCulture(pattern);
            else
                _day = LocalDatePattern.CreateWithInvariantCulture(pattern);
        }
        catch (InvalidPatternException e)
        {
            throw Mistake.InFormat($"The date pattern '{pattern}' isn't one: {e.Message}", e);
        }
    }

    public bool TryParse(string text, DateTimeZone zone, out Instant at)
    {
        at = default;
        if (_day is not null)
            return Success(_day.Parse(text), out LocalDate day) && Set(StartOf(day, zone), out at);
        if (_time is not null)
            return Success(_time.Parse(text), out LocalDateTime time) && Set(zone.AtLeniently(time).ToInstant(), out at);
        if (_offset is not null)
            return Success(_offset.Parse(text), out OffsetDateTime offset) && Set(offset.ToInstant(), out at);
        return Success(_instant!.Parse(text), out at);
    }

    public bool TryParse(string text, DateTimeZone zone, out LocalDate on)
    {
        on = default;
        if (_day is not null)
            return Success(_day.Parse(text), out on);
        if (_time is not null)
            return Success(_time.Parse(text), out LocalDateTime time) && Set(time.Date, out on);
        return TryParse(text, zone, out Instant at) && Set(at.InZone(zone).Date, out on);
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(day.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    private static bool Success<T>(ParseResult<T> result, out T value) => result.TryGetValue(default!, out value);

    private static bool Set<T>(T value, out T target)
    {
        target = value;
        return true;
    }

    private static bool IsUniversal(string literals) =>
        literals.EndsWith('Z') || literals.EndsWith("UTC", StringComparison.Ordinal) || literals.EndsWith("GMT", StringComparison.Ordinal);

    // What a pattern asks for, and the texts in quotes or behind a backslash that stand in it.
    private static void Split(string pattern, out string specifiers, out string literals)
    {
        var asked = new System.Text.StringBuilder();
        var quoted = new System.Text.StringBuilder();
        char quote = '\0';
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                quoted.Append(pattern[++i]);
            else if (c == quote)
                quote = '\0';
            else if (quote != '\0')
                quoted.Append(c);
            else if (c is '\'' or '"')
                quote = c;
            else
                asked.Append(c);
        }
        (specifiers, literals) = (asked.ToString(), quoted.ToString());
    }
}

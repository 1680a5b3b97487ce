namespace SalesOps.Kpis.Import;

internal sealed class LocalDateParser(DatePattern[] patterns, DateTimeZone zone) : DateParser<LocalDate>(patterns, zone)
{
    protected override bool TryParse(DatePattern pattern, string text, DateTimeZone zone, out LocalDate value) =>
        pattern.TryParse(text, zone, out value);
}

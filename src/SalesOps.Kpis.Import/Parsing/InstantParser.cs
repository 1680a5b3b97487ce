namespace SalesOps.Kpis.Import;

internal sealed class InstantParser(DatePattern[] patterns, DateTimeZone zone) : DateParser<Instant>(patterns, zone)
{
    protected override bool TryParse(DatePattern pattern, string text, DateTimeZone zone, out Instant value) =>
        pattern.TryParse(text, zone, out value);

    // Records hold times from year 1 on.
    protected override bool IsHeld(Instant value) => value >= NodaConstants.BclEpoch;
}

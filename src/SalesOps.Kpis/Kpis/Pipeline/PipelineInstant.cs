namespace SalesOps.Kpis;

/// <summary>The instant of a snapshot, its local date, and how amounts count at it.</summary>
internal sealed class PipelineInstant(PipelineCalculator definition, Instant at)
{
    private readonly CurrencyConversion? _conversion = definition.Conversion;

    public Instant At { get; } = at;

    public Moment Moment { get; } = at;

    /// <summary>The local date of the instant.</summary>
    public LocalDate Today { get; } = at.InZone(definition.Zone).Date;

    /// <summary>Whether a deal was expected to be closed on an earlier day.</summary>
    public bool IsOverdue(LocalDate expected) => expected.WithCalendar(CalendarSystem.Iso) < Today;

    /// <summary>The amount as it counts; false where there is no rate. An open deal has no close yet, so its event is the snapshot.</summary>
    public bool TryConvert(Amount amount, out Amount converted) => TryConvert(amount, Moment, out converted);

    /// <summary>The amount as it counts at the time of an event; false where there is no rate.</summary>
    public bool TryConvert(Amount amount, Moment eventTime, out Amount converted)
    {
        converted = amount;
        return _conversion is null || _conversion.TryConvert(amount, eventTime, out converted);
    }
}

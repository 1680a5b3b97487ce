using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The instant of a snapshot, its local date, and how amounts count at it.</summary>
internal sealed class PipelineInstant(PipelineCalculator definition, Instant at)
{
    private readonly CurrencyConversion? _conversion = definition.Conversion;

    public Moment Moment { get; } = at;

    /// <summary>The local date of the instant.</summary>
    public LocalDate Today { get; } = at.InZone(definition.Zone).Date;

    /// <summary>What a deal is at the instant: the first that applies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DealState StateOf<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        bool isOpen = row.Outcome == DealOutcome.Open;
        Moment closed = row.ClosedAt;
        return row.MergedIntoId is not null ? DealState.Merged
            : !isOpen && !closed.HasValue ? DealState.CloseDateMissing
            : row.CreatedAt.Value > Moment.Value ? DealState.CreatedLater
            : !isOpen && closed.Value <= Moment.Value ? DealState.Closed
            : DealState.Open;
    }

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

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>What a definition of the response time sees in one lead. Immutable, and shared by all states of a fold.</summary>
internal sealed class ResponseClock
{
    private readonly bool _fromAssignment, _toContact, _disqualifiedCounts;
    private readonly NegativeResponse _negative;
    private readonly bool _isCalendar;                      // time as it is
    private readonly WorkingHours? _hours;
    private readonly WorkingHoursByOwner? _hoursByOwner;
    private readonly long _asOf, _slaTicks, _plausibleTicks;

    public ResponseClock(LeadResponseTimeCalculator definition)
    {
        _fromAssignment = definition.From == ResponseStart.Assignment;
        _toContact = definition.To == ResponseEnd.Contact;
        _disqualifiedCounts = definition.DisqualifiedCountsAsUnanswered;
        _negative = definition.Negative;
        (_hours, _hoursByOwner) = (definition.Hours, definition.HoursByOwner);
        _isCalendar = _hours is null && _hoursByOwner is null;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _slaTicks = definition.Sla.BclCompatibleTicks;
        _plausibleTicks = definition.ImplausibleLag.BclCompatibleTicks;
    }

    /// <summary>What becomes of a lead. The first ones have a response time, and those up to pending ones wait for a time.</summary>
    public enum Fate
    {
        Answered, AnsweredLate, AnsweredEarly, Pending, AnsweredUndated, Breached,
        NegativeDuration, Disqualified, StartMissing, CreatedAfterAsOf, Merged,
        Count,
    }

    /// <summary>Whether a fate has a response time.</summary>
    public static bool IsMeasured(Fate fate) => fate <= Fate.AnsweredEarly;

    /// <summary>What becomes of a lead, and its response time where it has one; false where that takes a method call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<TRow>(scoped in TRow row, out Fate fate, out long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        fate = FateOf(in row, out long start, out long end);
        ticks = unchecked(end - start);
        if (!_isCalendar & fate <= Fate.Pending && (_hours is null || !_hours.TryElapsedTicks(Moment.FromValue(start), Moment.FromValue(end), out ticks)))
            return false;
        fate = Judge(fate, ref ticks);
        return true;
    }

    /// <summary>What becomes of a lead, and its response time where it has one.</summary>
    public Fate Read<TRow>(scoped in TRow row, out long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        Fate fate = FateOf(in row, out long start, out long end);
        ticks = fate <= Fate.Pending ? Waited(in row, start, end) : 0;
        return Judge(fate, ref ticks);
    }

    /// <summary>Whether the lead was contacted, qualified and converted: each step holds those after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadOutcome<TRow>(scoped in TRow row, out bool contacted, out bool qualified, out bool converted)
        where TRow : struct, ILeadRow, allows ref struct
    {
        LeadStatus status = row.Status;
        converted = new LeadStep(row.ConvertedAt, status == LeadStatus.Converted, _asOf).IsDone;
        qualified = converted | new LeadStep(row.QualifiedAt, status == LeadStatus.Qualified, _asOf).IsDone;
        contacted = qualified | new LeadStep(row.ContactedAt, status == LeadStatus.Contacted, _asOf).IsDone;
    }

    /// <summary>What becomes of a lead by its dates, and between which ones it waited; one that may still be in time is pending.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Fate FateOf<TRow>(scoped in TRow row, out long start, out long end) where TRow : struct, ILeadRow, allows ref struct
    {
        (start, end) = (Start(in row), End(in row));
        long received = row.ReceivedAt.Value;
        // One comparison tells both a negative time and one that is too long.
        if (start > 0 && received <= _asOf && end <= _asOf && unchecked((ulong)(end - start) <= (ulong)_plausibleTicks) && row.MergedIntoId is null)
            return Fate.Answered;
        if (row.MergedIntoId is not null)
            return Fate.Merged;
        if (received > _asOf)
            return Fate.CreatedAfterAsOf;
        if (!HasHappened(start))
            return Fate.StartMissing;
        if (!HasHappened(end))
            return UnansweredFateOf(in row, out end);
        return end >= start ? Fate.AnsweredLate : _negative == NegativeResponse.Exclude ? Fate.NegativeDuration : Fate.AnsweredEarly;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Fate UnansweredFateOf<TRow>(scoped in TRow row, out long end) where TRow : struct, ILeadRow, allows ref struct
    {
        end = _asOf;
        if (WasReached(in row))
            return Fate.AnsweredUndated;
        if (!_disqualifiedCounts && new LeadStep(row.DisqualifiedAt, row.Status == LeadStatus.Disqualified, _asOf).IsDone)
            return Fate.Disqualified;
        return _asOf == long.MaxValue ? Fate.Breached : Fate.Pending;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Fate Judge(Fate fate, ref long ticks)
    {
        if (fate == Fate.Pending && ticks > _slaTicks)
            return Fate.Breached;
        if (fate == Fate.AnsweredEarly && _negative == NegativeResponse.CountAsZero)
            ticks = 0;
        return fate;
    }

    // By the dates of what can only have come after a response; without any, by the status.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool WasReached<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        long contacted = _toContact ? 0 : row.ContactedAt.Value, qualified = row.QualifiedAt.Value, converted = row.ConvertedAt.Value;
        return HasHappened(contacted) || HasHappened(qualified) || HasHappened(converted)
            || (End(in row) | contacted | qualified | converted) == 0
                && row.Status is LeadStatus.Contacted or LeadStatus.Qualified or LeadStatus.Converted;
    }

    private long Waited<TRow>(scoped in TRow row, long start, long end) where TRow : struct, ILeadRow, allows ref struct =>
        (_hoursByOwner is null ? _hours : _hoursByOwner[row.OwnerId]) is { } hours
            ? hours.ElapsedTicks(Moment.FromValue(start), Moment.FromValue(end))
            : end - start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Start<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct =>
        (_fromAssignment ? row.AssignedAt : row.ReceivedAt).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long End<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct =>
        (_toContact ? row.ContactedAt : row.FirstRespondedAt).Value;

    private bool HasHappened(long at) => at > 0 & at <= _asOf;
}

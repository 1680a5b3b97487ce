using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>What a definition of the response time sees in one lead. Immutable, and shared by all states of a fold.</summary>
internal sealed class ResponseClock
{
    private readonly bool _isPlain;                         // time as it is, without an as-of
    private readonly bool _fromAssignment, _toContact, _disqualifiedCounts;
    private readonly NegativeResponse _negative;
    private readonly WorkingHours? _hours;
    private readonly WorkingHoursByOwner? _hoursByOwner;
    private readonly long _asOf, _slaTicks, _plausibleTicks;

    public ResponseClock(LeadResponseTimeCalculator definition)
    {
        _isPlain = definition is { Hours: null, HoursByOwner: null, AsOf: null };
        _fromAssignment = definition.From == ResponseStart.Assignment;
        _toContact = definition.To == ResponseEnd.Contact;
        _disqualifiedCounts = definition.DisqualifiedCountsAsUnanswered;
        _negative = definition.Negative;
        (_hours, _hoursByOwner) = (definition.Hours, definition.HoursByOwner);
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _slaTicks = definition.Sla.BclCompatibleTicks;
        _plausibleTicks = definition.ImplausibleLag.BclCompatibleTicks;
    }

    /// <summary>What becomes of a lead; one that was left out stands under the first reason, which is the last line here that applies.</summary>
    public enum Fate
    {
        Answered, AnsweredLate, AnsweredEarly, AnsweredUndated, Pending, Breached,
        NegativeDuration, Disqualified, StartMissing, CreatedAfterAsOf, Merged,
        Count,
    }

    /// <summary>Whether a fate has a response time.</summary>
    public static bool IsMeasured(Fate fate) => fate <= Fate.AnsweredEarly;

    /// <summary>The response time of a lead in which nothing is odd; false for all others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMeasure<TRow>(scoped in TRow row, out long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        unchecked
        {
            long start = Start(in row), end = End(in row);
            ticks = end - start;
            // One comparison tells both a negative time and one that is too long.
            return _isPlain & start > 0 & (ulong)ticks <= (ulong)_plausibleTicks && row.MergedIntoId is null;
        }
    }

    /// <summary>What becomes of any lead, and its response time where it has one.</summary>
    public Fate Read<TRow>(scoped in TRow row, out long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        ticks = 0;
        if (row.MergedIntoId is not null)
            return Fate.Merged;
        if (row.ReceivedAt.Value > _asOf)
            return Fate.CreatedAfterAsOf;
        long start = Start(in row), end = End(in row);
        if (!HasHappened(start))
            return Fate.StartMissing;
        if (!HasHappened(end))
            return ReadUnanswered(in row, start);
        long elapsed = end - start;
        ticks = Waited(in row, start, end);
        if (elapsed >= 0)
            return elapsed > _plausibleTicks ? Fate.AnsweredLate : Fate.Answered;
        if (_negative == NegativeResponse.CountAsZero)
            ticks = 0;
        return _negative == NegativeResponse.Exclude ? Fate.NegativeDuration : Fate.AnsweredEarly;
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

    private Fate ReadUnanswered<TRow>(scoped in TRow row, long start) where TRow : struct, ILeadRow, allows ref struct
    {
        if (WasReached(in row))
            return Fate.AnsweredUndated;
        if (!_disqualifiedCounts && new LeadStep(row.DisqualifiedAt, row.Status == LeadStatus.Disqualified, _asOf).IsDone)
            return Fate.Disqualified;
        return _asOf == long.MaxValue || Waited(in row, start, _asOf) > _slaTicks ? Fate.Breached : Fate.Pending;
    }

    // By the dates of what can only have come after a response; without any, by the status.
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

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>Leads by what they were at one instant.</summary>
internal struct OpenLeadsAccumulator : IAccumulator<OpenLeadsAccumulator, ILeadRow>
{
    private readonly Moment _at;
    private Counts _counts;

    public enum Count
    {
        New, Contacted, Qualified,
        // Left out.
        Merged, CloseDateMissing, ReceivedAfterAsOf, AlreadyClosed,
        // Counted, in spite of something.
        ReceiptUnknown, StatusUndated,
        Length,
    }

    public OpenLeadsAccumulator(Instant at) => _at = at;

    public readonly long this[Count count] => _counts[(int)count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        Moment converted = row.ConvertedAt, disqualified = row.DisqualifiedAt;
        bool isClosed = row.Status is LeadStatus.Converted or LeadStatus.Disqualified;
        if (row.MergedIntoId is not null)
            _counts[(int)Count.Merged]++;
        else if (isClosed && !converted.HasValue && !disqualified.HasValue)
            _counts[(int)Count.CloseDateMissing]++;
        else if (row.ReceivedAt.Value > _at.Value)
            _counts[(int)Count.ReceivedAfterAsOf]++;
        else if (HasHappened(converted) || HasHappened(disqualified))
            _counts[(int)Count.AlreadyClosed]++;
        else
            AddOpen(row);
    }

    public void Merge(in OpenLeadsAccumulator other)
    {
        for (int i = 0; i < (int)Count.Length; i++)
            _counts[i] += other._counts[i];
    }

    // By its dates; without the date of its status, by today's status.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOpen<TRow>(scoped TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (!row.ReceivedAt.HasValue)
            _counts[(int)Count.ReceiptUnknown]++;
        var qualified = new LeadStep(row.QualifiedAt, row.Status == LeadStatus.Qualified, _at.Value);
        var contacted = new LeadStep(row.ContactedAt, row.Status == LeadStatus.Contacted, _at.Value);
        if (qualified.IsUndated || contacted.IsUndated)
            _counts[(int)Count.StatusUndated]++;
        _counts[(int)(qualified.IsDone ? Count.Qualified : contacted.IsDone ? Count.Contacted : Count.New)]++;
    }

    private readonly bool HasHappened(Moment moment) => moment.HasValue && moment.Value <= _at.Value;

    [InlineArray((int)Count.Length)]
    private struct Counts
    {
        private long _first;
    }
}

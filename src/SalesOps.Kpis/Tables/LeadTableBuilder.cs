namespace SalesOps.Kpis.Tables;

/// <summary>Builds a <see cref="LeadTable"/> row by row.</summary>
public sealed class LeadTableBuilder
{
    private readonly List<Lead> _leads;

    /// <summary>An empty builder.</summary>
    public LeadTableBuilder() : this(0)
    {
    }

    /// <summary>An empty builder with room for so many leads.</summary>
    public LeadTableBuilder(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _leads = new(capacity);
    }

    /// <summary>How many leads were added.</summary>
    public int Count => _leads.Count;

    /// <summary>Adds a lead.</summary>
    public void Add(in Lead lead) => _leads.Add(lead);

    /// <summary>The table of the leads added so far. The builder can go on.</summary>
    public LeadTable ToTable() => new(new LeadColumns
    {
        Id = Column(lead => lead.Id),
        Status = Column(lead => lead.Status),
        Department = Column(lead => lead.Department ?? Department.Unspecified),
        Score = Column(lead => lead.Score),
        ReceivedAt = Column(lead => (Moment)lead.ReceivedAt),
        AssignedAt = Column(lead => (Moment)lead.AssignedAt),
        FirstRespondedAt = Column(lead => (Moment)lead.FirstRespondedAt),
        ContactedAt = Column(lead => (Moment)lead.ContactedAt),
        QualifiedAt = Column(lead => (Moment)lead.QualifiedAt),
        ConvertedAt = Column(lead => (Moment)lead.ConvertedAt),
        DisqualifiedAt = Column(lead => (Moment)lead.DisqualifiedAt),
        DealCreatedAt = Column(lead => (Moment)lead.DealCreatedAt),
        WonAt = Column(lead => (Moment)lead.WonAt),
        DealOutcome = Column(lead => lead.DealOutcome),
        PersonId = Column(lead => lead.PersonId),
        Source = Column(lead => lead.Source),
        Channel = Column(lead => lead.Channel),
        CampaignId = Column(lead => lead.CampaignId),
        OwnerId = Column(lead => lead.OwnerId),
        Segment = Column(lead => lead.Segment),
        ResponderId = Column(lead => lead.ResponderId),
        RejectReason = Column(lead => lead.RejectReason),
        DealId = Column(lead => lead.DealId),
        CustomerId = Column(lead => lead.CustomerId),
        MergedIntoId = Column(lead => lead.MergedIntoId),
    });

    internal void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => _leads.Add(From<Lead, TRow>(in row));

    private T[] Column<T>(Func<Lead, T> value) => [.. _leads.Select(value)];

    private static TRecord From<TRecord, TRow>(scoped in TRow row)
        where TRecord : struct, IRecordOf<ILeadRow, TRecord> where TRow : struct, ILeadRow, allows ref struct => TRecord.From(in row);
}

namespace SalesOps.Kpis;

internal enum LeadField
{
    Owner, Responder, Source, Channel, Campaign, Segment, RejectReason,
    Received, Assigned, FirstResponded, Contacted, Qualified, Converted, Disqualified, DealCreated, Won,
    None,
}

internal static class LeadReaders
{
    public readonly struct Id : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.Id);
    }

    public readonly struct Deal : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.DealId);
    }

    public readonly struct Customer : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.CustomerId);
    }

    public readonly struct MergedInto : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.MergedIntoId);
    }

    public readonly struct Owner : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.OwnerId);
    }

    public readonly struct Responder : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.ResponderId);
    }

    public readonly struct Source : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.Source);
    }

    public readonly struct Channel : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.Channel);
    }

    public readonly struct Campaign : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.CampaignId);
    }

    public readonly struct Segment : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.Segment);
    }

    public readonly struct RejectReason : IReader<ILeadRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => new(row.RejectReason);
    }

    public readonly struct Status : IReader<ILeadRow, LeadStatus>
    {
        public LeadStatus Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.Status;
    }

    public readonly struct Department : IReader<ILeadRow, SalesOps.Kpis.Department>
    {
        public SalesOps.Kpis.Department Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.Department;
    }

    public readonly struct Received : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.ReceivedAt;
    }

    public readonly struct Assigned : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.AssignedAt;
    }

    public readonly struct FirstResponded : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.FirstRespondedAt;
    }

    public readonly struct Contacted : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.ContactedAt;
    }

    public readonly struct Qualified : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.QualifiedAt;
    }

    public readonly struct Converted : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.ConvertedAt;
    }

    public readonly struct DealCreated : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.DealCreatedAt;
    }

    public readonly struct Won : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.WonAt;
    }

    public readonly struct Disqualified : IReader<ILeadRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => row.DisqualifiedAt;
    }
}

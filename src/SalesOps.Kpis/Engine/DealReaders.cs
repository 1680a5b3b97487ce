namespace SalesOps.Kpis;

// One reader per field that rows are grouped or placed by. The number of a field is what tables know its column by.

internal enum DealField
{
    Owner, Customer, Product, Source, Channel, Campaign, Segment, Pipeline, Stage, LossReason,
    Created, FirstContact, LeadReceived, Closed,
    None,
}

internal static class DealReaders
{
    public readonly struct Id : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.Id);
    }

    public readonly struct Lead : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.LeadId);
    }

    public readonly struct MergedInto : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.MergedIntoId);
    }

    public readonly struct Owner : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.OwnerId);
    }

    public readonly struct Customer : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.CustomerId);
    }

    public readonly struct Product : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.ProductId);
    }

    public readonly struct Source : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.Source);
    }

    public readonly struct Channel : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.Channel);
    }

    public readonly struct Campaign : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.CampaignId);
    }

    public readonly struct Segment : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.Segment);
    }

    public readonly struct Pipeline : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.PipelineId);
    }

    public readonly struct Stage : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.Stage);
    }

    public readonly struct OpenStage : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct =>
            new(row.Outcome == DealOutcome.Open ? row.Stage : null);
    }

    public readonly struct LossReason : IReader<IDealRow, KeyText>
    {
        public KeyText Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => new(row.LossReason);
    }

    public readonly struct Outcome : IReader<IDealRow, DealOutcome>
    {
        public DealOutcome Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.Outcome;
    }

    public readonly struct Kind : IReader<IDealRow, DealKind>
    {
        public DealKind Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.Kind;
    }

    public readonly struct Created : IReader<IDealRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.CreatedAt;
    }

    public readonly struct FirstContact : IReader<IDealRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.FirstContactAt;
    }

    public readonly struct LeadReceived : IReader<IDealRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.LeadReceivedAt;
    }

    public readonly struct Closed : IReader<IDealRow, Moment>
    {
        public Moment Read<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => row.ClosedAt;
    }
}

namespace SalesOps.Kpis;

/// <summary>The dates of leads that can put them into periods and spans.</summary>
public static class LeadDate
{
    /// <summary>The receipt: slices are cohorts.</summary>
    public static DateField<ILeadRow> Received { get; } =
        new DateField<ILeadRow, LeadReaders.Received>(nameof(Received), (int)LeadField.Received);

    /// <summary>The assignment to the owner.</summary>
    public static DateField<ILeadRow> Assigned { get; } =
        new DateField<ILeadRow, LeadReaders.Assigned>(nameof(Assigned), (int)LeadField.Assigned);

    /// <summary>The first attempt to reach the lead.</summary>
    public static DateField<ILeadRow> FirstResponded { get; } =
        new DateField<ILeadRow, LeadReaders.FirstResponded>(nameof(FirstResponded), (int)LeadField.FirstResponded);

    /// <summary>The first contact, both ways.</summary>
    public static DateField<ILeadRow> Contacted { get; } =
        new DateField<ILeadRow, LeadReaders.Contacted>(nameof(Contacted), (int)LeadField.Contacted);

    /// <summary>The acceptance by sales.</summary>
    public static DateField<ILeadRow> Qualified { get; } =
        new DateField<ILeadRow, LeadReaders.Qualified>(nameof(Qualified), (int)LeadField.Qualified);

    /// <summary>The conversion into a deal.</summary>
    public static DateField<ILeadRow> Converted { get; } =
        new DateField<ILeadRow, LeadReaders.Converted>(nameof(Converted), (int)LeadField.Converted);

    /// <summary>The creation of the first of its deals.</summary>
    public static DateField<ILeadRow> DealCreated { get; } =
        new DateField<ILeadRow, LeadReaders.DealCreated>(nameof(DealCreated), (int)LeadField.DealCreated);

    /// <summary>The win of the first of its deals that was won.</summary>
    public static DateField<ILeadRow> Won { get; } =
        new DateField<ILeadRow, LeadReaders.Won>(nameof(Won), (int)LeadField.Won);

    /// <summary>The rejection.</summary>
    public static DateField<ILeadRow> Disqualified { get; } =
        new DateField<ILeadRow, LeadReaders.Disqualified>(nameof(Disqualified), (int)LeadField.Disqualified);
}

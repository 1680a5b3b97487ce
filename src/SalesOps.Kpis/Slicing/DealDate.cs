namespace SalesOps.Kpis;

/// <summary>The dates of deals that can put them into periods and spans.</summary>
public static class DealDate
{
    /// <summary>The creation: slices are cohorts.</summary>
    public static DateField<IDealRow> Created { get; } =
        new DateField<IDealRow, DealReaders.Created>(nameof(Created), (int)DealField.Created);

    /// <summary>The first contact.</summary>
    public static DateField<IDealRow> FirstContact { get; } =
        new DateField<IDealRow, DealReaders.FirstContact>(nameof(FirstContact), (int)DealField.FirstContact);

    /// <summary>The receipt of the deal's lead.</summary>
    public static DateField<IDealRow> LeadReceived { get; } =
        new DateField<IDealRow, DealReaders.LeadReceived>(nameof(LeadReceived), (int)DealField.LeadReceived);

    /// <summary>The close: slices are periods.</summary>
    public static DateField<IDealRow> Closed { get; } =
        new DateField<IDealRow, DealReaders.Closed>(nameof(Closed), (int)DealField.Closed);
}

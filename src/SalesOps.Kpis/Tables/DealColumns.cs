namespace SalesOps.Kpis.Tables;

/// <summary>The columns of a deal table as a caller gives them; all of one length. Columns that are left out are absent in every row.</summary>
/// <remarks>The columns are copied. A member means what the member of <see cref="Deal"/> with its name means.</remarks>
public sealed class DealColumns
{
    /// <inheritdoc cref="Deal.Id"/>
    public required string[] Id { get; init; }

    /// <inheritdoc cref="Deal.Outcome"/>
    public required DealOutcome[] Outcome { get; init; }

    /// <inheritdoc cref="Deal.Kind"/>
    public DealKind[]? Kind { get; init; }

    /// <inheritdoc cref="Deal.Amount"/>
    public Amount[]? Amount { get; init; }

    /// <inheritdoc cref="Deal.ListAmount"/>
    public Amount[]? ListAmount { get; init; }

    /// <inheritdoc cref="Deal.Quantity"/>
    public Quantity[]? Quantity { get; init; }

    /// <inheritdoc cref="Deal.Probability"/>
    public Probability[]? Probability { get; init; }

    /// <inheritdoc cref="Deal.CreatedAt"/>
    public Moment[]? CreatedAt { get; init; }

    /// <inheritdoc cref="Deal.FirstContactAt"/>
    public Moment[]? FirstContactAt { get; init; }

    /// <inheritdoc cref="Deal.LeadReceivedAt"/>
    public Moment[]? LeadReceivedAt { get; init; }

    /// <inheritdoc cref="Deal.ClosedAt"/>
    public Moment[]? ClosedAt { get; init; }

    /// <inheritdoc cref="Deal.ExpectedCloseOn"/>
    public LocalDate?[]? ExpectedCloseOn { get; init; }

    /// <inheritdoc cref="Deal.CustomerId"/>
    public TextColumn? CustomerId { get; init; }

    /// <inheritdoc cref="Deal.LeadId"/>
    public TextColumn? LeadId { get; init; }

    /// <inheritdoc cref="Deal.OwnerId"/>
    public TextColumn? OwnerId { get; init; }

    /// <inheritdoc cref="Deal.ProductId"/>
    public TextColumn? ProductId { get; init; }

    /// <inheritdoc cref="Deal.Source"/>
    public TextColumn? Source { get; init; }

    /// <inheritdoc cref="Deal.Channel"/>
    public TextColumn? Channel { get; init; }

    /// <inheritdoc cref="Deal.CampaignId"/>
    public TextColumn? CampaignId { get; init; }

    /// <inheritdoc cref="Deal.Segment"/>
    public TextColumn? Segment { get; init; }

    /// <inheritdoc cref="Deal.PipelineId"/>
    public TextColumn? PipelineId { get; init; }

    /// <inheritdoc cref="Deal.Stage"/>
    public TextColumn? Stage { get; init; }

    /// <inheritdoc cref="Deal.LossReason"/>
    public TextColumn? LossReason { get; init; }

    /// <inheritdoc cref="Deal.MergedIntoId"/>
    public TextColumn? MergedIntoId { get; init; }

    internal DealTable ToTable()
    {
        var lengths = new ColumnLengths(Id?.Length ?? throw new ArgumentException("The ids are missing.", nameof(Id)), nameof(Id));
        lengths.Check(nameof(Outcome), Outcome?.Length ?? 0);
        var labels = new EncodedColumn?[(int)DealField.Created];
        labels[(int)DealField.Owner] = lengths.Encode(nameof(OwnerId), OwnerId);
        labels[(int)DealField.Product] = lengths.Encode(nameof(ProductId), ProductId);
        labels[(int)DealField.Source] = lengths.Encode(nameof(Source), Source);
        labels[(int)DealField.Channel] = lengths.Encode(nameof(Channel), Channel);
        labels[(int)DealField.Campaign] = lengths.Encode(nameof(CampaignId), CampaignId);
        labels[(int)DealField.Segment] = lengths.Encode(nameof(Segment), Segment);
        labels[(int)DealField.Pipeline] = lengths.Encode(nameof(PipelineId), PipelineId);
        labels[(int)DealField.Stage] = lengths.Encode(nameof(Stage), Stage);
        labels[(int)DealField.LossReason] = lengths.Encode(nameof(LossReason), LossReason);
        var cold = new DealColdColumns
        {
            Ids = [.. Id],
            Labels = labels,
            Customers = lengths.Texts(nameof(CustomerId), CustomerId),
            Leads = lengths.Texts(nameof(LeadId), LeadId),
            MergedInto = lengths.Texts(nameof(MergedIntoId), MergedIntoId),
            ListAmounts = lengths.Copy(nameof(ListAmount), ListAmount),
            Quantities = lengths.Copy(nameof(Quantity), Quantity),
            ExpectedCloses = lengths.Copy(nameof(ExpectedCloseOn), ExpectedCloseOn),
        };
        Amount[] amounts = lengths.Copy(nameof(Amount), Amount) ?? new Amount[lengths.Rows];
        Currency[] met = [.. amounts.Where(amount => amount.HasValue).Select(amount => amount.Currency).Distinct()];
        Probability[]? probabilities = lengths.Copy(nameof(Probability), Probability);
        return new DealTable(cold, Status(lengths, cold.MergedInto), [.. amounts.Select(amount => amount.Raw)], met.FirstOrDefault(),
            met.Length > 1 ? [.. amounts.Select(amount => amount.Currency)] : null,
            probabilities is null ? new short[lengths.Rows] : [.. probabilities.Select(probability => probability.Raw)],
            lengths.CopyOrEmpty(nameof(CreatedAt), CreatedAt), lengths.CopyOrEmpty(nameof(FirstContactAt), FirstContactAt),
            lengths.Copy(nameof(LeadReceivedAt), LeadReceivedAt), lengths.CopyOrEmpty(nameof(ClosedAt), ClosedAt));
    }

    private byte[] Status(ColumnLengths lengths, string?[]? mergedInto)
    {
        DealKind[]? kinds = lengths.Copy(nameof(Kind), Kind);
        var status = new byte[lengths.Rows];
        for (int row = 0; row < status.Length; row++)
        {
            if (Outcome[row] > DealOutcome.Disqualified)
                throw new ArgumentException($"Row {row} of the outcomes holds {(int)Outcome[row]}, which isn't one.");
            status[row] = DealTableBuilder.StatusOf(Outcome[row], kinds?[row] ?? DealKind.Unspecified, mergedInto?[row] is not null);
        }

        return status;
    }
}

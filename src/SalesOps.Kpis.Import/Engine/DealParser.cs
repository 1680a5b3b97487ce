namespace SalesOps.Kpis.Import;

internal sealed class DealParser : RowParser<Deal>
{
    private readonly OpenCloseDate _openCloseDate;
    private readonly DateTimeZone? _zone;
    private readonly Field<DealOutcome> _outcome;
    private readonly Field<DealKind> _kind;
    private readonly AmountField _amount, _listAmount;
    private readonly Field<decimal> _quantity;
    private readonly ProbabilityField _probability;
    private readonly Field<Instant> _createdAt, _firstContactAt, _leadReceivedAt, _closedAt;
    private readonly Field<LocalDate> _expectedCloseOn;
    private readonly TextField _id, _customerId, _leadId, _ownerId, _productId, _source, _channel, _campaignId, _segment,
        _pipelineId, _stage, _lossReason, _mergedIntoId;

    public DealParser(DealMap map, Binder bind)
    {
        _openCloseDate = map.OpenCloseDate;
        _zone = bind.Format.Zone;
        _id = bind.Text(map.Id, isRequired: true, isPooled: false);
        _outcome = bind.Word(map.Outcome, map.OutcomeWords, isRequired: true);
        _kind = bind.Word(map.Kind, map.KindWords);
        _amount = bind.Amount(map.Amount, map.Currency);
        _listAmount = bind.Amount(map.ListAmount, map.Currency);
        _quantity = bind.PlainNumber(map.Quantity, Limits.OfRow);
        _probability = bind.Probability(map.Probability, map.ProbabilityScale);
        _createdAt = bind.Time(map.CreatedAt);
        _firstContactAt = bind.Time(map.FirstContactAt);
        _leadReceivedAt = bind.Time(map.LeadReceivedAt);
        _closedAt = bind.Time(map.ClosedAt);
        _expectedCloseOn = bind.Day(map.ExpectedCloseOn);
        _customerId = bind.Text(map.CustomerId);
        _leadId = bind.Text(map.LeadId, isPooled: false);
        _ownerId = bind.Text(map.OwnerId);
        _productId = bind.Text(map.ProductId);
        _source = bind.Text(map.Source);
        _channel = bind.Text(map.Channel);
        _campaignId = bind.Text(map.CampaignId);
        _segment = bind.Text(map.Segment);
        _pipelineId = bind.Text(map.PipelineId);
        _stage = bind.Text(map.Stage);
        _lossReason = bind.Text(map.LossReason);
        _mergedIntoId = bind.Text(map.MergedIntoId, isPooled: false);
    }

    public override Deal Parse(CsvRow row)
    {
        Deal deal = new()
        {
            Id = _id.Read(row)!,            // a row without one is rejected
            Outcome = _outcome.Read(row).GetValueOrDefault(),
            Kind = _kind.Read(row),
            Amount = _amount.Read(row),
            ListAmount = _listAmount.Read(row),
            Quantity = _quantity.Read(row),
            Probability = _probability.Read(row),
            CreatedAt = _createdAt.Read(row),
            FirstContactAt = _firstContactAt.Read(row),
            LeadReceivedAt = _leadReceivedAt.Read(row),
            ClosedAt = _closedAt.Read(row),
            ExpectedCloseOn = _expectedCloseOn.Read(row),
            CustomerId = _customerId.Read(row),
            LeadId = _leadId.Read(row),
            OwnerId = _ownerId.Read(row),
            ProductId = _productId.Read(row),
            Source = _source.Read(row),
            Channel = _channel.Read(row),
            CampaignId = _campaignId.Read(row),
            Segment = _segment.Read(row),
            PipelineId = _pipelineId.Read(row),
            Stage = _stage.Read(row),
            LossReason = _lossReason.Read(row),
            MergedIntoId = _mergedIntoId.Read(row),
        };
        return deal is { Outcome: DealOutcome.Open, ClosedAt: { } closedAt } ? Reopen(deal, closedAt, row.Tally) : deal;
    }

    public override void Describe(in Deal record, Tally tally)
    {
        tally.Identify(record.Id);
        tally.Paid((record.Amount ?? record.ListAmount)?.Currency);
        tally.Happened(record.CreatedAt);
        tally.Happened(record.FirstContactAt);
        tally.Happened(record.LeadReceivedAt);
        if (record.Outcome != DealOutcome.Open)
            tally.Happened(record.ClosedAt);
    }

    private Deal Reopen(in Deal deal, Instant closedAt, Tally tally)
    {
        tally.Note(ImportNote.CloseDateOfOpenDeal);
        return _openCloseDate switch
        {
            OpenCloseDate.Keep => deal,
            OpenCloseDate.Ignore => deal with { ClosedAt = null },
            _ => deal with { ClosedAt = null, ExpectedCloseOn = deal.ExpectedCloseOn ?? closedAt.InZone(_zone!).Date },
        };
    }
}

namespace SalesOps.Kpis.Import;

internal sealed class LeadParser : RowParser<Lead>
{
    private readonly Field<LeadStatus> _status;
    private readonly Field<Department> _department;
    private readonly Field<decimal> _score;
    private readonly Field<Instant> _receivedAt, _assignedAt, _firstRespondedAt, _contactedAt, _qualifiedAt, _convertedAt, _disqualifiedAt,
        _dealCreatedAt, _wonAt;
    private readonly Field<DealOutcome> _dealOutcome;
    private readonly TextField _id, _personId, _source, _channel, _campaignId, _ownerId, _segment, _responderId, _rejectReason,
        _dealId, _customerId, _mergedIntoId;

    public LeadParser(LeadMap map, Binder bind)
    {
        _id = bind.Text(map.Id, isRequired: true, isPooled: false);
        _status = bind.Word(map.Status, map.StatusWords);
        _department = bind.Word(map.Department, map.DepartmentWords);
        _score = bind.Score(map.Score);
        _receivedAt = bind.Time(map.ReceivedAt);
        _assignedAt = bind.Time(map.AssignedAt);
        _firstRespondedAt = bind.Time(map.FirstRespondedAt);
        _contactedAt = bind.Time(map.ContactedAt);
        _qualifiedAt = bind.Time(map.QualifiedAt);
        _convertedAt = bind.Time(map.ConvertedAt);
        _disqualifiedAt = bind.Time(map.DisqualifiedAt);
        _dealCreatedAt = bind.Time(map.DealCreatedAt);
        _wonAt = bind.Time(map.WonAt);
        _dealOutcome = bind.Word(map.DealOutcome, map.DealOutcomeWords);
        _personId = bind.Text(map.PersonId, isPooled: false);
        _source = bind.Text(map.Source);
        _channel = bind.Text(map.Channel);
        _campaignId = bind.Text(map.CampaignId);
        _ownerId = bind.Text(map.OwnerId);
        _segment = bind.Text(map.Segment);
        _responderId = bind.Text(map.ResponderId);
        _rejectReason = bind.Text(map.RejectReason);
        _dealId = bind.Text(map.DealId, isPooled: false);
        _customerId = bind.Text(map.CustomerId);
        _mergedIntoId = bind.Text(map.MergedIntoId, isPooled: false);
    }

    public override Lead Parse(CsvRow row) => new()
    {
        Id = _id.Read(row)!,                // a row without one is rejected
        Status = _status.Read(row).GetValueOrDefault(),
        Department = _department.Read(row),
        Score = (double?)_score.Read(row),
        ReceivedAt = _receivedAt.Read(row),
        AssignedAt = _assignedAt.Read(row),
        FirstRespondedAt = _firstRespondedAt.Read(row),
        ContactedAt = _contactedAt.Read(row),
        QualifiedAt = _qualifiedAt.Read(row),
        ConvertedAt = _convertedAt.Read(row),
        DisqualifiedAt = _disqualifiedAt.Read(row),
        DealCreatedAt = _dealCreatedAt.Read(row),
        WonAt = _wonAt.Read(row),
        DealOutcome = _dealOutcome.Read(row),
        PersonId = _personId.Read(row),
        Source = _source.Read(row),
        Channel = _channel.Read(row),
        CampaignId = _campaignId.Read(row),
        OwnerId = _ownerId.Read(row),
        Segment = _segment.Read(row),
        ResponderId = _responderId.Read(row),
        RejectReason = _rejectReason.Read(row),
        DealId = _dealId.Read(row),
        CustomerId = _customerId.Read(row),
        MergedIntoId = _mergedIntoId.Read(row),
    };

    public override void Describe(in Lead record, Tally tally)
    {
        tally.Identify(record.Id);
        tally.Happened(record.ReceivedAt);
        tally.Happened(record.AssignedAt);
        tally.Happened(record.FirstRespondedAt);
        tally.Happened(record.ContactedAt);
        tally.Happened(record.QualifiedAt);
        tally.Happened(record.ConvertedAt);
        tally.Happened(record.DisqualifiedAt);
        tally.Happened(record.DealCreatedAt);
        tally.Happened(record.WonAt);
    }
}

namespace SalesOps.Kpis;

/// <summary>Leads in the periods in which they came, could convert, and did.</summary>
internal sealed class LeadFlows
{
    private readonly LeadToOpportunityCalculator _definition;
    private readonly PeriodGrid _periods;
    private readonly LeadWindow _window;
    private readonly long[] _received, _converted;          // by slot
    private readonly long[] _entered, _left;                // by place in time: before the periods, the periods, after them
    private long _undatedInPlay;

    public LeadFlows(LeadToOpportunityCalculator definition, PeriodGrid periods)
    {
        (_definition, _periods, _window) = (definition, periods, new(definition));
        (_received, _converted) = (new long[periods.SlotCount], new long[periods.SlotCount]);
        (_entered, _left) = (new long[periods.Count + 3], new long[periods.Count + 3]);
    }

    public void Add(LeadPerson person)
    {
        LeadProgress lead = person.Progress;
        bool isConverted = _window.OutcomeOf(in lead) == LeadOutcome.Converted;
        long convertedBy = isConverted ? lead.ConvertedBy : 0;
        _received[SlotOf(lead.Received)]++;
        if (isConverted)
            _converted[SlotOf(convertedBy)]++;
        if (lead.Received == 0 || isConverted && convertedBy == 0)
            _undatedInPlay++;
        long from = Moment.Earlier(lead.Received, convertedBy);
        if (from == 0)
            return;
        _entered[PlaceOf(from)]++;
        _left[PlaceOf(Math.Max(from, LastInPlay(person, isConverted))) + 1]++;
    }

    public KpiSeries<LeadFlow> ToSeries()
    {
        var inPlay = new long[_periods.SlotCount];
        long running = 0;
        for (int place = 0; place <= _periods.Count + 1; place++)
        {
            running += _entered[place] - _left[place];
            inPlay[SlotAt(place)] = running;
        }

        inPlay[_periods.UndatedSlot] = _undatedInPlay;
        LeadFlow[] flows = [.. inPlay.Select((count, slot) =>
            new LeadFlow { Received = _received[slot], Converted = _converted[slot], InPlay = count, Definition = _definition })];
        return new(_periods, flows, [.. _periods.PartialPeriod(_definition.AsOf)]);
    }

    // A conversion or rejection without a date ends it at once: nobody knows how long it could have converted.
    private long LastInPlay(LeadPerson person, bool isConverted)
    {
        LeadProgress lead = person.Progress;
        if (isConverted)
            return lead.ConvertedBy;
        long last = _window.EndOf(in lead) - 1;
        return lead.Has(LeadProgress.Passed.NotRejected) ? last : Math.Min(last, ((Moment)person.Lead.DisqualifiedAt).Value);
    }

    private int SlotOf(long moment) => _periods.SlotOf(Moment.FromValue(moment));

    private int PlaceOf(long moment) => SlotOf(moment) is var slot && slot == _periods.BeforeSlot ? 0
        : slot == _periods.AfterSlot ? _periods.Count + 1 : slot + 1;

    private int SlotAt(int place) => place == 0 ? _periods.BeforeSlot : place > _periods.Count ? _periods.AfterSlot : place - 1;
}

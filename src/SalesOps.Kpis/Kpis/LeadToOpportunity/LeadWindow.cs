namespace SalesOps.Kpis;

/// <summary>The time that a lead has to convert: half-open, from its receipt on.</summary>
internal readonly struct LeadWindow
{
    private const long None = -1;
    private const int BeyondMoments = 10_000_000;       // days

    private readonly long _ticks, _asOf;
    private readonly LeadProgress.Passed _rung;

    public LeadWindow(LeadToOpportunityCalculator definition)
    {
        _ticks = definition.Window is not { } window ? None : window.Days < BeyondMoments ? window.BclCompatibleTicks : long.MaxValue;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _rung = definition.ConvertedWhen switch
        {
            LeadConversion.Won => LeadProgress.Passed.Won,
            LeadConversion.Qualified => LeadProgress.Passed.Qualified,
            _ => LeadProgress.Passed.Opportunity,
        };
    }

    public long AsOf => _asOf;

    /// <summary>Whether it has ended. Without a window, or a receipt that it starts from, nothing is left to wait for.</summary>
    public bool HasEnded(in LeadProgress lead) => _ticks == None || lead.Received == 0 || EndOf(in lead) <= _asOf;

    public LeadOutcome OutcomeOf(in LeadProgress lead)
    {
        if (lead.Has(_rung))
            return lead.ConvertedBy == 0 || lead.Received == 0 || lead.ConvertedBy < EndOf(in lead) ? LeadOutcome.Converted : LeadOutcome.Late;
        if (!lead.Has(LeadProgress.Passed.NotRejected))
            return LeadOutcome.Disqualified;
        return HasEnded(in lead) ? LeadOutcome.Expired : LeadOutcome.Pending;
    }

    /// <summary>The first moment at which a conversion would come too late.</summary>
    public long EndOf(in LeadProgress lead) =>
        _ticks == None || _ticks > long.MaxValue - lead.Received ? long.MaxValue : lead.Received + _ticks;
}

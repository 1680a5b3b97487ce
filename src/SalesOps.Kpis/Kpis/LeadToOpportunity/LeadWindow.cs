using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>The time that a lead has to convert: half-open, from its receipt on.</summary>
internal readonly struct LeadWindow
{
    /// <summary>How many outcomes there are.</summary>
    public const int Outcomes = 5;

    private const long Endless = long.MaxValue;
    private const int BeyondMoments = 10_000_000;       // days

    private readonly long _ticks, _asOf, _lastEnded;    // the last receipt whose window has ended
    private readonly LeadProgress.Passed _rung;

    public LeadWindow(LeadToOpportunityCalculator definition)
    {
        _ticks = definition.Window is { Days: < BeyondMoments } window ? window.BclCompatibleTicks : Endless;
        _asOf = definition.AsOf is { } asOf ? ((Moment)asOf).Value : long.MaxValue;
        _lastEnded = definition.Window is null || definition.AsOf is null ? long.MaxValue : Math.Max(0, _asOf - _ticks);
        _rung = definition.ConvertedWhen switch
        {
            LeadConversion.Won => LeadProgress.Passed.Won,
            LeadConversion.Qualified => LeadProgress.Passed.Qualified,
            _ => LeadProgress.Passed.Opportunity,
        };
    }

    public long AsOf => _asOf;

    /// <summary>Whether it has ended. Without a window, or a receipt that it starts from, nothing is left to wait for.</summary>
    public bool HasEnded(in LeadProgress lead) => lead.Received <= _lastEnded;

    public LeadOutcome OutcomeOf(in LeadProgress lead) => OutcomeOf(in lead, out _);

    /// <summary>What became of a lead, and whether its window has ended; without a branch on either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeadOutcome OutcomeOf(in LeadProgress lead, out bool hasEnded)
    {
        // By what was reached, in time, rejected and ended, from the lowest bit up.
        ReadOnlySpan<LeadOutcome> outcomes =
        [
            LeadOutcome.Pending, LeadOutcome.Late, LeadOutcome.Pending, LeadOutcome.Converted,
            LeadOutcome.Disqualified, LeadOutcome.Late, LeadOutcome.Disqualified, LeadOutcome.Converted,
            LeadOutcome.Expired, LeadOutcome.Late, LeadOutcome.Expired, LeadOutcome.Converted,
            LeadOutcome.Disqualified, LeadOutcome.Late, LeadOutcome.Disqualified, LeadOutcome.Converted,
        ];
        hasEnded = HasEnded(in lead);
        // An unknown conversion is 0, so that it comes before the receipt.
        bool inTime = (lead.Received == 0) | unchecked(lead.ConvertedBy - lead.Received < _ticks);
        int index = (lead.Has(_rung) ? 1 : 0) | (inTime ? 1 : 0) << 1 | (lead.Has(LeadProgress.Passed.NotRejected) ? 0 : 1) << 2 | (hasEnded ? 1 : 0) << 3;
        return outcomes[index];
    }

    /// <summary>The first moment at which a conversion would come too late.</summary>
    public long EndOf(in LeadProgress lead) => lead.Received > long.MaxValue - _ticks ? long.MaxValue : lead.Received + _ticks;
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>What leads know of their deals: of all deals whose lead they are, else of the one that they became.</summary>
/// <remarks>What the deals say wins over what the lead says itself; what they don't say stays as it was.</remarks>
internal sealed class DealFacts
{
    private readonly Moment[] _created, _closed;        // by row of the deals
    private readonly DealOutcome[] _outcomes;           // likewise
    private readonly Fact[] _facts;                     // by row of the leads
    private readonly bool[] _isOverruled;               // likewise
    private long _creations, _wins, _outcomesTaken;

    public DealFacts(DealTable deals, Entities dealRows, int[] leadOf, Entities leadRows, int[] dealOf)
    {
        _created = deals.Source.MomentColumn((int)DealField.Created)!;
        _closed = deals.Source.MomentColumn((int)DealField.Closed)!;
        _outcomes = deals.Source.ReadAll<IDealRow, DealReaders.Outcome, DealOutcome>();
        _facts = new Fact[leadRows.Count];
        _isOverruled = new bool[leadRows.Count];
        for (int deal = 0; deal < leadOf.Length; deal++)
        {
            if (leadOf[deal] >= 0)
                Hear(ref _facts[leadOf[deal]], dealRows.Of(deal));
        }

        for (int lead = 0; lead < _facts.Length; lead++)
        {
            if (dealOf[lead] < 0)
                continue;
            _facts[lead] = _facts[leadRows.Of(lead)];
            if (_facts[lead].Outcome is null)
                Hear(ref _facts[lead], dealOf[lead]);
        }
    }

    public LeadFillCounts Counts => new()
    {
        Creations = _creations, Wins = _wins, Outcomes = _outcomesTaken, Overruled = _isOverruled.LongCount(isOverruled => isOverruled),
    };

    public Moment[] CreatedAt(Moment[] own) =>
        Tell(own, lead => _facts[lead].CreatedAt is { HasValue: true } created ? created : own[lead], out _creations);

    /// <summary>A lead whose deals were not won has no such date, whatever it says itself.</summary>
    public Moment[] WonAt(Moment[] own) => Tell(own, lead =>
        _facts[lead].Outcome is null or DealOutcome.Won && !_facts[lead].WonAt.HasValue ? own[lead] : _facts[lead].WonAt, out _wins);

    public DealOutcome?[] Outcomes(DealOutcome?[]? given)
    {
        DealOutcome?[] own = given ?? new DealOutcome?[_facts.Length];
        return Tell(own, lead => _facts[lead].Outcome ?? own[lead], out _outcomesTaken);
    }

    // What is absent is the default of its type.
    private T[] Tell<T>(T[] own, Func<int, T> told, out long taken)
    {
        var result = new T[own.Length];
        taken = 0;
        for (int lead = 0; lead < result.Length; lead++)
        {
            result[lead] = told(lead);
            if (Same(result[lead], own[lead]))
                continue;
            bool isLacking = Same(own[lead], default);
            taken += isLacking ? 1 : 0;
            _isOverruled[lead] |= !isLacking;
        }

        return result;

        static bool Same(T? a, T? b) => EqualityComparer<T?>.Default.Equals(a, b);
    }

    private void Hear(ref Fact fact, int deal)
    {
        DealOutcome outcome = _outcomes[deal];
        fact.CreatedAt = Moment.Earlier(fact.CreatedAt, _created[deal]);
        if (outcome == DealOutcome.Won)
            fact.WonAt = Moment.Earlier(fact.WonAt, _closed[deal]);
        if (fact.Outcome is not { } known || RankOf(outcome) < RankOf(known))
            fact.Outcome = outcome;
    }

    private static int RankOf(DealOutcome outcome) => outcome switch { DealOutcome.Won => 0, DealOutcome.Open => 1, DealOutcome.Lost => 2, _ => 3 };

    private struct Fact
    {
        public DealOutcome? Outcome { get; set; }       // null: no deal spoke
        public Moment CreatedAt { get; set; }
        public Moment WonAt { get; set; }
    }
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>The leads of one person as one: the first received, and how far they came together.</summary>
internal readonly struct LeadPerson
{
    private readonly Lead _first;
    private readonly Instant? _contacted, _disqualified;

    private LeadPerson(Lead first, Instant? contacted, Instant? disqualified, LeadProgress progress) =>
        (_first, _contacted, _disqualified, Progress) = (first, contacted, disqualified, progress);

    /// <summary>The lead that was received first, with the person's first known contact and last known rejection.</summary>
    public Lead Lead => _first with { ContactedAt = _contacted, DisqualifiedAt = _disqualified };

    public LeadProgress Progress { get; }

    /// <summary>Those persons whom a ratio counts.</summary>
    public static List<LeadPerson> Of(Leads leads, LeadToOpportunityCalculator definition)
    {
        long asOf = new LeadWindow(definition).AsOf;
        LeadTable table = LeadTable.Of(leads);
        var persons = new List<LeadPerson>(table.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < table.Count; row++)
        {
            Lead lead = table[row];
            if (lead.MergedIntoId is not null || ((Moment)lead.ReceivedAt).Value > asOf)
                continue;
            var person = new LeadPerson(lead, Known(lead.ContactedAt, definition.AsOf), Known(lead.DisqualifiedAt, definition.AsOf),
                LeadProgress.Of(in lead, asOf, definition.ConvertedWhen));
            if (lead.PersonId is { } id && !places.TryAdd(id, persons.Count))
                persons[places[id]] = persons[places[id]].With(person);
            else
                persons.Add(person);
        }

        return persons;
    }

    private LeadPerson With(LeadPerson other)
    {
        LeadProgress progress = Progress;
        progress.Join(other.Progress);
        Lead first = IsBefore(other._first, _first) ? other._first : _first;
        return new(first, Earlier(_contacted, other._contacted), Later(_disqualified, other._disqualified), progress);
    }

    private static Instant? Known(Instant? at, Instant? asOf) => at > asOf ? null : at;

    private static Instant? Later(Instant? a, Instant? b) => a is null || b > a ? b : a;

    private static Instant? Earlier(Instant? a, Instant? b) => a is null || b < a ? b : a;

    private static bool IsBefore(in Lead a, in Lead b)
    {
        int order = (a.ReceivedAt ?? Instant.MaxValue).CompareTo(b.ReceivedAt ?? Instant.MaxValue);
        if (order == 0)
            order = string.CompareOrdinal(a.Id, b.Id);
        return (order != 0 ? order : ContentOrder.OfLeads.Compare(a, b)) < 0;
    }
}

namespace SalesOps.Kpis;

/// <summary>How far each person has come with all of its leads.</summary>
internal sealed class PersonProgress
{
    private readonly Dictionary<string, LeadProgress> _persons = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LeadProgress> All => _persons.Values;

    /// <summary>Whether the person was new.</summary>
    public bool Add(string personId, in LeadProgress lead)
    {
        bool isKnown = _persons.TryGetValue(personId, out LeadProgress person);
        if (isKnown)
            person.Join(in lead);
        _persons[personId] = isKnown ? person : lead;
        return !isKnown;
    }

    /// <summary>How many persons both knew.</summary>
    public long Merge(PersonProgress other)
    {
        long shared = 0;
        foreach ((string personId, LeadProgress person) in other._persons)
            shared += Add(personId, in person) ? 0 : 1;
        return shared;
    }
}

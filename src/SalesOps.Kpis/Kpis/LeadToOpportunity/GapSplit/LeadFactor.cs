namespace SalesOps.Kpis;

/// <summary>Something by which two groups of leads may be mixed differently: their source, their rep, how soon they were reached ...</summary>
public sealed class LeadFactor
{
    private readonly Func<RowSource<ILeadRow>, SlotMap> _levels;

    private LeadFactor(string name, Func<RowSource<ILeadRow>, SlotMap> levels) => (Name, _levels) = (name, levels);

    /// <summary>Where leads come from.</summary>
    public static LeadFactor Source { get; } = Of(LeadDimension.Source);

    /// <summary>The reps who own them.</summary>
    public static LeadFactor Owner { get; } = Of(LeadDimension.Owner);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Whether a lead was reached (<see cref="Lead.ContactedAt"/>) within so long from its receipt; a lead without these dates was not.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sla"/> is negative.</exception>
    public static LeadFactor ReachedWithin(Duration sla)
    {
        if (sla < Duration.Zero)
            throw new ArgumentOutOfRangeException(nameof(sla), sla, "A time to reach a lead isn't negative.");
        return Of("reached in time", lead => lead.ContactedAt - lead.ReceivedAt <= sla);
    }

    /// <summary>The groups of a dimension.</summary>
    public static LeadFactor Of<TKey>(Dimension<ILeadRow, TKey> dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new(dimension.Name, source => dimension.Assign(source).Slots);
    }

    /// <summary>What a caller tells leads apart by.</summary>
    public static LeadFactor Of<TKey>(string name, Func<Lead, TKey> level)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(level);
        var dimension = new RecordDimension<ILeadRow, Lead, TKey>(level);
        return new(name, source => dimension.Assign(source).Slots);
    }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;

    /// <summary>The level of each lead, as a number.</summary>
    internal int[] LevelsOf(Leads leads)
    {
        SlotMap slots = _levels(leads.Source);
        int[] levels = new int[leads.Count], scratch = new int[Driver.ChunkRows];
        for (int start = 0; start < levels.Length; start += Driver.ChunkRows)
            slots.Read(start, scratch.AsSpan(0, Math.Min(Driver.ChunkRows, levels.Length - start))).CopyTo(levels.AsSpan(start));
        return levels;
    }
}

namespace SalesOps.Kpis.Tables;

/// <summary>Builds a <see cref="DealTable"/> row by row.</summary>
public sealed class DealTableBuilder
{
    private static readonly DealField[] LabelFields =
        [.. Enum.GetValues<DealField>().Where(field => field < DealField.Created && field != DealField.Customer)];

    private readonly List<string> _ids;
    private readonly List<byte> _status;
    private readonly List<long> _amounts;
    private readonly List<Currency> _currencies;
    private readonly List<short> _probabilities;
    private readonly List<Moment> _created, _firstContact, _leadReceived, _closed;
    private readonly List<string?> _customers, _leads, _mergedInto;
    private readonly List<Amount> _listAmounts;
    private readonly List<Quantity> _quantities;
    private readonly List<LocalDate?> _expectedCloses;
    private readonly LabelBuilder[] _labels;

    /// <summary>An empty builder.</summary>
    public DealTableBuilder() : this(0)
    {
    }

    /// <summary>An empty builder with room for so many deals.</summary>
    public DealTableBuilder(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        (_ids, _status, _amounts, _currencies) = (new(capacity), new(capacity), new(capacity), new(capacity));
        (_created, _firstContact, _leadReceived, _closed) = (new(capacity), new(capacity), new(capacity), new(capacity));
        (_customers, _leads, _mergedInto, _probabilities) = (new(capacity), new(capacity), new(capacity), new(capacity));
        (_listAmounts, _quantities, _expectedCloses) = (new(capacity), new(capacity), new(capacity));
        _labels = [.. LabelFields.Select(_ => new LabelBuilder(capacity))];
    }

    /// <summary>How many deals were added.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a deal.</summary>
    public void Add(in Deal deal) => Add<Deal>(in deal);

    /// <summary>The table of the deals added so far. The builder can go on.</summary>
    public DealTable ToTable()
    {
        var labels = new EncodedColumn?[(int)DealField.Created];
        for (int i = 0; i < LabelFields.Length; i++)
            labels[(int)LabelFields[i]] = _labels[i].ToColumn();
        Currency[] met = [.. _currencies.Where(currency => !currency.IsNone).Distinct()];
        var cold = new DealColdColumns
        {
            Ids = [.. _ids], Labels = labels, Customers = Present(_customers), Leads = Present(_leads),
            MergedInto = Present(_mergedInto), ListAmounts = Present(_listAmounts), Quantities = Present(_quantities),
            ExpectedCloses = Present(_expectedCloses),
        };
        return new DealTable(cold, [.. _status], [.. _amounts], met.FirstOrDefault(), met.Length > 1 ? [.. _currencies] : null,
            [.. _probabilities], [.. _created], [.. _firstContact], Present(_leadReceived), [.. _closed]);
    }

    internal void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct
    {
        string id = row.Id;
        string? mergedInto = row.MergedIntoId;
        _ids.Add(id);
        _status.Add(StatusOf(row.Outcome, row.Kind, mergedInto is not null));
        Amount amount = row.Amount;
        _amounts.Add(amount.Raw);
        _currencies.Add(amount.Currency);
        _probabilities.Add(row.Probability.Raw);
        _created.Add(row.CreatedAt);
        _firstContact.Add(row.FirstContactAt);
        _leadReceived.Add(row.LeadReceivedAt);
        _closed.Add(row.ClosedAt);
        _customers.Add(row.CustomerId);
        _leads.Add(row.LeadId);
        _mergedInto.Add(mergedInto);
        _listAmounts.Add(row.ListAmount);
        _quantities.Add(row.Quantity);
        _expectedCloses.Add(row.ExpectedCloseOn);
        ReadOnlySpan<string?> labels = [row.OwnerId, row.ProductId, row.Source, row.Channel, row.CampaignId, row.Segment,
            row.PipelineId, row.Stage, row.LossReason];
        for (int i = 0; i < labels.Length; i++)
            _labels[i].Add(labels[i]);
    }

    internal static byte StatusOf(DealOutcome outcome, DealKind kind, bool merged) => unchecked((byte)(
        (int)outcome & DealTable.OutcomeMask | (merged ? DealTable.MergedFlag : 0) | (int)kind << DealTable.KindShift));

    private static T[]? Present<T>(List<T> values) => values.TrueForAll(IsAbsent) ? null : [.. values];

    private static bool IsAbsent<T>(T value) => EqualityComparer<T>.Default.Equals(value, default);

    private sealed class LabelBuilder(int capacity)
    {
        private readonly StringEncoder _keys = new();
        private readonly List<int> _codes = new(capacity);

        public void Add(string? label) => _codes.Add(_keys.Encode(label));

        public EncodedColumn? ToColumn() => _keys.Keys is [null] ? null : new EncodedColumn([.. _codes], _keys.Keys);
    }
}

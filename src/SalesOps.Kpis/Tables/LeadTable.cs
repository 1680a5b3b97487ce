using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Tables;

/// <summary>Leads in columns: labels dictionary-encoded, times as ticks. Immutable.</summary>
/// <remarks>Faster to measure than records, since a calculator touches only the columns that it needs.</remarks>
public sealed class LeadTable
{
    private readonly LeadColumns _columns;
    private readonly EncodedColumn?[] _labels;
    private readonly Moment[][] _moments;

    internal LeadTable(LeadColumns columns)
    {
        var lengths = new ColumnLengths(columns.Id?.Length ?? throw new ArgumentException("The ids are missing.", nameof(columns)), nameof(columns.Id));
        _columns = columns.Checked(lengths);
        _labels = columns.Labels(lengths);
        _moments = columns.Moments(lengths);
        Source = new TableSource(this);
    }

    private LeadTable(LeadColumns columns, EncodedColumn?[] labels, Moment[][] moments)
    {
        (_columns, _labels, _moments) = (columns, labels, moments);
        Source = new TableSource(this);
    }

    /// <summary>A table of records.</summary>
    public static LeadTable Of(ReadOnlySpan<Lead> leads)
    {
        var builder = new LeadTableBuilder(leads.Length);
        foreach (ref readonly Lead lead in leads)
            builder.Add(in lead);
        return builder.ToTable();
    }

    /// <summary>A table of whatever a view sees; what was filtered out is left out.</summary>
    public static LeadTable Of(Leads leads)
    {
        ArgumentNullException.ThrowIfNull(leads);
        if (leads.Narrowing.Selection is null && leads.Source is ITableSource<LeadTable> given)
            return given.Table;
        var builder = new LeadTableBuilder(leads.Count);
        TableFilling[] filling = Driver.Fold(leads.Source, new Plan(leads.Count, leads.Narrowing.Selection, null, 1),
            () => new TableFilling(builder));
        return filling[0].Builder.ToTable();
    }

    /// <summary>A table of columns, which are copied.</summary>
    /// <exception cref="ArgumentException">A column hasn't as many rows as the ids.</exception>
    public static LeadTable Of(LeadColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(columns);
    }

    /// <summary>How many leads there are.</summary>
    public int Count => _columns.Id.Length;

    /// <summary>The lead of a row, as a record.</summary>
    public Lead this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            Lead lead = default;
            Source.Read<RecordReader<ILeadRow, Lead>, Lead>(row, new Span<Lead>(ref lead));
            return lead;
        }
    }

    internal RowSource<ILeadRow> Source { get; }

    /// <summary>The same table with what a join found out; unchanged columns are shared.</summary>
    internal LeadTable With(string?[] dealIds, string?[]? mergedIntoIds, DealFacts facts)
    {
        Moment[][] moments = [.. _moments];
        ref Moment[] created = ref moments[LeadField.DealCreated - LeadField.Received], won = ref moments[LeadField.Won - LeadField.Received];
        (created, won) = (facts.CreatedAt(created), facts.WonAt(won));
        DealOutcome?[] outcomes = facts.Outcomes(_columns.DealOutcome);
        return new(_columns with { DealId = dealIds, MergedIntoId = mergedIntoIds, DealOutcome = outcomes }, _labels, moments);
    }

    private readonly ref struct Row(LeadTable table, int row) : ILeadRow
    {
        public string Id => table._columns.Id[row];
        public LeadStatus Status => table._columns.Status is { } status ? status[row] : LeadStatus.Open;
        public Department Department => table._columns.Department is { } departments ? departments[row] : default;
        public double? Score => table._columns.Score is { } scores ? scores[row] : null;
        public Moment ReceivedAt => Time(LeadField.Received);
        public Moment AssignedAt => Time(LeadField.Assigned);
        public Moment FirstRespondedAt => Time(LeadField.FirstResponded);
        public Moment ContactedAt => Time(LeadField.Contacted);
        public Moment QualifiedAt => Time(LeadField.Qualified);
        public Moment ConvertedAt => Time(LeadField.Converted);
        public Moment DisqualifiedAt => Time(LeadField.Disqualified);
        public Moment DealCreatedAt => Time(LeadField.DealCreated);
        public Moment WonAt => Time(LeadField.Won);
        public DealOutcome? DealOutcome => table._columns.DealOutcome?[row];
        public string? PersonId => table._columns.PersonId?[row];
        public string? Source => Label(LeadField.Source);
        public string? Channel => Label(LeadField.Channel);
        public string? CampaignId => Label(LeadField.Campaign);
        public string? OwnerId => Label(LeadField.Owner);
        public string? Segment => Label(LeadField.Segment);
        public string? ResponderId => Label(LeadField.Responder);
        public string? RejectReason => Label(LeadField.RejectReason);
        public string? DealId => table._columns.DealId?[row];
        public string? CustomerId => table._columns.CustomerId?[row];
        public string? MergedIntoId => table._columns.MergedIntoId?[row];

        private string? Label(LeadField field) => table._labels[(int)field]?[row];

        private Moment Time(LeadField field) => table._moments[field - LeadField.Received][row];
    }

    private readonly struct Store(LeadTable table) : IRowStore<Cursor>
    {
        public int Count => table.Count;

        public Cursor Open(int start, int count) => new(table, start);
    }

    private readonly struct Cursor(LeadTable table, int start) : ICursor<ILeadRow>
    {
        public void Feed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, ILeadRow>
        {
            var facts = new Row(table, start + (int)row);
            state.Add(in facts);
        }

        public bool TryFeed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, ILeadRow>
        {
            var facts = new Row(table, start + (int)row);
            return TAcc.TryAdd(ref state, in facts);
        }

        public T Read<TReader, T>(nint row) where TReader : struct, IReader<ILeadRow, T>
        {
            var facts = new Row(table, start + (int)row);
            return default(TReader).Read(in facts);
        }
    }

    private sealed class TableSource(LeadTable table) : StoreSource<ILeadRow, Store, Cursor>(new(table)), ITableSource<LeadTable>
    {
        public LeadTable Table => table;

        public override Moment[]? MomentColumn(int field) =>
            field is >= (int)LeadField.Received and < (int)LeadField.None ? table._moments[field - (int)LeadField.Received] : null;

        public override EncodedColumn? KeyColumn(int field) => field < table._labels.Length ? table._labels[field] : null;
    }

    private struct TableFilling(LeadTableBuilder builder) : IAccumulator<TableFilling, ILeadRow>
    {
        public readonly LeadTableBuilder Builder => builder;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct => builder.Add(in row);

        public readonly void Merge(in TableFilling other) => throw new NotSupportedException();
    }
}

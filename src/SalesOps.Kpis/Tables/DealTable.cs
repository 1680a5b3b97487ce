using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.Tables;

/// <summary>Deals in columns: labels dictionary-encoded, amounts as whole 1/10,000, times as ticks. Immutable.</summary>
/// <remarks>
/// Several times faster to measure than records, since a calculator touches only the columns that it needs. Build it from
/// records, row by row with <see cref="DealTableBuilder"/>, or from columns with <see cref="DealColumns"/>.
/// </remarks>
public sealed class DealTable
{
    // Outcome, kind and whether the deal was merged stand in one byte, since they are nearly always read together.
    internal const int OutcomeMask = 3, KindShift = 2, KindMask = 3, MergedFlag = 16;

    private readonly byte[] _status;
    private readonly long[] _amounts;
    private readonly Moment[] _created, _firstContact, _leadReceived, _closed;
    private readonly short[] _probabilities;
    private readonly Currency _currency;
    private readonly Currency[]? _currencies;       // only where they differ
    private readonly DealColdColumns _cold;

    internal DealTable(DealColdColumns cold, byte[] status, long[] amounts, Currency currency, Currency[]? currencies, short[] probabilities,
        Moment[] created, Moment[] firstContact, Moment[] leadReceived, Moment[] closed)
    {
        (_cold, _status, _amounts, _currency, _currencies, _probabilities) = (cold, status, amounts, currency, currencies, probabilities);
        (_created, _firstContact, _leadReceived, _closed) = (created, firstContact, leadReceived, closed);
        Source = currencies is null
            ? new TableSource<OneCurrency>(this)
            : new TableSource<CurrencyPerRow>(this);
    }

    /// <summary>A table of records.</summary>
    public static DealTable Of(ReadOnlySpan<Deal> deals)
    {
        var builder = new DealTableBuilder(deals.Length);
        foreach (ref readonly Deal deal in deals)
            builder.Add(in deal);
        return builder.ToTable();
    }

    /// <summary>A table of whatever a view sees; what was filtered out is left out.</summary>
    public static DealTable Of(Deals deals)
    {
        ArgumentNullException.ThrowIfNull(deals);
        if (deals.Narrowing.Selection is null && deals.Source is ITableSource<DealTable> given)
            return given.Table;
        var builder = new DealTableBuilder(deals.Count);
        TableFilling[] filling = Driver.Fold(deals.Source, new Plan(deals.Count, deals.Narrowing.Selection, null, 1),
            () => new TableFilling(builder));
        return filling[0].Builder.ToTable();
    }

    /// <summary>A table of columns.</summary>
    /// <exception cref="ArgumentException">A column hasn't as many rows as the ids.</exception>
    public static DealTable Of(DealColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.ToTable();
    }

    /// <summary>How many deals there are.</summary>
    public int Count => _status.Length;

    /// <summary>The deal of a row, as a record.</summary>
    public Deal this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            Deal deal = default;
            Source.Read<RecordReader<IDealRow, Deal>, Deal>(row, new Span<Deal>(ref deal));
            return deal;
        }
    }

    internal RowSource<IDealRow> Source { get; }

    /// <summary>The same table with what a join found out; unchanged columns are shared.</summary>
    internal DealTable With(DealColdColumns cold, byte[] status, Moment[] leadReceived) =>
        new(cold, status, _amounts, _currency, _currencies, _probabilities, _created, _firstContact, leadReceived, _closed);

    internal DealColdColumns Cold => _cold;

    internal byte[] Status => _status;

    internal Moment[] LeadReceived => _leadReceived;

    private interface ICurrencies
    {
        static abstract Currency Of(DealTable table, int row);
    }

    private readonly struct OneCurrency : ICurrencies
    {
        public static Currency Of(DealTable table, int row) => table._currency;
    }

    private readonly struct CurrencyPerRow : ICurrencies
    {
        public static Currency Of(DealTable table, int row) => At(table._currencies!, row);
    }

    // Unchecked: a source checks the range of rows once per chunk, and all columns are of one length.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T At<T>(T[] column, int row) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), (nint)(uint)row);

    /// <summary>A table and a row number: only the columns that a calculator reads are touched.</summary>
    private readonly ref struct Row<TCurrencies>(DealTable table, int row) : IDealRow where TCurrencies : struct, ICurrencies
    {
        public string Id => table._cold.Ids[row];
        public DealOutcome Outcome => (DealOutcome)(At(table._status, row) & OutcomeMask);
        public DealKind Kind => (DealKind)(At(table._status, row) >> KindShift & KindMask);
        public Amount Amount => new(At(table._amounts, row), TCurrencies.Of(table, row));
        public Amount ListAmount => table._cold.ListAmounts is { } amounts ? amounts[row] : default;
        public Quantity Quantity => table._cold.Quantities is { } quantities ? quantities[row] : default;
        public Probability Probability => Probability.FromRaw(At(table._probabilities, row));
        public Moment CreatedAt => At(table._created, row);
        public Moment FirstContactAt => At(table._firstContact, row);
        public Moment LeadReceivedAt => At(table._leadReceived, row);
        public Moment ClosedAt => At(table._closed, row);
        public LocalDate? ExpectedCloseOn => table._cold.ExpectedCloses is { } days ? days[row] : null;
        public string? CustomerId => table._cold.Customers?[row];
        public string? LeadId => table._cold.Leads?[row];
        public string? OwnerId => Label(DealField.Owner);
        public string? ProductId => Label(DealField.Product);
        public string? Source => Label(DealField.Source);
        public string? Channel => Label(DealField.Channel);
        public string? CampaignId => Label(DealField.Campaign);
        public string? Segment => Label(DealField.Segment);
        public string? PipelineId => Label(DealField.Pipeline);
        public string? Stage => Label(DealField.Stage);
        public string? LossReason => Label(DealField.LossReason);
        public string? MergedIntoId => (At(table._status, row) & MergedFlag) == 0 ? null : table._cold.MergedInto![row];

        private string? Label(DealField field) => table._cold.Labels[(int)field]?[row];
    }

    private readonly struct Store<TCurrencies>(DealTable table) : IRowStore<Store<TCurrencies>>, ICursor<IDealRow>
        where TCurrencies : struct, ICurrencies
    {
        public int Count => table.Count;

        public Store<TCurrencies> Open() => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Feed<TAcc>(ref TAcc state, int row) where TAcc : struct, IAccumulator<TAcc, IDealRow>
        {
            var facts = new Row<TCurrencies>(table, row);
            state.Add(in facts);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Read<TReader, T>(int row) where TReader : struct, IReader<IDealRow, T>
        {
            var facts = new Row<TCurrencies>(table, row);
            return default(TReader).Read(in facts);
        }
    }

    private sealed class TableSource<TCurrencies>(DealTable table)
        : StoreSource<IDealRow, Store<TCurrencies>, Store<TCurrencies>>(new(table)), ITableSource<DealTable>
        where TCurrencies : struct, ICurrencies
    {
        public DealTable Table => table;

        public override Moment[]? MomentColumn(int field) => (DealField)field switch
        {
            DealField.Created => table._created,
            DealField.FirstContact => table._firstContact,
            DealField.LeadReceived => table._leadReceived,
            DealField.Closed => table._closed,
            _ => null,
        };

        public override EncodedColumn? KeyColumn(int field) =>
            field < table._cold.Labels.Length ? table._cold.Labels[field] : null;
    }

    private struct TableFilling(DealTableBuilder builder) : IAccumulator<TableFilling, IDealRow>
    {
        public readonly DealTableBuilder Builder => builder;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => builder.Add(in row);

        public readonly void Merge(in TableFilling other) => throw new NotSupportedException();
    }
}

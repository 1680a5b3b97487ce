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
    internal const int OutcomeMask = 3, MergedFlag = 4, KindShift = 6;

    private readonly byte[] _status;
    private readonly long[] _amounts;
    private readonly Moment[] _created, _firstContact, _closed;
    private readonly Moment[]? _leadReceived;       // only where one is known
    private readonly short[] _probabilities;
    private readonly Currency _currency;
    private readonly Currency[]? _currencies;       // only where they differ
    private readonly DealColdColumns _cold;

    internal DealTable(DealColdColumns cold, byte[] status, long[] amounts, Currency currency, Currency[]? currencies, short[] probabilities,
        Moment[] created, Moment[] firstContact, Moment[]? leadReceived, Moment[] closed)
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

    internal Moment[]? LeadReceived => _leadReceived;

    private interface ICurrencies
    {
        static abstract Currency Of(scoped in Cursor cursor, nint row);
    }

    private readonly struct OneCurrency : ICurrencies
    {
        public static Currency Of(scoped in Cursor cursor, nint row) => cursor.Currency;
    }

    private readonly struct CurrencyPerRow : ICurrencies
    {
        public static Currency Of(scoped in Cursor cursor, nint row) => Unsafe.Add(ref Unsafe.AsRef(in cursor.Currencies), row);
    }

    /// <summary>
    /// The columns that loops read, as references that stay in registers. Unchecked: a source checks the range of rows once
    /// per chunk, and all columns are of one length.
    /// </summary>
    private readonly ref struct Cursor(DealTable table, int start)
    {
        public readonly ref readonly byte Status = ref At(table._status, start);
        public readonly ref readonly long Amounts = ref At(table._amounts, start);
        public readonly ref readonly short Probabilities = ref At(table._probabilities, start);
        public readonly ref readonly Moment Created = ref At(table._created, start);
        public readonly ref readonly Moment FirstContact = ref At(table._firstContact, start);
        public readonly ref readonly Moment LeadReceived = ref At(table._leadReceived ?? table._created, start);
        public readonly ref readonly Moment Closed = ref At(table._closed, start);
        public readonly ref readonly Currency Currencies = ref At(table._currencies ?? [], start);
        public readonly long LeadReceivedMask = table._leadReceived is null ? 0 : -1;       // a column that isn't there isn't read from memory
        public readonly Currency Currency = table._currency;
        public readonly DealColdColumns Cold = table._cold;
        public readonly int Start = start;

        private static ref readonly T At<T>(T[] column, int row) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), row);
    }

    private readonly ref struct Row<TCurrencies>(Cursor columns, nint row) : IDealRow where TCurrencies : struct, ICurrencies
    {
        private readonly Cursor _columns = columns;

        public string Id => _columns.Cold.Ids[Index];
        public DealOutcome Outcome => unchecked((DealOutcome)(At(in _columns.Status) & OutcomeMask));
        public DealKind Kind => unchecked((DealKind)(At(in _columns.Status) >>> KindShift));
        public Amount Amount => new(At(in _columns.Amounts), TCurrencies.Of(in _columns, row));
        public Amount ListAmount => _columns.Cold.ListAmounts is { } amounts ? amounts[Index] : default;
        public Quantity Quantity => _columns.Cold.Quantities is { } quantities ? quantities[Index] : default;
        public Probability Probability => Probability.FromRaw(At(in _columns.Probabilities));
        public Moment CreatedAt => At(in _columns.Created);
        public Moment FirstContactAt => At(in _columns.FirstContact);
        public Moment LeadReceivedAt => Moment.FromValue(At(in _columns.LeadReceived).Value & _columns.LeadReceivedMask);
        public Moment ClosedAt => At(in _columns.Closed);
        public LocalDate? ExpectedCloseOn => _columns.Cold.ExpectedCloses is { } days ? days[Index] : null;
        public string? CustomerId => _columns.Cold.Customers?[Index];
        public string? LeadId => _columns.Cold.Leads?[Index];
        public string? OwnerId => Label(DealField.Owner);
        public string? ProductId => Label(DealField.Product);
        public string? Source => Label(DealField.Source);
        public string? Channel => Label(DealField.Channel);
        public string? CampaignId => Label(DealField.Campaign);
        public string? Segment => Label(DealField.Segment);
        public string? PipelineId => Label(DealField.Pipeline);
        public string? Stage => Label(DealField.Stage);
        public string? LossReason => Label(DealField.LossReason);
        public string? MergedIntoId => IsMerged ? _columns.Cold.MergedInto![Index] : null;

        public bool IsMerged => (At(in _columns.Status) & MergedFlag) != 0;

        private int Index => checked(_columns.Start + (int)row);

        private string? Label(DealField field) => _columns.Cold.Labels[(int)field]?[Index];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T At<T>(ref readonly T first) => Unsafe.Add(ref Unsafe.AsRef(in first), row);
    }

    private readonly struct Store<TCurrencies>(DealTable table) : IRowStore<RowCursor<TCurrencies>>
        where TCurrencies : struct, ICurrencies
    {
        public int Count => table.Count;

        public RowCursor<TCurrencies> Open(int start, int count)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(start);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
            return new(new Cursor(table, start));
        }
    }

    private readonly ref struct RowCursor<TCurrencies>(Cursor columns) : ICursor<IDealRow> where TCurrencies : struct, ICurrencies
    {
        private readonly Cursor _columns = columns;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Feed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, IDealRow>
        {
            var facts = new Row<TCurrencies>(_columns, row);
            state.Add(in facts);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryFeed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, IDealRow>
        {
            var facts = new Row<TCurrencies>(_columns, row);
            return !facts.IsMerged && TAcc.TryAdd(ref state, in facts);     // merged deals are odd, and need columns that a loop doesn't hold
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Read<TReader, T>(nint row) where TReader : struct, IReader<IDealRow, T>
        {
            var facts = new Row<TCurrencies>(_columns, row);
            return default(TReader).Read(in facts);
        }
    }

    private sealed class TableSource<TCurrencies>(DealTable table)
        : StoreSource<IDealRow, Store<TCurrencies>, RowCursor<TCurrencies>>(new(table)), ITableSource<DealTable>
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

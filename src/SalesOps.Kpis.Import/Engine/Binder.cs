using System.Runtime.CompilerServices;

namespace SalesOps.Kpis.Import;

/// <summary>Finds the columns of a map in a file's header, and says at once which aren't there.</summary>
internal sealed class Binder(IReadOnlyList<string> header, CsvFormat format)
{
    private readonly HashSet<string> _missing = new(format.MissingWords.Select(w => w.Trim()).Append(""), StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _used = [];
    private DatePattern[]? _patterns;
    private InstantParser? _instants;
    private LocalDateParser? _days;

    public CsvFormat Format => format;

    public IReadOnlyList<string> UnusedColumns => [.. header.Where((name, i) => name.Length > 0 && !_used.Contains(i))];

    public TextField Text(
        Column column, bool isRequired = false, bool isPooled = true,
        [CallerArgumentExpression(nameof(column))] string member = "")
    {
        if (isRequired)
            Require(column.IsAbsent, member);
        return new(Place(column.Name, member), column.Constant, _missing, isRequired, isPooled);
    }

    public Field<T> Word<T>(
        Column<T> column, Words<T> words, bool isRequired = false,
        [CallerArgumentExpression(nameof(column))] string member = "")
        where T : struct, Enum
    {
        if (isRequired)
            Require(column.IsAbsent, member);
        return Field(column, () => new WordParser<T>(words), member, isRequired);
    }

    public Field<Instant> Time(Column<Instant> column, [CallerArgumentExpression(nameof(column))] string member = "") =>
        Field(column, () => _instants ??= new(Patterns(member), Zone(member)), member);

    public Field<LocalDate> Day(Column<LocalDate> column, [CallerArgumentExpression(nameof(column))] string member = "") =>
        Field(column, () => _days ??= new(Patterns(member), Zone(member)), member);

    public Field<decimal> PlainNumber(
        Column<decimal> column, decimal limit, bool isRequired = false,
        [CallerArgumentExpression(nameof(column))] string member = "")
    {
        if (isRequired)
            Require(column.IsAbsent, member);
        RequireWithin(limit, column.Constant, member);
        return Field(column, () => new PlainNumberParser(format.DecimalComma, limit), member, isRequired);
    }

    public Field<decimal> Score(Column<double> column, [CallerArgumentExpression(nameof(column))] string member = "") => new(
        Place(column.Name, member),
        column.Constant is { } score ? Exact(score, member) : null,
        new PlainNumberParser(format.DecimalComma, decimal.MaxValue), _missing, false, LeavesEmpty);

    public AmountField Amount(
        Column<decimal> column, Column<Currency> currency,
        [CallerArgumentExpression(nameof(column))] string member = "",
        [CallerArgumentExpression(nameof(currency))] string currencyMember = "")
    {
        bool hasNoCurrency = currency.IsAbsent || currency.Constant is { IsNone: true };
        if (!column.IsAbsent && hasNoCurrency)
            throw Mistake.InMap($"{Name(member)} needs a currency, and the map has none.");
        RequireWithin(Limits.OfRow, column.Constant, member);
        Field<Currency> codes = Field(currency, () => new CurrencyParser(), currencyMember);
        return new(Numbers(column.Name, column.Constant, member), codes, format.MissingAmounts);
    }

    public ProbabilityField Probability(
        Column<double> column, ProbabilityScale scale,
        [CallerArgumentExpression(nameof(column))] string member = "")
    {
        if (column.Constant is < 0 or > 1 or double.NaN)
            throw Mistake.OutOfRange(column.Constant, $"{Name(member)} is a fraction from 0 to 1.");
        return new(Numbers(column.Name, null, member), column.Constant, scale);
    }

    private bool LeavesEmpty => format.BadValues == BadValuePolicy.LeaveEmpty;

    private Field<Number> Numbers(string? column, decimal? constant, string member) => new(
        Place(column, member),
        constant is { } c ? new Number { Value = c } : null,
        new NumberParser(format.DecimalComma), _missing, false, LeavesEmpty);

    private Field<T> Field<T>(Column<T> column, Func<TextParser<T>> parser, string member, bool isRequired = false) where T : struct =>
        new(Place(column.Name, member), column.Constant, column.Name is null ? null : parser(), _missing, isRequired, LeavesEmpty);

    private FieldPlace Place(string? column, string member)
    {
        if (column is null)
            return FieldPlace.None;
        int index = -1;
        for (int i = 0; i < header.Count; i++)
        {
            if (header[i] != column)
                continue;
            if (index >= 0)
                throw Mistake.InMap($"The column '{column}' of {Name(member)} stands more than once in the header.");
            index = i;
        }
        if (index < 0)
            throw Mistake.InMap($"The column '{column}' of {Name(member)} isn't in the header, which has: {string.Join(", ", header)}.");
        _used.Add(index);
        return new() { Index = index, Column = column };
    }

    private DatePattern[] Patterns(string member) => _patterns ??= format.DatePatterns.Count > 0
        ? [.. format.DatePatterns.Select(p => new DatePattern(p))]
        : throw Mistake.InFormat($"{Name(member)} needs date patterns, and the format has none.");

    private DateTimeZone Zone(string member) =>
        format.Zone ?? throw Mistake.InFormat($"{Name(member)} needs a zone, and the format has none.");

    private static decimal Exact(double value, string member) => Math.Abs(value) < (double)decimal.MaxValue
        ? (decimal)value
        : throw Mistake.OutOfRange(value, $"{Name(member)} can't hold it.");

    private static void RequireWithin(decimal limit, decimal? constant, string member)
    {
        if (constant is { } value && Math.Abs(value) > limit)
            throw Mistake.OutOfRange(value, $"{Name(member)} can't hold it.");
    }

    private static void Require(bool isAbsent, string member)
    {
        if (isAbsent)
            throw Mistake.InMap($"{Name(member)} has neither a column nor a value.");
    }

    private static string Name(string member) => member[(member.LastIndexOf('.') + 1)..];
}

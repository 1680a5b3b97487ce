using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>A cursor over rows that lie side by side.</summary>
internal interface ISpanCursor<out TSelf, TRow> where TSelf : allows ref struct
{
    static abstract TSelf Over(ReadOnlySpan<TRow> rows);
}

// One type per kind of row: code that is generic over the row interface is shared between interfaces and not inlined.

internal readonly ref struct DealCursor<TRow>(ReadOnlySpan<TRow> rows) : ICursor<IDealRow>, ISpanCursor<DealCursor<TRow>, TRow>
    where TRow : struct, IDealRow
{
    private readonly ReadOnlySpan<TRow> _rows = rows;

    public static DealCursor<TRow> Over(ReadOnlySpan<TRow> rows) => new(rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Feed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, IDealRow> => state.Add(in _rows[(int)row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFeed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, IDealRow> =>
        TAcc.TryAdd(ref state, in _rows[(int)row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<TReader, T>(nint row) where TReader : struct, IReader<IDealRow, T> => default(TReader).Read(in _rows[(int)row]);
}

internal readonly ref struct LeadCursor<TRow>(ReadOnlySpan<TRow> rows) : ICursor<ILeadRow>, ISpanCursor<LeadCursor<TRow>, TRow>
    where TRow : struct, ILeadRow
{
    private readonly ReadOnlySpan<TRow> _rows = rows;

    public static LeadCursor<TRow> Over(ReadOnlySpan<TRow> rows) => new(rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Feed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, ILeadRow> => state.Add(in _rows[(int)row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFeed<TAcc>(ref TAcc state, nint row) where TAcc : struct, IAccumulator<TAcc, ILeadRow> =>
        TAcc.TryAdd(ref state, in _rows[(int)row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Read<TReader, T>(nint row) where TReader : struct, IReader<ILeadRow, T> => default(TReader).Read(in _rows[(int)row]);
}

using System.Runtime.CompilerServices;
using SalesOps.Kpis.Statistics;
using static SalesOps.Kpis.ResponseClock;

namespace SalesOps.Kpis;

/// <summary>The response times themselves, for exact quantiles, and what became of the other leads.</summary>
/// <remarks>Rents about 8 bytes per answered lead; dispose it.</remarks>
public struct LeadResponseTimeAccumulator
    : IAccumulator<LeadResponseTimeAccumulator, ILeadRow>, ISharesScratch<LeadResponseTimeAccumulator>, IDisposable
{
    private readonly ResponseClock _clock;
    private ValueBag _ticks;
    private FateCounts _counts;                             // of all but Answered, which are counted by their times

    internal LeadResponseTimeAccumulator(ResponseClock clock, ValueArena arena) => (_clock, _ticks) = (clock, new(arena));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (!TryAdd(ref this, in row))
            AddOdd(row);                                    // by value: a row whose address is taken leaves the registers
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IAccumulator<LeadResponseTimeAccumulator, ILeadRow>.TryAdd<TRow>(ref LeadResponseTimeAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in LeadResponseTimeAccumulator other)
    {
        _ticks.Merge(in other._ticks);
        for (int i = 0; i < (int)Fate.Count; i++)
            _counts[i] += other._counts[i];
    }

    /// <inheritdoc/>
    public readonly void Dispose() => _ticks.Dispose();

    internal readonly long this[Fate fate] => _counts[(int)fate];

    /// <summary>The response times in ticks.</summary>
    internal readonly ValueBag Ticks => _ticks;

    LeadResponseTimeAccumulator ISharesScratch<LeadResponseTimeAccumulator>.Beside()
    {
        LeadResponseTimeAccumulator other = this;
        other._ticks = _ticks.Beside();
        other._counts = default;
        return other;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref LeadResponseTimeAccumulator state, scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (state._ticks.IsFull || !state._clock.TryRead(in row, out Fate fate, out long ticks))
            return false;
        state.Take(fate, ticks);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        _ticks.MakeRoom();
        Fate fate = _clock.Read(in row, out long ticks);
        Take(fate, ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Fate fate, long ticks)
    {
        if (IsMeasured(fate))
            _ticks.AddWithinRoom(ticks, 1);
        if (fate != Fate.Answered)
            _counts[(int)fate]++;
    }

    [InlineArray((int)Fate.Count)]
    private struct FateCounts
    {
        private int _first;
    }
}

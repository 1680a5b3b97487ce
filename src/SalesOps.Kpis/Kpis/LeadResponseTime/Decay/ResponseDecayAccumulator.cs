using System.Runtime.CompilerServices;
using static SalesOps.Kpis.ResponseClock;

namespace SalesOps.Kpis;

/// <summary>Answered leads by bucket and by how far they came, and what became of the other leads.</summary>
public struct ResponseDecayAccumulator : IAccumulator<ResponseDecayAccumulator, ILeadRow>
{
    private readonly ResponseClock _clock;
    private readonly ResponseBuckets _buckets;
    private StepCounts _steps;
    private FateCounts _fates;

    internal ResponseDecayAccumulator(ResponseClock clock, ResponseBuckets buckets) => (_clock, _buckets) = (clock, buckets);

    internal enum Step
    {
        Answered, Contacted, Qualified, Converted,
        Count,
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TRow>(scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (!TryAdd(ref this, in row))
            AddOdd(row);                                    // by value: a row whose address is taken leaves the registers
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IAccumulator<ResponseDecayAccumulator, ILeadRow>.TryAdd<TRow>(ref ResponseDecayAccumulator state, scoped in TRow row) =>
        TryAdd(ref state, in row);

    /// <inheritdoc/>
    public void Merge(in ResponseDecayAccumulator other)
    {
        for (int i = 0; i < ResponseBuckets.MostBuckets * (int)Step.Count; i++)
            _steps[i] += other._steps[i];
        for (int i = 0; i < (int)Fate.Count; i++)
            _fates[i] += other._fates[i];
    }

    internal readonly long this[int bucket, Step step] => _steps[bucket * (int)Step.Count + (int)step];

    internal readonly long this[Fate fate] => _fates[(int)fate];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAdd<TRow>(ref ResponseDecayAccumulator state, scoped in TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        if (!state._clock.TryRead(in row, out Fate fate, out long ticks))
            return false;
        state.Take(in row, fate, ticks);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddOdd<TRow>(scoped TRow row) where TRow : struct, ILeadRow, allows ref struct
    {
        Fate fate = _clock.Read(in row, out long ticks);
        Take(in row, fate, ticks);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take<TRow>(scoped in TRow row, Fate fate, long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        if (IsMeasured(fate))
            Count(in row, ticks);
        _fates[(int)fate]++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count<TRow>(scoped in TRow row, long ticks) where TRow : struct, ILeadRow, allows ref struct
    {
        _clock.ReadOutcome(in row, out bool contacted, out bool qualified, out bool converted);
        int at = _buckets.BucketOf(ticks) * (int)Step.Count;
        _steps[at + (int)Step.Answered]++;
        _steps[at + (int)Step.Contacted] += contacted ? 1 : 0;
        _steps[at + (int)Step.Qualified] += qualified ? 1 : 0;
        _steps[at + (int)Step.Converted] += converted ? 1 : 0;
    }

    [InlineArray(ResponseBuckets.MostBuckets * (int)Step.Count)]
    private struct StepCounts
    {
        private long _first;
    }

    [InlineArray((int)Fate.Count)]
    private struct FateCounts
    {
        private long _first;
    }
}

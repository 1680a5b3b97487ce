using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SalesOps.Kpis;

/// <summary>Whether a loop asks the memory for the state of a later row, so that it has come when the row does.</summary>
internal interface IFetch
{
    static abstract void Fetch<TAcc>(TAcc[] states, ref int slots, nint row, nint end) where TAcc : struct;
}

internal readonly struct NoFetch : IFetch
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<TAcc>(TAcc[] states, ref int slots, nint row, nint end) where TAcc : struct
    {
    }
}

internal readonly struct FetchAhead : IFetch
{
    private const int Rows = 16, LineBytes = 64, NearBytes = 1 << 18;

    /// <summary>Whether the states are too many for the nearest caches.</summary>
    public static bool Suits<TAcc>(TAcc[] states) where TAcc : struct => Sse.IsSupported && states.LongLength * Unsafe.SizeOf<TAcc>() > NearBytes;

    // A hint by address, which a move of the array doesn't make wrong, only vain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<TAcc>(TAcc[] states, ref int slots, nint row, nint end) where TAcc : struct
    {
        nint later = unchecked(row + Rows - end);
        ref TAcc state = ref states[Unsafe.Add(ref slots, unchecked(end - 1 + (later & later >> 63) - (later >> 63)))];
        byte* first = (byte*)Unsafe.AsPointer(ref state);
        Sse.Prefetch0(first);
        Sse.Prefetch0(first + LineBytes);
        if (Unsafe.SizeOf<TAcc>() > 2 * LineBytes)
            Sse.Prefetch0(first + 2 * LineBytes);
    }
}

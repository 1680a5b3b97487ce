using System.Buffers;

namespace SalesOps.Kpis.Statistics;

/// <summary>Scratch from the shared pool, as long as wanted and not cleared.</summary>
internal readonly ref struct Rented<T> : IDisposable
    where T : unmanaged
{
    private readonly T[] _array;

    public Rented(int length)
    {
        _array = ArrayPool<T>.Shared.Rent(length);
        Span = _array.AsSpan(0, length);
    }

    public Span<T> Span { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}

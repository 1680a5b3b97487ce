using System.Buffers;

namespace SalesOps.Kpis.Statistics;

/// <summary>Rented memory that the bags of one fold cut their blocks from. Disposing gives all of it back, once.</summary>
internal sealed class ValueArena : IDisposable
{
    private const int PageLength = 1 << 16;

    private readonly List<long[]> _pages = [];
    private int _free = PageLength;

    public long[] Page(int page) => _pages[page];

    /// <summary>Room for so many values on one page.</summary>
    public void Cut(int length, out int page, out int start)
    {
        if (PageLength - _free < length)
        {
            _pages.Add(ArrayPool<long>.Shared.Rent(PageLength));
            _free = 0;
        }

        (page, start) = (_pages.Count - 1, _free);
        _free += length;
    }

    public void Dispose()
    {
        foreach (long[] page in _pages)
            ArrayPool<long>.Shared.Return(page);
        _pages.Clear();
        _free = PageLength;
    }
}

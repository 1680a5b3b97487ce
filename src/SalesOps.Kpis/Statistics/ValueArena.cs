using System.Buffers;

namespace SalesOps.Kpis.Statistics;

/// <summary>Rented memory that the bags of one fold cut their blocks from. Disposing gives all of it back, once.</summary>
internal sealed class ValueArena : IDisposable
{
    private const int FirstPage = 1 << 16, LargestPage = 1 << 20;       // the pool keeps few pages, so there shouldn't be many

    private readonly List<long[]> _pages = [];
    private int _length, _free;

    public long[] Page(int page) => _pages[page];

    /// <summary>Room for so many values on one page.</summary>
    public void Cut(int length, out int page, out int start)
    {
        if (_length - _free < length)
        {
            _length = Math.Clamp(2 * _length, FirstPage, LargestPage);
            _pages.Add(ArrayPool<long>.Shared.Rent(_length));
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
        (_length, _free) = (0, 0);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesOps.Kpis.Statistics;

/// <summary>
/// A growing set of integers, for exact quantiles. Its blocks are cut from an arena that many bags share, so that a fold
/// over many slots rents a few pages and copies nothing while it grows.
/// </summary>
internal struct ValueBag(ValueArena arena)
{
    private const int FirstBlock = 16, LargestBlock = 4096;

    private readonly ValueArena _arena = arena;
    private long[]? _page;
    private int _pageNumber, _start, _at, _end;
    private long _inFullBlocks;                 // and in what was taken over
    private List<long>? _takenOver;             // the last blocks of bags of the same arena

    /// <summary>An empty bag that shares this one's arena.</summary>
    public readonly ValueBag Beside() => new(_arena);

    public readonly long Count => _inFullBlocks + _at - _start;

    /// <summary>Whether <see cref="MakeRoom"/> must come before <see cref="AddWithinRoom"/>.</summary>
    public readonly bool IsFull => _at == _end;

    public void MakeRoom()
    {
        if (IsFull)
            NextBlock();
    }

    public void Add(long value)
    {
        MakeRoom();
        AddWithinRoom(value, 1);
    }

    /// <summary>Adds the value where <paramref name="kept"/> is 1, nothing where it is 0; without a branch on which.</summary>
    /// <remarks>There must be room: the value is written in any case.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWithinRoom(long value, int kept)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_page!), unchecked((nint)(uint)_at)) = value;
        _at = unchecked(_at + kept);
    }

    public void Merge(in ValueBag other)
    {
        if (other._arena == _arena)
            TakeOver(in other);
        else
            Copy(in other);
    }

    // What lies in the arena can stay where it is. The other bag may grow on: it is taken over up to its present end.
    private void TakeOver(in ValueBag other)
    {
        if (other.Count == 0)
            return;
        _inFullBlocks += other.Count;
        _takenOver ??= [];
        if (other._page is not null)
            _takenOver.Add(other.LastBlock);
        if (other._takenOver is not null)
            _takenOver.AddRange(other._takenOver);
    }

    private void Copy(in ValueBag other)
    {
        foreach (ReadOnlySpan<long> block in other.Blocks)
        {
            for (ReadOnlySpan<long> rest = block; !rest.IsEmpty;)
            {
                MakeRoom();
                int count = Math.Min(rest.Length, _end - _at);
                rest[..count].CopyTo(_page.AsSpan(_at, count));
                _at += count;
                rest = rest[count..];
            }
        }
    }

    public readonly void CopyTo(Span<long> values)
    {
        int at = 0;
        foreach (ReadOnlySpan<long> block in Blocks)
        {
            block.CopyTo(values[at..]);
            at += block.Length;
        }
    }

    public readonly void Dispose() => _arena?.Dispose();

    /// <summary>The values, in stretches of memory.</summary>
    public readonly BlockSequence Blocks => new(this);

    // The page of a block, its first value and its end, 21 bits each.
    private readonly long LastBlock => (long)_pageNumber << 42 | (long)_start << 21 | (long)_at;

    // A block begins with where the one before it lies.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NextBlock()
    {
        int length = Math.Clamp((_end - _start) * 2, FirstBlock, LargestBlock);
        long before = _page is null ? -1 : LastBlock;
        _inFullBlocks += _at - _start;
        _arena.Cut(length + 1, out _pageNumber, out int header);
        _page = _arena.Page(_pageNumber);
        _page[header] = before;
        (_start, _at, _end) = (header + 1, header + 1, header + 1 + length);
    }

    public ref struct BlockSequence(ValueBag bag)
    {
        private const int Mask = (1 << 21) - 1;

        private readonly ValueArena _arena = bag._arena;
        private readonly List<long>? _takenOver = bag._takenOver;
        private long _next = bag._page is null ? -1 : bag.LastBlock;
        private int _taken;

        public ReadOnlySpan<long> Current { get; private set; }

        public readonly BlockSequence GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next < 0)
            {
                if (_takenOver is null || _taken == _takenOver.Count)
                    return false;
                _next = _takenOver[_taken++];
            }

            long[] page = _arena.Page((int)(_next >> 42));
            int start = (int)(_next >> 21 & Mask), end = (int)(_next & Mask);
            Current = page.AsSpan(start, end - start);
            _next = page[start - 1];
            return true;
        }
    }
}

using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>A step of a lead that was taken by an as-of, or not: by its date, and without a date where the status says so.</summary>
internal readonly struct LeadStep
{
    private readonly int _isOver, _isUndated;               // 1 or 0: bytes would be written to the stack and read back wider, which stalls

    // Masks in place of branches: what happened to leads looks random to a processor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeadStep(Moment date, bool isSaid, long asOf)
    {
        unchecked
        {
            long at = date.Value;
            _isOver = (ulong)(at - 1) < (ulong)asOf ? 1 : 0;        // absent is 0
            _isUndated = (at == 0 ? 1 : 0) & (isSaid ? 1 : 0);
            At = at & -(long)_isOver;
        }
    }

    /// <summary>1 where it was taken, else 0.</summary>
    public int Done => _isOver | _isUndated;

    public bool IsDone => Done != 0;

    /// <summary>Whether only the status tells of it, so that nobody knows when.</summary>
    public bool IsUndated => _isUndated != 0;

    /// <summary>When it was taken; 0 where it wasn't, or nobody knows when.</summary>
    public long At { get; }
}

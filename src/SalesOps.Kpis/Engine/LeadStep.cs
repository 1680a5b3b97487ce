using System.Runtime.CompilerServices;

namespace SalesOps.Kpis;

/// <summary>A step of a lead that was taken by an as-of, or not: by its date, and without a date where the status says so.</summary>
internal readonly struct LeadStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeadStep(Moment date, bool isSaid, long asOf)
    {
        bool isOver = date.HasValue & date.Value <= asOf;
        At = isOver ? date.Value : 0;
        IsUndated = !date.HasValue & isSaid;
        IsDone = isOver | IsUndated;
    }

    public bool IsDone { get; }

    /// <summary>Whether only the status tells of it, so that nobody knows when.</summary>
    public bool IsUndated { get; }

    /// <summary>When it was taken; 0 where it wasn't, or nobody knows when.</summary>
    public long At { get; }
}

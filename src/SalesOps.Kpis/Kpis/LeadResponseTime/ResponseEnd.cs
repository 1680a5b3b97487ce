namespace SalesOps.Kpis;

/// <summary>What answers a lead.</summary>
public enum ResponseEnd : byte
{
    /// <summary>The first attempt to reach it.</summary>
    FirstResponse,

    /// <summary>The first contact, both ways.</summary>
    Contact,
}

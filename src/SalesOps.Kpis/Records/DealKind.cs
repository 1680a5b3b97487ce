namespace SalesOps.Kpis;

/// <summary>What a deal is about. In rows <c>default</c> means absent, which counts as new business.</summary>
public enum DealKind : byte
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>The first deal of a customer.</summary>
    NewBusiness,

    /// <summary>More for an existing customer.</summary>
    Expansion,

    /// <summary>The continuation of a contract.</summary>
    Renewal,
}

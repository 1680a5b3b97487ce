namespace SalesOps.Kpis;

/// <summary>A choice of kinds of deals. A deal without a kind counts as new business.</summary>
[Flags]
public enum DealKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>New business, and deals without a kind.</summary>
    NewBusiness = 1 << DealKind.Unspecified | 1 << DealKind.NewBusiness,

    /// <summary>Expansion.</summary>
    Expansion = 1 << DealKind.Expansion,

    /// <summary>Renewals.</summary>
    Renewal = 1 << DealKind.Renewal,

    /// <summary>All of them.</summary>
    All = NewBusiness | Expansion | Renewal,
}

#if PLANTED // breaks both rules of the shipped analyzers
using SalesOps.Kpis;

internal struct Planted : IAccumulator<Planted, IDealRow>
{
    private double _sum;

    public void Add<TRow>(scoped in TRow row) where TRow : struct, IDealRow, allows ref struct => _sum++;

    public void Merge(in Planted other) => _sum += other._sum;
}
#endif

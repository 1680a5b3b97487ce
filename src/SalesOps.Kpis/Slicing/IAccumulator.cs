namespace SalesOps.Kpis;

/// <summary>The running state of one KPI over rows of one kind.</summary>
/// <remarks>
/// The order of rows and the grouping of merges must not change a bit of the state, and what a calculator's <c>Start</c>
/// returns is the identity of <see cref="Merge"/>: hold integers, never floating-point sums. A state that rents scratch also
/// implements <see cref="IDisposable"/>; the drivers then dispose it on every path. <see cref="Add"/> asks for
/// <c>AggressiveInlining</c>, or the loops around it take two to three times as long.
/// </remarks>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
/// <typeparam name="TFacts">The row interface, such as <see cref="IDealRow"/>.</typeparam>
public interface IAccumulator<TSelf, TFacts> where TSelf : struct, IAccumulator<TSelf, TFacts>
{
    /// <summary>Takes in one row.</summary>
    void Add<TRow>(scoped in TRow row) where TRow : struct, TFacts, allows ref struct;

    /// <summary>Takes in the rows of another state of the same definition, which stays as it is.</summary>
    void Merge(in TSelf other);

    /// <summary>
    /// Takes in a row that needs no method call, or returns false and leaves the state as it was: the row is then one for
    /// <see cref="Add"/>. A call in a loop costs registers even where it is never made, so the loops keep odd rows apart.
    /// </summary>
    internal static virtual bool TryAdd<TRow>(ref TSelf state, scoped in TRow row) where TRow : struct, TFacts, allows ref struct
    {
        state.Add(in row);
        return true;
    }
}

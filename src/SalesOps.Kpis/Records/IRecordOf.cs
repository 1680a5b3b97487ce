namespace SalesOps.Kpis;

/// <summary>A record that can be made from any row of its kind, so that a delegate over the record works on tables too.</summary>
/// <typeparam name="TFacts">The row interface.</typeparam>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IRecordOf<TFacts, TSelf> where TSelf : struct
{
    /// <summary>Copies the facts of a row.</summary>
    static abstract TSelf From<TRow>(scoped in TRow row) where TRow : struct, TFacts, allows ref struct;
}

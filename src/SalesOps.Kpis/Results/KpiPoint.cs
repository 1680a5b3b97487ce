namespace SalesOps.Kpis;

/// <summary>One period of a series and its value. Deconstructs into both.</summary>
/// <typeparam name="TValue">The result.</typeparam>
public readonly struct KpiPoint<TValue> : IEquatable<KpiPoint<TValue>>
{
    /// <summary>A period and its value.</summary>
    public KpiPoint(ReportingPeriod period, TValue value) => (Period, Value) = (period, value);

    /// <summary>The period.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>Its value.</summary>
    public TValue Value { get; }

    /// <summary>Takes the point apart: <c>foreach (var (month, rate) in series)</c>.</summary>
    public void Deconstruct(out ReportingPeriod period, out TValue value) => (period, value) = (Period, Value);

    /// <inheritdoc/>
    public bool Equals(KpiPoint<TValue> other) =>
        Period == other.Period && EqualityComparer<TValue>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KpiPoint<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Period, Value);

    /// <summary>Whether period and value are equal.</summary>
    public static bool operator ==(KpiPoint<TValue> left, KpiPoint<TValue> right) => left.Equals(right);

    /// <summary>Whether period or value differ.</summary>
    public static bool operator !=(KpiPoint<TValue> left, KpiPoint<TValue> right) => !left.Equals(right);

    /// <summary>Period and value.</summary>
    public override string ToString() => $"{Period.Name}: {Value}";
}

using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>A ratio of rates or of odds, with its confidence interval. A bound that the counts don't give is null.</summary>
public readonly record struct RatioEstimate
{
    /// <summary>The ratio; null where its denominator is 0, that is where it is infinite or undefined.</summary>
    public double? Value { get; init; }

    /// <summary>The lower bound; null where the ratio is 0 or undefined.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper bound; null where the ratio is infinite or undefined.</summary>
    public double? Upper { get; init; }

    /// <summary>The confidence, a fraction such as 0.95; all of it lies on one side where there is only one bound.</summary>
    public double Level { get; init; }

    /// <summary>Where the bounds come from.</summary>
    public RatioIntervalMethod Method { get; init; }

    /// <summary>Whether there is a bound on one side only, because a count is 0.</summary>
    public bool IsOneSided => Lower.HasValue != Upper.HasValue;

    /// <summary>Ratio and bounds in the invariant culture.</summary>
    public override string ToString() => (Lower, Upper) switch
    {
        (null, null) => "undefined",
        ({ } lower, null) => string.Create(CultureInfo.InvariantCulture, $"{Text} ({Level * 100:0.##} % CI above {lower:0.####})"),
        (null, { } upper) => string.Create(CultureInfo.InvariantCulture, $"{Text} ({Level * 100:0.##} % CI below {upper:0.####})"),
        ({ } lower, { } upper) => string.Create(CultureInfo.InvariantCulture, $"{Text} ({Level * 100:0.##} % CI {lower:0.####} to {upper:0.####})"),
    };

    private string Text => Value is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : "infinite";
}

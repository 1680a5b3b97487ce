using System.Globalization;

namespace SalesOps.Kpis.Statistics;

/// <summary>A ratio of rates or of odds, with its confidence interval; one side of it is open where a count is 0.</summary>
/// <remarks>
/// Each bound has the confidence of an end of a two-sided interval, also where it is the only one: 97.5 % at a level of 95 %.
/// </remarks>
public readonly record struct RatioEstimate
{
    /// <summary>The ratio; null where its denominator is 0, that is where it is infinite or undefined.</summary>
    public double? Value { get; init; }

    /// <summary>The lower bound; 0 where the ratio is 0, null where it is undefined.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper bound; null where the ratio is infinite or undefined.</summary>
    public double? Upper { get; init; }

    /// <summary>The confidence, a fraction such as 0.95.</summary>
    public double Level { get; init; }

    /// <summary>Where the bounds come from.</summary>
    public RatioIntervalMethod Method { get; init; }

    /// <summary>Whether the counts bound the ratio on one side only, because one of them is 0.</summary>
    public bool IsOneSided => Method != RatioIntervalMethod.None && (Value == 0 || Upper is null);

    /// <summary>A ratio whose logarithm is nearly normal: ratio · exp(±z · standard error of the logarithm).</summary>
    internal static RatioEstimate OfLogarithm(double ratio, double standardError, double level)
    {
        double width = Normal.Quantile(0.5 + level / 2) * standardError;
        return new()
        {
            Value = ratio,
            Lower = ratio * Math.Exp(-width),
            Upper = ratio * Math.Exp(width),
            Level = level,
            Method = RatioIntervalMethod.Logarithm,
        };
    }

    /// <summary>Ratio and bounds in the invariant culture.</summary>
    public override string ToString() => Method == RatioIntervalMethod.None
        ? "undefined"
        : string.Create(CultureInfo.InvariantCulture, $"{Text(Value)} ({Level * 100:0.##} % CI {Text(Lower)} to {Text(Upper)})");

    private static string Text(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "infinity";
}

using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>So many of so many. Carries both counts, so that proportions re-aggregate as a ratio of sums: add both sides.</summary>
/// <remarks><c>default</c> is 0 of 0, which is undefined.</remarks>
public readonly record struct Proportion
{
    /// <summary>A proportion from two counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the numerator is larger than the denominator.</exception>
    public Proportion(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        (Numerator, Denominator) = (numerator, denominator);
    }

    /// <summary>How many have it.</summary>
    public long Numerator { get; }

    /// <summary>How many there are.</summary>
    public long Denominator { get; }

    /// <summary>A fraction 0..1, or null when there is nothing to divide by.</summary>
    public double? Value => Denominator == 0 ? null : (double)Numerator / Denominator;

    /// <summary>Both sides added: the proportion of the two groups together.</summary>
    public static Proportion operator +(Proportion left, Proportion right) =>
        new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary>Both sides added; for languages without operators.</summary>
    public Proportion Add(Proportion other) => this + other;

    /// <summary>
    /// The Wilson score interval; null when there is nothing to divide by. Others are in <see cref="Statistics.ProportionIntervals"/>.
    /// </summary>
    /// <param name="level">The confidence, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> isn't between 0 and 1.</exception>
    public ConfidenceInterval? ConfidenceInterval(double level = 0.95) => Statistics.ProportionIntervals.Wilson(this, level);

    /// <summary>Percent, counts and the 95 % interval in the invariant culture; <c>undefined</c> for 0 of 0.</summary>
    public override string ToString() => ConfidenceInterval() is not { } interval
        ? "undefined"
        : string.Create(CultureInfo.InvariantCulture,
            $"{Value * 100:0.0} % ({Numerator:#,0} of {Denominator:#,0}; 95 % CI {interval.Lower * 100:0.0}-{interval.Upper * 100:0.0} %)");
}

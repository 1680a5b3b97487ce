using SalesOps.Kpis.Statistics;

namespace SalesOps.Kpis;

/// <summary>One outcome of leads by how soon they were answered.</summary>
public sealed record ResponseDecayCurve
{
    /// <summary>The buckets, in order.</summary>
    public required IReadOnlyList<ResponseDecayPoint> Points { get; init; }

    /// <summary>
    /// How many times the rate of the first bucket is that of the slow one, by default the rate below 5 minutes over that from 30
    /// to 60; with the interval of a ratio of proportions, bounded on one side where a count is 0.
    /// </summary>
    public required RatioEstimate FastToSlow { get; init; }

    /// <summary>
    /// Why <see cref="FastToSlow"/> has no value: one of its buckets has no leads (<see cref="UndefinedReason.EmptyBucket"/>), or
    /// no lead of the slow one came so far (<see cref="UndefinedReason.NothingToDivideBy"/>; there may be a lower bound).
    /// </summary>
    public UndefinedReason Undefined { get; init; }

    /// <summary>The factor, or why there is none.</summary>
    public override string ToString() => Undefined == UndefinedReason.None ? FastToSlow.ToString() : $"undefined: {Undefined}";

    internal static ResponseDecayCurve Of(ResponseBuckets buckets, Proportion[] rates, int slow)
    {
        var points = new ResponseDecayPoint[rates.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new()
            {
                From = buckets.From(i), Until = buckets.Until(i), Rate = rates[i], OddsToFirst = i == 0 ? null : OddsRatio.Of(rates[i], rates[0]),
            };
        }

        return new ResponseDecayCurve
        {
            Points = points,
            FastToSlow = RelativeRisk.Of(rates[0], rates[slow]),
            Undefined = rates[0].Denominator == 0 || rates[slow].Denominator == 0 ? UndefinedReason.EmptyBucket
                : rates[slow].Numerator == 0 ? UndefinedReason.NothingToDivideBy : UndefinedReason.None,
        };
    }
}

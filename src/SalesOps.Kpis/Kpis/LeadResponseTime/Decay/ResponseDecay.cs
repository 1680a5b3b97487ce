using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>What became of leads, by how soon they were answered.</summary>
/// <remarks>
/// An association, not an effect: hot leads are answered sooner, and so are those of good reps, of good sources and of working
/// hours. What a quicker response would bring is told by an experiment, or at least within one rep and one source.
/// </remarks>
public sealed record ResponseDecay : IKpiResult
{
    /// <summary>The answered leads.</summary>
    public required long Answered { get; init; }

    /// <summary>How many were contacted, both ways.</summary>
    public required ResponseDecayCurve Contact { get; init; }

    /// <summary>How many were qualified.</summary>
    public required ResponseDecayCurve Qualification { get; init; }

    /// <summary>How many became a deal.</summary>
    public required ResponseDecayCurve Conversion { get; init; }

    /// <summary>The leads behind it.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>When not to trust it.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The options that it was calculated with.</summary>
    public required ResponseDecayCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("answered", Answered);
        columns.Add("contact factor", Contact.FastToSlow.Value, "0.00");
        columns.Add("qualification factor", Qualification.FastToSlow.Value, "0.00");
        columns.Add("conversion factor", Conversion.FastToSlow.Value, "0.00");
        columns.Add(Cautions);
    }

    /// <summary>An aligned table: the leads and the three rates of each bucket.</summary>
    public string ToText() => TextTable.Of(Contact.Points.Select((point, i) =>
    {
        var columns = new KpiColumns();
        columns.Add("minutes", ResponseBuckets.Text(point.From, point.Until));
        columns.Add("leads", point.Rate.Denominator);
        columns.Add("contacted", point.Rate.Value, "0.0 %");
        columns.Add("qualified", Qualification.Points[i].Rate.Value, "0.0 %");
        columns.Add("converted", Conversion.Points[i].Rate.Value, "0.0 %");
        columns.Add("odds of conversion", Conversion.Points[i].OddsToFirst?.ToString());
        return columns.Columns;
    }));

    /// <summary>The factors of the three rates from the first bucket to the slow one, and that they are an association.</summary>
    public override string ToString()
    {
        ResponseBuckets buckets = Definition.Response.Buckets;
        string slow = ResponseBuckets.Text(Definition.SlowFrom, buckets.Until(buckets.BucketOf(Definition.SlowFrom)));
        return string.Create(CultureInfo.InvariantCulture,
            $"{ResponseBuckets.Text(buckets.From(0), buckets.Until(0))} against {slow} minutes: contact {Contact}, qualification {Qualification}, conversion {Conversion} (n = {Answered:#,0}; an association, not an effect)");
    }
}

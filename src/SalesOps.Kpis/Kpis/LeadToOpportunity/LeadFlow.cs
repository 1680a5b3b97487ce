using System.Globalization;

namespace SalesOps.Kpis;

/// <summary>The leads that came, and those that converted, in one period, whenever they had come.</summary>
public sealed record LeadFlow : IKpiResult
{
    /// <summary>The leads received in the period.</summary>
    public required long Received { get; init; }

    /// <summary>The leads that converted in the period, within their window.</summary>
    public required long Converted { get; init; }

    /// <summary>
    /// The leads that could convert in the period: those received in it, and those received before that had neither converted nor
    /// been rejected when it started and whose window was running. One that converted before its receipt could when it did.
    /// </summary>
    public required long InPlay { get; init; }

    /// <summary>Converted of those that could: never above 1, since who converts in a period could.</summary>
    public Proportion Rate => new(Converted, InPlay);

    /// <summary>
    /// Conversions per lead received: above 1 where more leads of earlier periods convert than new ones come. It is no rate. Null
    /// where none was received.
    /// </summary>
    public double? ConvertedPerReceived => Received == 0 ? null : (double)Converted / Received;

    /// <summary>The options that it was calculated with.</summary>
    public required LeadToOpportunityCalculator Definition { get; init; }

    /// <inheritdoc/>
    public void AddTo(KpiColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Add("received", Received);
        columns.Add("converted", Converted);
        columns.Add("per received", ConvertedPerReceived, "0.000");
        columns.Add("in play", InPlay);
        columns.Add("rate", Rate.Value, "0.0 %");
    }

    /// <summary>The counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Converted:#,0} converted, {Received:#,0} received, {InPlay:#,0} in play");
}

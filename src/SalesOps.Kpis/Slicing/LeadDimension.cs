namespace SalesOps.Kpis;

/// <summary>The dimensions that leads have.</summary>
public static class LeadDimension
{
    /// <summary>By the rep who owns the lead.</summary>
    public static Dimension<ILeadRow, string?> Owner { get; } = Text<LeadReaders.Owner>("owner", LeadField.Owner);

    /// <summary>By the rep who responded first.</summary>
    public static Dimension<ILeadRow, string?> Responder { get; } = Text<LeadReaders.Responder>("responder", LeadField.Responder);

    /// <summary>By where it came from.</summary>
    public static Dimension<ILeadRow, string?> Source { get; } = Text<LeadReaders.Source>("source", LeadField.Source);

    /// <summary>By the medium that money is booked on.</summary>
    public static Dimension<ILeadRow, string?> Channel { get; } = Text<LeadReaders.Channel>("channel", LeadField.Channel);

    /// <summary>By campaign.</summary>
    public static Dimension<ILeadRow, string?> Campaign { get; } = Text<LeadReaders.Campaign>("campaign", LeadField.Campaign);

    /// <summary>By market segment.</summary>
    public static Dimension<ILeadRow, string?> Segment { get; } = Text<LeadReaders.Segment>("segment", LeadField.Segment);

    /// <summary>By why it was rejected.</summary>
    public static Dimension<ILeadRow, string?> RejectReason { get; } = Text<LeadReaders.RejectReason>("reject reason", LeadField.RejectReason);

    /// <summary>By how far it has come.</summary>
    public static Dimension<ILeadRow, LeadStatus> Status { get; } = new ValueDimension<ILeadRow, LeadReaders.Status, LeadStatus>("status");

    /// <summary>By whose lead it is.</summary>
    public static Dimension<ILeadRow, Department> Department { get; } =
        new ValueDimension<ILeadRow, LeadReaders.Department, Department>("department");

    /// <summary>By the local hour of the week in which it was received; leads without a receipt under null.</summary>
    public static Dimension<ILeadRow, HourOfWeek?> HourOfWeek(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new HourOfWeekDimension<ILeadRow, LeadReaders.Received>(zone);
    }

    private static TextDimension<ILeadRow, TReader> Text<TReader>(string name, LeadField field)
        where TReader : struct, IReader<ILeadRow, KeyText> => new(name, (int)field);
}

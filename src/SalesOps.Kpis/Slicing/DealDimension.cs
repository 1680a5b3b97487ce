namespace SalesOps.Kpis;

/// <summary>The dimensions that deals have.</summary>
public static class DealDimension
{
    /// <summary>By rep.</summary>
    public static Dimension<IDealRow, string?> Owner { get; } = Text<DealReaders.Owner>("owner", DealField.Owner);

    /// <summary>By customer.</summary>
    public static Dimension<IDealRow, string?> Customer { get; } = Text<DealReaders.Customer>("customer", DealField.Customer);

    /// <summary>By product.</summary>
    public static Dimension<IDealRow, string?> Product { get; } = Text<DealReaders.Product>("product", DealField.Product);

    /// <summary>By where it came from.</summary>
    public static Dimension<IDealRow, string?> Source { get; } = Text<DealReaders.Source>("source", DealField.Source);

    /// <summary>By the medium that money is booked on.</summary>
    public static Dimension<IDealRow, string?> Channel { get; } = Text<DealReaders.Channel>("channel", DealField.Channel);

    /// <summary>By campaign.</summary>
    public static Dimension<IDealRow, string?> Campaign { get; } = Text<DealReaders.Campaign>("campaign", DealField.Campaign);

    /// <summary>By market segment.</summary>
    public static Dimension<IDealRow, string?> Segment { get; } = Text<DealReaders.Segment>("segment", DealField.Segment);

    /// <summary>By pipeline.</summary>
    public static Dimension<IDealRow, string?> Pipeline { get; } = Text<DealReaders.Pipeline>("pipeline", DealField.Pipeline);

    /// <summary>By the stage that the deal is in now.</summary>
    public static Dimension<IDealRow, string?> Stage { get; } = Text<DealReaders.Stage>("stage", DealField.Stage);

    /// <summary>By stage where the deal is open. A closed deal has the key null: its stage now says nothing about a time when it was open.</summary>
    public static Dimension<IDealRow, string?> OpenStage { get; } = Text<DealReaders.OpenStage>("stage", DealField.None);

    /// <summary>By why it was lost.</summary>
    public static Dimension<IDealRow, string?> LossReason { get; } = Text<DealReaders.LossReason>("loss reason", DealField.LossReason);

    /// <summary>By how it ended.</summary>
    public static Dimension<IDealRow, DealOutcome> Outcome { get; } =
        new ValueDimension<IDealRow, DealReaders.Outcome, DealOutcome>("outcome");

    /// <summary>By what it is about.</summary>
    public static Dimension<IDealRow, DealKind> Kind { get; } = new ValueDimension<IDealRow, DealReaders.Kind, DealKind>("kind");

    private static TextDimension<IDealRow, TReader> Text<TReader>(string name, DealField field)
        where TReader : struct, IReader<IDealRow, KeyText> => new(name, (int)field);
}

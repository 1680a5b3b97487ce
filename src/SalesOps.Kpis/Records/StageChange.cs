namespace SalesOps.Kpis;

/// <summary>A deal entering a stage. Rows may come in any order.</summary>
public readonly record struct StageChange
{
    private Moment Entered { get; init; }
    private Amount Value { get; init; }
    private Probability WinProbability { get; init; }

    /// <summary>The deal.</summary>
    public required string DealId { get; init; }

    /// <summary>The stage that it enters.</summary>
    public required string Stage { get; init; }

    /// <summary>When it enters.</summary>
    public required Instant EnteredAt { get => Entered.ToInstant()!.Value; init => Entered = value; }

    /// <summary>The deal's value from then on.</summary>
    public Money? Amount { get => Value.ToMoney(); init => Value = value; }

    /// <summary>The chance of winning from then on, a fraction 0..1.</summary>
    public double? Probability { get => WinProbability.ToDouble(); init => WinProbability = value; }

    /// <summary>The owner from then on.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The expected close from then on.</summary>
    public LocalDate? ExpectedCloseOn { get; init; }
}

namespace SalesOps.Kpis;

/// <summary>A person who owns leads or deals.</summary>
public readonly record struct Rep
{
    /// <summary>Identifies the rep; the <c>OwnerId</c> of leads and deals.</summary>
    public required string Id { get; init; }

    /// <summary>Whose person it is.</summary>
    public Department? Department { get; init; }

    /// <summary>The team.</summary>
    public string? SalesTeam { get; init; }

    /// <summary>The role.</summary>
    public string? Role { get; init; }

    /// <summary>The manager.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The first day of work.</summary>
    public LocalDate? StartsOn { get; init; }

    /// <summary>The first day without work.</summary>
    public LocalDate? EndsOn { get; init; }
}

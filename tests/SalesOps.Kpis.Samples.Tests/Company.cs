using System.Collections.Concurrent;
using System.Globalization;

namespace SalesOps.Kpis.Samples.Tests;

/// <summary>A made-up company as the importers read it: the one that is shipped, or one that the generator makes anew.</summary>
internal sealed class Company
{
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly ReportingCalendar Calendar = new(Berlin);
    public static readonly Instant AsOf = Calendar.StartOfDay(new LocalDate(2026, 1, 1));

    private static readonly CsvFormat Format = new() { DatePatterns = ["uuuu-MM-dd", "uuuu-MM-dd HH:mm"], Zone = Berlin };
    private static readonly Lazy<Company> AsShipped = new(() => new Company(Repository.PathOf("docs/samples/company")));
    private static readonly ConcurrentDictionary<string, Lazy<Company>> Made = new();

    private Company(string folder)
    {
        ReadDeals = CsvDeals.Read(Path.Combine(folder, "deals.csv"), DealColumns, Format);
        ReadLeads = CsvLeads.Read(Path.Combine(folder, "leads.csv"), LeadColumns, Format);
        Data = new SalesData { Deals = ReadDeals.Rows, Leads = ReadLeads.Rows };
    }

    public static Company Shipped => AsShipped.Value;

    public Imported<Deal> ReadDeals { get; }

    public Imported<Lead> ReadLeads { get; }

    public SalesData Data { get; }

    private static DealMap DealColumns => new()
    {
        Id = "deal_id", Outcome = "outcome", Kind = "kind", Stage = "stage", OwnerId = "owner", ProductId = "product", Source = "source",
        Segment = "segment", CustomerId = "customer", LeadId = "lead_id", Amount = "amount", ListAmount = "list_amount",
        Currency = Currency.Eur, Probability = "probability", FirstContactAt = "first_contact", CreatedAt = "created", ClosedAt = "closed",
        ExpectedCloseOn = "expected_close", LossReason = "loss_reason", MergedIntoId = "merged_into",
    };

    private static LeadMap LeadColumns => new()
    {
        Id = "lead_id", PersonId = "person", ReceivedAt = "received", Status = "status", Source = "source", OwnerId = "owner",
        FirstRespondedAt = "responded", ContactedAt = "contacted", QualifiedAt = "qualified", ConvertedAt = "converted",
        DisqualifiedAt = "disqualified", DealId = "deal_id", MergedIntoId = "merged_into",
    };

    /// <summary>The company of a seed; with a truth that is left out, all others stay planted. Each is made once.</summary>
    public static Company Make(int seed, string? without = null)
    {
        string[] options = ["--seed", seed.ToString(CultureInfo.InvariantCulture), .. without is null ? (string[])[] : ["--without", without]];
        return Made.GetOrAdd(string.Join(' ', options), _ => new(() => InFolder(folder => new Company(folder), options))).Value;
    }

    /// <summary>What is read from the files that the generator writes; then they are deleted.</summary>
    public static T InFolder<T>(Func<string, T> read, params string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("company-");
        try
        {
            Sample.Run("make-company.cs", [folder.FullName, .. options]);
            return read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

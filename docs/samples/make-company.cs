// Writes the made-up company of the samples, deals.csv and leads.csv; the same bytes on every machine:
//
//     dotnet run docs/samples/make-company.cs [-- FOLDER]
//
// What is planted is told in company/README.md. All arithmetic is in integers.
#:property PublishAot=false

using System.Globalization;
using System.Text;

string folder = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "company");
var random = new SplitMix64(20_240_101);
DateOnly firstDay = new(2024, 1, 1), asOf = new(2026, 1, 1);
string[] reps = ["north-1", "north-2", "south-1", "south-2", "west-1", "west-2"];
string[] sources = ["web", "web", "referral", "fair", "partner"];
string[] segments = ["small", "small", "medium", "large"];
string[] lossReasons = ["price", "no decision", "competitor"];
var deals = new List<Deal>();

for (int i = 0; i < 760; i++)
    deals.Add(Closed());
for (int i = 0; i < 90; i++)
    deals.Add(Open());
for (int i = 0; i < 2; i++)
    deals.Add(Closed("east-1") with { Outcome = "Won", Stage = "won", LossReason = "", ProductId = "basic", ListPrice = 1_200 });
PlantGaps();

deals = [.. deals.OrderBy(deal => deal.Created).ThenBy(deal => deal.Serial)];
Directory.CreateDirectory(folder);
Write("leads.csv", "lead_id,received,status,source,owner,responded,contacted,qualified,converted,disqualified,deal_id", Leads());
Write("deals.csv", "deal_id,outcome,kind,stage,owner,product,source,segment,customer,lead_id,amount,list_amount,probability,"
    + "first_contact,created,closed,expected_close,loss_reason,merged_into", deals.Select((deal, i) => deal.Row(Id(i), MergedInto(deal))));

Deal Closed(string? ownedBy = null)
{
    string owner = ownedBy ?? OneOf(reps), source = OneOf(sources);
    (string product, int price) = Product();
    int year = random.Below(2);
    int day = product == "holiday" ? random.Between(244, 364) : random.Below(365);          // from the 1st of September
    DateOnly closed = new DateOnly(2024 + year, 1, 1).AddDays(day);
    int cycle = owner == "south-2"
        ? random.Between(70, 120) + random.Below(50)
        : random.Between(15, 45) + random.Below(30);
    bool won = random.Below(100) < (source == "referral" ? 58 : 38);
    return Sized(new Deal
    {
        Serial = deals.Count, Outcome = won ? "Won" : "Lost", Stage = won ? "won" : "lost", Owner = owner, Source = source,
        ProductId = product, ListPrice = price,
        FirstContact = closed.AddDays(-cycle), Created = closed.AddDays(-cycle + random.Below(5)), ClosedOn = closed,
        LossReason = won ? "" : OneOf(lossReasons),
    });
}

Deal Open()
{
    (string stage, string probability) = random.Below(3) switch
    {
        0 => ("discovery", "0.2"),
        1 => ("proposal", "0.5"),
        _ => ("negotiation", "0.8"),
    };
    DateOnly contact = asOf.AddDays(-random.Between(2, 110));
    return Sized(new Deal
    {
        Serial = deals.Count, Outcome = "Open", Stage = stage, Owner = OneOf(reps), Source = OneOf(sources), Probability = probability,
        ProductId = "team", ListPrice = 6_000,
        FirstContact = contact, Created = contact.AddDays(random.Below(2)), ExpectedClose = asOf.AddDays(random.Between(-10, 90)),
    });
}

Deal Sized(Deal deal) => deal with
{
    Segment = OneOf(segments), Customer = $"c-{random.Between(1, 400):000}", Quantity = random.Between(1, 20),
    DiscountPercent = random.Below(5) * 5, HasLead = random.Below(100) < 60,
    Kind = random.Below(5) == 0 ? "Expansion" : "NewBusiness",
};

(string Product, int Price) Product() => random.Below(10) switch
{
    < 5 => ("basic", 1_200),
    < 8 => ("team", 6_000),
    _ => ("holiday", 2_400),
};

string OneOf(string[] choices) => choices[random.Below(choices.Length)];

void PlantGaps()
{
    Plant(25, deal => deal.Outcome == "Lost", deal => deal with { HasAmount = false });
    Plant(10, deal => deal.Outcome == "Open", deal => deal with { HasAmount = false });
    Plant(15, deal => deal.Outcome == "Lost", deal => deal with { Outcome = "Disqualified", Stage = "disqualified", LossReason = "" });
    Plant(12, deal => deal.Outcome == "Won", deal => deal with { Kind = "Renewal" });
    Plant(10, deal => deal.Outcome == "Won", deal => deal with { FirstContact = null, HasLead = false });
    Plant(3, deal => deal.Outcome == "Won", deal => deal with { FirstContact = deal.ClosedOn!.Value.AddDays(30), HasLead = false });
    Plant(6, deal => deal.Outcome == "Lost", deal => deal with { IsMerged = true });
}

// Changes so many deals that were not changed before, and none of the rep who has only two.
void Plant(int count, Func<Deal, bool> which, Func<Deal, Deal> change)
{
    while (count > 0)
    {
        int i = random.Below(deals.Count);
        if (deals[i].IsPlanted || deals[i].Owner == "east-1" || !which(deals[i]))
            continue;
        deals[i] = change(deals[i]) with { IsPlanted = true };
        count--;
    }
}

string Id(int i) => $"d-{i + 1:000}";

string LeadId(int i) => $"l-{i + 1:000}";

// A merged deal points to the first deal of its owner that isn't merged itself.
string MergedInto(Deal deal) => deal.IsMerged ? Id(deals.FindIndex(other => !other.IsMerged && other.Owner == deal.Owner)) : "";

IEnumerable<string> Leads()
{
    var leads = new List<string>();
    for (int i = 0; i < deals.Count; i++)
    {
        if (!deals[i].HasLead)
            continue;
        Deal deal = deals[i] = deals[i] with { LeadId = LeadId(leads.Count) };
        DateTime received = At(deal.FirstContact!.Value.AddDays(-1)), responded = received.AddMinutes(random.Between(1, 400));
        leads.Add(string.Join(',', deal.LeadId, Text(received), "Converted", deal.Source, deal.Owner, Text(responded),
            Day(deal.FirstContact), Day(deal.FirstContact), Day(deal.Created), "", Id(i)));
    }

    string[] statuses = ["Open", "Contacted", "Qualified", "Disqualified", "Disqualified"];
    for (int i = 0; i < 500; i++)
    {
        string status = OneOf(statuses);
        DateTime received = At(firstDay.AddDays(random.Below(700)));
        string responded = status == "Open" ? "" : Text(received.AddMinutes(random.Between(1, 4_000)));
        DateOnly contacted = DateOnly.FromDateTime(received).AddDays(random.Between(3, 8));
        leads.Add(string.Join(',', LeadId(leads.Count), Text(received), status, OneOf(sources), OneOf(reps), responded,
            status == "Open" ? "" : Day(contacted), status == "Qualified" ? Day(contacted.AddDays(5)) : "", "",
            status == "Disqualified" ? Day(contacted.AddDays(7)) : "", ""));
    }

    return leads;
}

DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(random.Between(8, 17), random.Below(60)));

string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

void Write(string file, string header, IEnumerable<string> rows) =>
    File.WriteAllText(Path.Combine(folder, file), string.Concat(rows.Prepend(header).Select(row => row + "\n")), new UTF8Encoding(false));

internal sealed record Deal
{
    public required int Serial { get; init; }
    public required string Outcome { get; init; }
    public required string Stage { get; init; }
    public required string Owner { get; init; }
    public required string ProductId { get; init; }
    public required string Source { get; init; }
    public required int ListPrice { get; init; }
    public required DateOnly? FirstContact { get; init; }
    public required DateOnly Created { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? ExpectedClose { get; init; }
    public string Kind { get; init; } = "";
    public string Segment { get; init; } = "";
    public string Customer { get; init; } = "";
    public string LeadId { get; init; } = "";
    public string Probability { get; init; } = "";
    public string LossReason { get; init; } = "";
    public int Quantity { get; init; }
    public int DiscountPercent { get; init; }
    public bool HasAmount { get; init; } = true;
    public bool HasLead { get; init; }
    public bool IsMerged { get; init; }
    public bool IsPlanted { get; init; }

    public string Row(string id, string mergedInto)
    {
        int list = ListPrice * Quantity, amount = list / 100 * (100 - DiscountPercent);     // list prices are whole hundreds
        return string.Join(',', id, Outcome, Kind, Stage, Owner, ProductId, Source, Segment, Customer, LeadId,
            HasAmount ? Number(amount) : "", Number(list), Probability, Day(FirstContact), Day(Created),
            Day(ClosedOn), Day(ExpectedClose), LossReason, mergedInto);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit) => (int)(((UInt128)Next() * (ulong)limit) >> 64);

    public int Between(int first, int last) => first + Below(last - first + 1);

    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

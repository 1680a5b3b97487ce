// Writes the made-up company of the samples, deals.csv and leads.csv; the same bytes on every machine:
//
//     dotnet run docs/samples/make-company.cs [-- [FOLDER] [--seed NUMBER] [--without TRUTH]...]
//
// What is planted is told in company/README.md; a truth that is left out is drawn like everything else. All arithmetic is
// in integers.
#:property PublishAot=false

using System.Globalization;
using System.Text;

string[] truths = ["slow-rep", "seasonal-product", "new-rep", "better-source", "late-rep", "dead-source", "uncontacted-leads"];
HashSet<string> planted = [.. truths];
string folder = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "company");
ulong seed = 20_240_101;
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--seed")
        seed = ulong.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] != "--without")
        folder = args[i];
    else if (!planted.Remove(args[++i]))
        throw new ArgumentException($"There is no truth '{args[i]}' to leave out: {string.Join(", ", truths)}.");
}

var random = new SplitMix64(seed);
DateOnly firstDay = new(2024, 1, 1), asOf = new(2026, 1, 1);
string[] reps = ["north-1", "north-2", "south-1", "south-2", "west-1", "west-2"];
string[] sources = ["web", "web", "referral", "fair", "partner", .. planted.Contains("dead-source") ? (string[])[] : ["list"]];
string[] sourcesOfLeads = ["web", "web", "referral", "partner", "list", "list"];
string[] segments = ["small", "small", "medium", "large"];
string[] lossReasons = ["price", "no decision", "competitor"];
var deals = new List<Deal>();

for (int i = 0; i < 760; i++)
    deals.Add(Closed());
for (int i = 0; i < 90; i++)
    deals.Add(Open());
for (int i = 0; i < 2 && planted.Contains("new-rep"); i++)
    deals.Add(Closed("east-1") with { Outcome = "Won", Stage = "won", LossReason = "", ProductId = "basic", ListPrice = 1_200 });
PlantGaps();

deals = [.. deals.OrderBy(deal => deal.Created).ThenBy(deal => deal.Serial)];
Directory.CreateDirectory(folder);
List<Lead> leads = Leads();
Write("leads.csv", "lead_id,person,received,status,source,owner,responded,contacted,qualified,converted,disqualified,deal_id,merged_into",
    leads.Select((lead, i) => lead.Row(LeadId(i))));
Write("deals.csv", "deal_id,outcome,kind,stage,owner,product,source,segment,customer,lead_id,amount,list_amount,probability,"
    + "first_contact,created,closed,expected_close,loss_reason,merged_into", deals.Select((deal, i) => deal.Row(Id(i), MergedInto(deal))));

Deal Closed(string? ownedBy = null)
{
    string owner = ownedBy ?? OneOf(reps), source = OneOf(sources);
    (string product, int price) = Product();
    int year = random.Below(2);
    int day = product == "holiday" && planted.Contains("seasonal-product") ? random.Between(244, 364) : random.Below(365);          // from the 1st of September
    DateOnly closed = new DateOnly(2024 + year, 1, 1).AddDays(day);
    int cycle = owner == "south-2" && planted.Contains("slow-rep")
        ? random.Between(70, 120) + random.Below(50)
        : random.Between(15, 45) + random.Below(30);
    bool won = random.Below(100) < (source == "referral" && planted.Contains("better-source") ? 58 : 38);
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

List<Lead> Leads()
{
    var leads = new List<Lead>();
    for (int i = 0; i < deals.Count; i++)
    {
        if (!deals[i].HasLead)
            continue;
        deals[i] = deals[i] with { LeadId = LeadId(leads.Count) };
        leads.Add(OfDeal(deals[i], Id(i)));
    }

    int first = leads.Count;                                            // of those without a deal
    for (int i = 0; i < 330; i++)
        leads.Add(WithoutDeal(OneOf(sourcesOfLeads)));
    for (int i = 0; i < 10; i++)
        leads[first + i] = leads[first + i] with { Person = $"p-{i / 2 + 1:00}" };
    for (int i = 10; i < 15; i++)
        leads[first + i] = leads[first + i] with { MergedInto = LeadId(first + i + 5) };
    for (int i = 0; i < 150; i++)
        leads.Add(Card());
    return leads;
}

Lead OfDeal(Deal deal, string dealId)
{
    DateTime received = At(deal.FirstContact!.Value.AddDays(-1));
    return new Lead
    {
        Received = received, Status = "Converted", Source = deal.Source, Owner = deal.Owner, DealId = dealId,
        Responded = Response(received, deal.Owner, becameDeal: true),
        Contacted = deal.FirstContact, Qualified = deal.FirstContact, Converted = deal.Created,
    };
}

Lead WithoutDeal(string source)
{
    string status = random.Below(20) switch { 0 => "Open", < 5 => "Contacted", < 9 => "Qualified", _ => "Disqualified" };
    if (source == "list" && status == "Qualified" && planted.Contains("dead-source"))
        status = "Disqualified";
    string owner = OneOf(reps);
    DateTime received = At(firstDay.AddDays(random.Below(700)));
    DateTime responded = Response(received, owner, becameDeal: false);
    DateOnly contacted = DateOnly.FromDateTime(received).AddDays(random.Between(1, 6));
    bool isNotReached = random.Below(5) == 0 && status == "Disqualified";
    return new Lead
    {
        Received = received, Status = status, Source = source, Owner = owner,
        Responded = status == "Open" ? null : responded,
        Contacted = status == "Open" || isNotReached ? null : contacted,
        Qualified = status == "Qualified" ? contacted.AddDays(5) : null,
        Disqualified = status == "Disqualified" ? contacted.AddDays(7) : null,
    };
}

// A visiting card from a fair. Nobody called.
Lead Card()
{
    Lead lead = WithoutDeal("fair");
    return planted.Contains("uncontacted-leads")
        ? lead with { Status = "Open", Responded = null, Contacted = null, Qualified = null, Disqualified = null }
        : lead;
}

// Those who became a deal were answered sooner.
DateTime Response(DateTime received, string owner, bool becameDeal)
{
    int minutes = (random.Below(100) + random.Below(100) + (becameDeal ? 0 : 50)) switch
    {
        < 70 => random.Below(5),
        < 100 => random.Between(5, 14),
        < 135 => random.Between(15, 29),
        < 170 => random.Between(30, 59),
        _ => random.Between(60, 180),
    };
    int evening = random.Between(21 * 60, 24 * 60 - 1);
    return owner == "west-1" && planted.Contains("late-rep") ? received.Date.AddMinutes(evening) : received.AddMinutes(minutes);
}

DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(random.Between(8, 17), random.Below(60)));

void Write(string file, string header, IEnumerable<string> rows) =>
    File.WriteAllText(Path.Combine(folder, file), string.Concat(rows.Prepend(header).Select(row => row + "\n")), new UTF8Encoding(false));

internal sealed record Lead
{
    public required DateTime Received { get; init; }
    public required string Status { get; init; }
    public required string Source { get; init; }
    public required string Owner { get; init; }
    public string Person { get; init; } = "";
    public DateTime? Responded { get; init; }
    public DateOnly? Contacted { get; init; }
    public DateOnly? Qualified { get; init; }
    public DateOnly? Converted { get; init; }
    public DateOnly? Disqualified { get; init; }
    public string DealId { get; init; } = "";
    public string MergedInto { get; init; } = "";

    public string Row(string id) => string.Join(',', id, Person, Text.Of(Received), Status, Source, Owner, Text.Of(Responded),
        Text.Of(Contacted), Text.Of(Qualified), Text.Of(Converted), Text.Of(Disqualified), DealId, MergedInto);
}

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
            HasAmount ? Text.Of(amount) : "", Text.Of(list), Probability, Text.Of(FirstContact), Text.Of(Created),
            Text.Of(ClosedOn), Text.Of(ExpectedClose), LossReason, mergedInto);
    }
}

internal static class Text
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Of(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
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

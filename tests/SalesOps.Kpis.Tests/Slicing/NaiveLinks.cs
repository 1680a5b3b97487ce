namespace SalesOps.Kpis.Tests;

/// <summary>Merges and links by the rules as they are written, row by row and by search: for data without repeated ids.</summary>
internal sealed class NaiveLinks(Deal[] deals, Lead[] leads)
{
    public int Conflicts => leads.Count(lead =>
    {
        // Words of merged leads are theirs whom they were merged into.
        if (Survivor(lead).Id != lead.Id)
            return false;
        return leads.Any(speaker => Survivor(speaker).Id == lead.Id && Deal(speaker.DealId) is { } deal
            && (DealNaming(lead) is { } other ? other.Id != deal.Id && LeadNamedBy(deal)?.Id != lead.Id : LeadNamedBy(deal) is not null));
    });

    public static (Deal[] Deals, Lead[] Leads) Sample(int seed, bool repeats)
    {
        var random = new Random(seed);
        int count = random.Next(1, 30);
        var deals = new Deal[count];
        var leads = new Lead[random.Next(1, 30)];
        for (int i = 0; i < deals.Length; i++)
        {
            deals[i] = new Deal
            {
                Id = Id("D", i), Outcome = (DealOutcome)random.Next(4), ClosedAt = Day(), LeadId = Maybe("L"), MergedIntoId = Maybe("D"),
                CreatedAt = Day(), LeadReceivedAt = random.Next(5) == 0 ? Day() : null, Source = Label(), Segment = Label(), CustomerId = Label(),
            };
        }

        for (int i = 0; i < leads.Length; i++)
        {
            leads[i] = new Lead
            {
                Id = Id("L", i), DealId = Maybe("D"), MergedIntoId = Maybe("L"),
                ReceivedAt = Day(), DealCreatedAt = Day(), WonAt = Day(), DealOutcome = random.Next(3) == 0 ? DealOutcome.Won : null, Source = Label(), Segment = Label(), CustomerId = Label(),
            };
        }

        return (deals, leads);

        string Id(string kind, int i) => $"{kind}{(repeats ? i / 2 : i)}";
        string? Maybe(string kind) => random.Next(2) == 0 ? null : $"{kind}{random.Next(25)}";
        string? Label() => random.Next(2) == 0 ? null : $"x{random.Next(3)}";
        Instant? Day() => random.Next(4) == 0 ? null : SampleDeals.Start + Duration.FromDays(random.Next(4));
    }

    public Deal Resolve(Deal deal)
    {
        Deal survivor = Survivor(deal);
        if (survivor.Id != deal.Id)
            return deal with { MergedIntoId = survivor.Id };
        deal = deal with { MergedIntoId = null };
        return LeadOf(deal) is not { } lead ? deal : deal with
        {
            LeadId = lead.Id, LeadReceivedAt = deal.LeadReceivedAt ?? lead.ReceivedAt, Source = deal.Source ?? lead.Source,
            Segment = deal.Segment ?? lead.Segment, CustomerId = deal.CustomerId ?? lead.CustomerId,
        };
    }

    public Lead Resolve(Lead lead)
    {
        Lead survivor = Survivor(lead);
        if (survivor.Id != lead.Id)
            return lead with { MergedIntoId = survivor.Id };
        lead = lead with { MergedIntoId = null, DealId = DealOf(lead)?.Id ?? lead.DealId };
        Deal[] own = DealsOf(lead);
        if (own.Length == 0)
            return lead;
        Deal[] won = [.. own.Where(deal => deal.Outcome == DealOutcome.Won)];
        return lead with
        {
            DealCreatedAt = own.Min(deal => deal.CreatedAt) ?? lead.DealCreatedAt,
            WonAt = won.Length == 0 ? null : won.Min(deal => deal.ClosedAt) ?? lead.WonAt,
            DealOutcome = new[] { DealOutcome.Won, DealOutcome.Open, DealOutcome.Lost, DealOutcome.Disqualified }
                .First(outcome => own.Any(deal => deal.Outcome == outcome)),
        };
    }

    /// <summary>What leads lacked and have now, and those that had something else.</summary>
    public LeadFillCounts Filled()
    {
        (Lead Own, Lead Now)[] pairs = [.. leads.Select(lead => (lead, Resolve(lead)))];
        return new()
        {
            Creations = pairs.LongCount(pair => pair.Own.DealCreatedAt is null && pair.Now.DealCreatedAt is not null),
            Wins = pairs.LongCount(pair => pair.Own.WonAt is null && pair.Now.WonAt is not null),
            Outcomes = pairs.LongCount(pair => pair.Own.DealOutcome is null && pair.Now.DealOutcome is not null),
            Overruled = pairs.LongCount(pair => (pair.Own.DealCreatedAt is { } created && created != pair.Now.DealCreatedAt)
                || (pair.Own.WonAt is { } won && won != pair.Now.WonAt) || (pair.Own.DealOutcome is { } outcome && outcome != pair.Now.DealOutcome)),
        };
    }

    private Deal[] DealsOf(Lead lead)
    {
        Deal[] own = [.. deals.Where(deal => Survivor(deal).Id == deal.Id && LeadOf(deal)?.Id == lead.Id)];
        return own.Length > 0 ? own : DealOf(lead) is { } deal ? [deal] : [];
    }

    public (long, long, long, long) Counts(Deal[] rows) => Counts(rows, d => Survivor(d).Id != d.Id, d => LeadOf(d) is not null, d => d.LeadId);

    public (long, long, long, long) Counts(Lead[] rows) => Counts(rows, l => Survivor(l).Id != l.Id, l => DealOf(l) is not null, l => l.DealId);

    private static (long, long, long, long) Counts<T>(T[] rows, Func<T, bool> isMerged, Func<T, bool> isLinked, Func<T, string?> link)
    {
        List<T> left = [.. rows.Where(row => !isMerged(row))];
        List<T> loose = [.. left.Where(row => !isLinked(row))];
        return (left.Count - loose.Count, loose.Count(row => link(row) is not null), loose.Count(row => link(row) is null), rows.Length - left.Count);
    }

    private Lead? LeadOf(Deal deal) => LeadNamedBy(deal) ?? First(leads.Where(lead =>
        Deal(lead.DealId)?.Id == deal.Id && DealNaming(Survivor(lead)) is null).Select(Survivor));

    private Deal? DealOf(Lead lead) => First(deals.Where(deal => Survivor(deal).Id == deal.Id && LeadOf(deal)?.Id == lead.Id))
        ?? DealNaming(lead) ?? Deal(lead.DealId)
        ?? First(leads.Where(merged => Survivor(merged).Id == lead.Id).Select(merged => Deal(merged.DealId)).OfType<Deal>());

    /// <summary>The lead that a deal names, or one that a deal merged into it names.</summary>
    private Lead? LeadNamedBy(Deal deal) => Lead(deal.LeadId)
        ?? First(deals.Where(merged => Survivor(merged).Id == deal.Id).Select(merged => Lead(merged.LeadId)).OfType<Lead>());

    private Deal? DealNaming(Lead lead) => First(deals.Where(deal => Lead(deal.LeadId)?.Id == lead.Id).Select(Survivor));

    private Deal? Deal(string? id) => deals.Where(deal => deal.Id == id).Select(deal => (Deal?)Survivor(deal)).FirstOrDefault();

    private Lead? Lead(string? id) => leads.Where(lead => lead.Id == id).Select(lead => (Lead?)Survivor(lead)).FirstOrDefault();

    private static Deal? First(IEnumerable<Deal> rows) => rows.OrderBy(deal => deal.CreatedAt ?? Instant.MaxValue)
        .ThenBy(deal => deal.Id, StringComparer.Ordinal).Select(deal => (Deal?)deal).FirstOrDefault();

    private static Lead? First(IEnumerable<Lead> rows) => rows.OrderBy(lead => lead.ReceivedAt ?? Instant.MaxValue)
        .ThenBy(lead => lead.Id, StringComparer.Ordinal).Select(lead => (Lead?)lead).FirstOrDefault();

    private Deal Survivor(Deal deal) => Survivor(deal, deals, row => row.Id, row => row.MergedIntoId);

    private Lead Survivor(Lead lead) => Survivor(lead, leads, row => row.Id, row => row.MergedIntoId);

    private static T Survivor<T>(T row, T[] rows, Func<T, string> id, Func<T, string?> into)
    {
        // After as many steps as there are rows one is either at the end or in a circle.
        for (int step = 0; step < rows.Length; step++)
            row = Next(row);
        T least = row;
        for (int step = 0; step < rows.Length; step++)
        {
            row = Next(row);
            if (string.CompareOrdinal(id(row), id(least)) < 0)
                least = row;
        }

        return least;

        T Next(T from) => rows.Where(other => id(other) == into(from)).DefaultIfEmpty(from).First();
    }
}

using SalesOps.Kpis.Tables;

namespace SalesOps.Kpis;

/// <summary>Completes columns of deals from the leads that they came from. A deal's own value always wins.</summary>
internal sealed class LeadFilling(LeadTable leads, int[] leadOf)
{
    private readonly long[] _labels = new long[(int)DealField.Created];
    private long _receipts, _customers;

    public DealFillCounts Counts => new()
    {
        Receipts = _receipts, Customers = _customers, Sources = _labels[(int)DealField.Source],
        Channels = _labels[(int)DealField.Channel], Campaigns = _labels[(int)DealField.Campaign], Segments = _labels[(int)DealField.Segment],
    };

    public Moment[] Receipts(Moment[]? own) =>
        Fill(own ?? new Moment[leadOf.Length], leads.Source.MomentColumn((int)LeadField.Received)!, moment => moment.HasValue, out _receipts);

    public string?[]? Customers(string?[]? own)
    {
        KeyText[] ofLeads = leads.Source.ReadAll<ILeadRow, LeadReaders.Customer, KeyText>();
        string?[] filled = Fill(own ?? new string?[leadOf.Length], Array.ConvertAll(ofLeads, text => text.Value), text => text is not null, out _customers);
        return _customers == 0 ? own : filled;
    }

    public EncodedColumn?[] Labels(EncodedColumn?[] own)
    {
        EncodedColumn?[] labels = [.. own];
        Fill(labels, DealField.Source, LeadField.Source);
        Fill(labels, DealField.Channel, LeadField.Channel);
        Fill(labels, DealField.Campaign, LeadField.Campaign);
        Fill(labels, DealField.Segment, LeadField.Segment);
        return labels;
    }

    private void Fill(EncodedColumn?[] labels, DealField ofDeal, LeadField ofLead)
    {
        if (leads.Source.KeyColumn((int)ofLead) is not { } given)
            return;
        EncodedColumn own = labels[(int)ofDeal] ?? new EncodedColumn(new int[leadOf.Length], [null]);
        var keys = new StringEncoder();
        int[] ownCodes = Translate(own, keys), leadCodes = Translate(given, keys);
        int none = keys.Encode(null);
        int[] filled = Fill(ownCodes, leadCodes, code => code != none, out _labels[(int)ofDeal]);
        if (_labels[(int)ofDeal] > 0)
            labels[(int)ofDeal] = TextColumn.Of(filled, keys.Keys).Encode();
    }

    private static int[] Translate(EncodedColumn column, StringEncoder keys)
    {
        int[] codes = Array.ConvertAll(column.Keys, keys.Encode);
        return Array.ConvertAll(column.Codes, code => codes[code]);
    }

    private T[] Fill<T>(T[] own, T[] ofLeads, Func<T, bool> isThere, out long count)
    {
        T[] filled = [.. own];
        count = 0;
        for (int row = 0; row < filled.Length; row++)
        {
            if (leadOf[row] < 0 || isThere(own[row]) || !isThere(ofLeads[leadOf[row]]))
                continue;
            filled[row] = ofLeads[leadOf[row]];
            count++;
        }

        return count == 0 ? own : filled;
    }
}

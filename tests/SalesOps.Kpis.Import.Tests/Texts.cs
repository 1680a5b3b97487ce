namespace SalesOps.Kpis.Import.Tests;

/// <summary>Short ways to import hand-written files.</summary>
internal static class Texts
{
    public static CsvFormat Format { get; } = new() { DatePatterns = ["uuuu-MM-dd"], Zone = DateTimeZone.Utc };

    public static DealMap Map { get; } = new() { Id = "id", Outcome = "outcome" };

    public static Imported<Deal> Deals(string text, DealMap? map = null, CsvFormat? format = null) =>
        CsvDeals.Read(new StringReader(text), map ?? Map, format ?? Format);

    public static Imported<Lead> Leads(string text, LeadMap map, CsvFormat? format = null) =>
        CsvLeads.Read(new StringReader(text), map, format ?? Format);

    /// <summary>The only fault, which must have rejected the only row.</summary>
    public static ImportFault OnlyFault<T>(this Imported<T> imported)
    {
        Assert.Empty(imported.Rows);
        Assert.Equal(1, imported.Report.RowsRejected);
        var fault = Assert.Single(imported.Report.Faults);
        Assert.False(fault.IsRowKept);
        Assert.Equal(1, imported.Report.Rejected(fault.Reason));
        return fault;
    }

    /// <summary>The only row, which must have no fault.</summary>
    public static T OnlyRow<T>(this Imported<T> imported)
    {
        Assert.Empty(imported.Report.Faults);
        return Assert.Single(imported.Rows);
    }
}

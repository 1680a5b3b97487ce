namespace SalesOps.Kpis.Import.Tests;

public class DurationTests
{
    private static Imported<Duration> Read(string text, DurationMap map) => CsvDurations.Read(new StringReader(text), map, new());

    [Theory]
    [InlineData(DurationUnit.Days, 1.5 * 86400)]
    [InlineData(DurationUnit.Hours, 1.5 * 3600)]
    [InlineData(DurationUnit.Minutes, 90.0)]
    [InlineData(DurationUnit.Seconds, 1.5)]
    public void Unit_IsThatOfTheMap(DurationUnit unit, double seconds) =>
        Assert.Equal(Duration.FromSeconds(seconds), Read("d\n1.5\n", new() { Length = "d", Unit = unit }).OnlyRow());

    [Theory]
    [InlineData(" ; ", FaultReason.MissingValue)]
    [InlineData("x;1", FaultReason.BadNumber)]
    [InlineData("10675200;1", FaultReason.OutOfRange)]      // 2^63 ticks are 10,675,199.1 days
    public void Length_MissingBadOrTooLong_RejectsTheRow(string row, FaultReason reason)
    {
        var imported = Read($"d;id\n{row.Replace(" ; ", ";1", StringComparison.Ordinal)}\n", new() { Length = "d", Id = "id" });
        Assert.Equal(reason, imported.OnlyFault().Reason);
    }

    [Fact]
    public void Ids_AreCounted_AndMayBeAbsent()
    {
        var map = new DurationMap { Length = "d", Id = "id" };
        const string text = "d,id\n1,a\n0,a\n-2,b\n3,\n";
        var imported = Read(text, map);
        Assert.Equal([1.0, 0, -2, 3], imported.Rows.Select(d => d.TotalDays));
        Assert.Equal((2, 1, 2), (imported.Report.DistinctIds, imported.Report.RepeatedIds, imported.Report.RowsWithRepeatedIds));
        Assert.Equal(0, Read(text, map with { Id = default }).Report.DistinctIds);
    }
}

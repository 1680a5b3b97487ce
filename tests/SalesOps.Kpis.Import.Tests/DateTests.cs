namespace SalesOps.Kpis.Import.Tests;

/// <summary>Expected instants are worked out by hand from the zones' published rules.</summary>
public class DateTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static Imported<Deal> Read(string text, DateTimeZone zone, params string[] patterns) => Texts.Deals(
        $"id;outcome;date\n1;Won;{text}\n",
        Texts.Map with { CreatedAt = "date" },
        new CsvFormat { DatePatterns = patterns, Zone = zone });

    private static string? Created(Imported<Deal> imported) => imported.OnlyRow().CreatedAt?.ToString("uuuu-MM-dd'T'HH:mm:ss.FFF", null);

    [Theory]
    [InlineData("2024-03-10", "uuuu-MM-dd", "2024-03-10T05:00:00")]
    [InlineData("2024-07-01", "uuuu-MM-dd", "2024-07-01T04:00:00")]
    [InlineData("07/01/2024", "MM/dd/uuuu", "2024-07-01T04:00:00")]
    [InlineData("7/1/2024", "M/d/uuuu", "2024-07-01T04:00:00")]
    [InlineData("01-07-2024", "dd-MM-uuuu", "2024-07-01T04:00:00")]
    [InlineData("20240701", "uuuuMMdd", "2024-07-01T04:00:00")]
    [InlineData("2024-07-01 6:49:18", "uuuu-MM-dd H:mm:ss", "2024-07-01T10:49:18")]
    [InlineData("1/23/2023 12:00 AM", "M/d/uuuu h:mm tt", "2023-01-23T05:00:00")]
    [InlineData("01 Jul, 2024 13:14:15", "dd MMM, uuuu HH:mm:ss", "2024-07-01T17:14:15")]
    [InlineData("2024-03-10 02:30", "uuuu-MM-dd HH:mm", "2024-03-10T07:30:00")]     // skipped: moved on by the gap
    [InlineData("2024-11-03 01:30", "uuuu-MM-dd HH:mm", "2024-11-03T05:30:00")]     // twice: the earlier
    [InlineData("2024-07-01T06:49:18.27Z", "uuuu-MM-dd'T'HH:mm:ss.FFF'Z'", "2024-07-01T06:49:18.27")]
    [InlineData("2024-07-01 06:49:18 UTC", "uuuu-MM-dd HH:mm:ss 'UTC'", "2024-07-01T06:49:18")]
    [InlineData("2024-07-01T06:49:18+05:00", "uuuu-MM-dd'T'HH:mm:sso<+HH:mm>", "2024-07-01T01:49:18")]
    [InlineData("2024-07-01T06:49:18Z", "uuuu-MM-dd'T'HH:mm:sso<Z+HH:mm>", "2024-07-01T06:49:18")]
    [InlineData("am 1.7.2024 HH", "'am 'd.M.uuuu' HH'", "2024-07-01T04:00:00")]     // quoted letters ask for nothing
    public void Pattern_TellsDaysTimesAndInstantsApart(string text, string pattern, string utc) =>
        Assert.Equal(utc, Created(Read(text, NewYork, pattern)));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00")]               // the whole day was skipped
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00")]          // midnight was skipped
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00")]             // midnight came twice
    public void Day_WithoutAPlainMidnight_StartsWhereItDoes(string zone, string text, string utc) =>
        Assert.Equal(utc, Created(Read(text, DateTimeZoneProviders.Tzdb[zone], "uuuu-MM-dd")));

    [Theory]
    [InlineData("7/1/2024", "2024-07-01T00:00:00")]
    [InlineData("7/1/2024 6:49", "2024-07-01T06:49:00")]
    public void Patterns_AreTriedInTurn(string text, string utc) =>
        Assert.Equal(utc, Created(Read(text, DateTimeZone.Utc, "M/d/uuuu", "M/d/uuuu H:mm")));

    [Fact]
    public void Patterns_TheFirstThatMatchesWins()
    {
        Assert.Equal("2024-03-04T00:00:00", Created(Read("3/4/2024", DateTimeZone.Utc, "M/d/uuuu", "d/M/uuuu")));
        Assert.Equal("2024-04-03T00:00:00", Created(Read("3/4/2024", DateTimeZone.Utc, "d/M/uuuu", "M/d/uuuu")));
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2024-02-03x")]
    [InlineData("03/02/2024")]
    [InlineData("yesterday")]
    public void BadDate_IsAFaultOfItsLength(string text)
    {
        var fault = Read(text, DateTimeZone.Utc, "uuuu-MM-dd").OnlyFault();
        Assert.Equal((FaultReason.BadDate, "date", text.Length, 2), (fault.Reason, fault.Column, fault.Length, fault.Line));
    }

    [Fact]
    public void BadDate_NeverShowsTheText() =>
        Assert.DoesNotContain("yesterday", Read("yesterday", DateTimeZone.Utc, "uuuu-MM-dd").OnlyFault().ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("-0001-01-01", FaultReason.OutOfRange)]
    [InlineData("0000-12-31", FaultReason.OutOfRange)]
    [InlineData("0001-01-02", null)]
    [InlineData("9999-12-31", null)]
    public void Day_BeforeYearOne_IsOutOfRange(string text, FaultReason? reason)
    {
        var imported = Read(text, DateTimeZone.Utc, "uuuu-MM-dd");
        Assert.Equal(reason, imported.Report.Faults.Select(f => (FaultReason?)f.Reason).SingleOrDefault());
        Assert.Equal(reason is null ? 1 : 0, imported.Rows.Count);
    }

    [Fact]
    public void Day_OutOfRangeTwice_IsOutOfRangeTwice() => Assert.Equal(2, Texts.Deals(
        "id,outcome,date\n1,Won,0000-12-31\n2,Won,0000-12-31\n", Texts.Map with { CreatedAt = "date" }).Report.Rejected(FaultReason.OutOfRange));

    [Fact]
    public void Time_AfterTheLastInstant_IsOutOfRange() =>
        Assert.Equal(FaultReason.OutOfRange, Read("9999-12-31 23:00", NewYork, "uuuu-MM-dd HH:mm").OnlyFault().Reason);

    [Fact]
    public void BadValues_LeaveEmpty_KeepsTheRowAndTheFault()
    {
        const string text = "id,outcome,date\n1,Won,yesterday\n2,nonsense,2024-01-01\n,Won,\n";
        var report = Texts.Deals(text, Texts.Map with { CreatedAt = "date" }).Report;
        Assert.Equal((0, 1, 1, 1), (report.RowsKept, report.Rejected(FaultReason.BadDate), report.Rejected(FaultReason.UnknownWord), report.Rejected(FaultReason.MissingValue)));

        var imported = Texts.Deals(text, Texts.Map with { CreatedAt = "date" }, Texts.Format with { BadValues = BadValuePolicy.LeaveEmpty });
        Assert.Null(Assert.Single(imported.Rows).CreatedAt);
        Assert.Equal([true, false, false], imported.Report.Faults.Select(f => f.IsRowKept));
        Assert.Equal(1, imported.Report.Noted(ImportNote.ValueLeftEmpty));
        Assert.Equal(2, imported.Report.RowsRejected);
    }

    [Theory]
    [InlineData("2024-07-01", "uuuu-MM-dd")]
    [InlineData("2024-07-01 23:30", "uuuu-MM-dd HH:mm")]
    [InlineData("2024-07-02T03:30:00Z", "uuuu-MM-dd'T'HH:mm:ss'Z'")]
    public void ExpectedCloseOn_IsTheDayInTheZone(string text, string pattern) => Assert.Equal(
        new LocalDate(2024, 7, 1),
        Texts.Deals($"id,outcome,date\n1,Open,{text}\n", Texts.Map with { ExpectedCloseOn = "date" }, new() { DatePatterns = [pattern], Zone = NewYork })
            .OnlyRow().ExpectedCloseOn);

    [Theory]
    [InlineData("uuuu-MM-dd q")]
    [InlineData("'open")]
    [InlineData("")]
    public void Pattern_NotOne_Throws(string pattern) => Assert.Throws<ArgumentException>("format", () => Read("2024-01-01", DateTimeZone.Utc, pattern));

    [Fact]
    public void Dates_WithoutPatternsOrZone_Throw()
    {
        var map = Texts.Map with { CreatedAt = "date" };
        Assert.Throws<ArgumentException>("format", () => Texts.Deals("id,outcome,date", map, new() { Zone = DateTimeZone.Utc }));
        Assert.Throws<ArgumentException>("format", () => Texts.Deals("id,outcome,date", map, new() { DatePatterns = ["uuuu"] }));
        Assert.Equal("1", Texts.Deals("id,outcome,date\n1,Won,2\n", Texts.Map, new()).OnlyRow().Id);
    }
}

using System.Text;

namespace SalesOps.Kpis.Import.Tests;

/// <summary>Separators, quotes, lines, headers and encodings.</summary>
public class LayoutTests
{
    private static readonly DealMap WithOwner = Texts.Map with { OwnerId = "owner" };

    [Theory]
    [InlineData("id,outcome,owner\n1,Won,a;b\n", "a;b")]
    [InlineData("id;outcome;owner\n1;Won;a,b\n", "a,b")]
    [InlineData("id\toutcome\towner\n1\tWon\ta,b;c\n", "a,b;c")]
    [InlineData("\"u;v;w;x;y;z\",id,outcome,owner\n0,1,Won,a\n", "a")]
    public void Separator_NotGiven_IsTakenFromTheHeader(string text, string owner) =>
        Assert.Equal(owner, Texts.Deals(text, WithOwner).OnlyRow().OwnerId);

    [Fact]
    public void Separator_Given_WinsOverTheHeader()
    {
        const string text = "a,b,c|id|outcome\nx|1|Won\n";
        Assert.Equal("1", Texts.Deals(text, format: Texts.Format with { Separator = '|' }).OnlyRow().Id);
        Assert.Throws<ArgumentException>("map", () => Texts.Deals(text));
    }

    [Fact]
    public void Separator_AQuote_Throws() =>
        Assert.Throws<ArgumentException>("format", () => Texts.Deals("id,outcome", format: Texts.Format with { Separator = '"' }));

    [Theory]
    [InlineData("\"a,b\"", "a,b")]
    [InlineData("\"a \"\"b\"\" c\"", "a \"b\" c")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"a\nb\"", "a\nb")]
    [InlineData("  \"a,b\"  ", "a,b")]
    [InlineData("\" a \"", "a")]
    [InlineData("\u00A0a b\u00A0", "a b")]
    [InlineData("the \"big\" one", "the \"big\" one")]
    [InlineData("5\"", null)]
    [InlineData("\"\"", null)]
    public void Fields_QuotesAndOuterWhiteSpace_AreNoPartOfTheText(string field, string? owner)
    {
        var imported = Texts.Deals($"id,owner,outcome\n1,{field},Won\n", WithOwner);
        if (field == "5\"")
            Assert.Equal(FaultReason.MalformedQuotes, imported.OnlyFault().Reason);
        else
            Assert.Equal(owner, imported.OnlyRow().OwnerId);
    }

    [Theory]
    [InlineData("a,5\" x,b\nc,7\" y,d\n", 2, 2)]           // two rows joined into one with the right number of fields
    [InlineData("a,5\" x,b,\" y,Won\n", 2, 1)]
    [InlineData("a,\"open,Won\nb,x,Won\n", 2, 2)]
    [InlineData("a,\"x\"y,Won\n", 2, 1)]
    [InlineData("a,x,5\"", 2, 1)]                          // open at the end of the file
    public void StrayQuote_JoinsFieldsOrRows_IsReportedWithItsLines(string rows, int line, int lineCount)
    {
        var fault = Texts.Deals("id,owner,outcome\n" + rows, WithOwner).OnlyFault();
        Assert.Equal((FaultReason.MalformedQuotes, line, lineCount), (fault.Reason, fault.Line, fault.LineCount));
        Assert.Null(fault.Column);
    }

    [Fact]
    public void HasQuotedFields_Off_QuotesAreOrdinaryCharacters()
    {
        var imported = Texts.Deals("id,owner,outcome\na,5\" x,Won\nc,\"7\",Won\n", WithOwner, Texts.Format with { HasQuotedFields = false });
        Assert.Equal(["5\" x", "\"7\""], imported.Rows.Select(d => d.OwnerId));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Faults_AfterQuotedLineBreaks_NameThePhysicalLine(string end)
    {
        string text = string.Join(end, "", "id,owner,outcome", $"1,\"a{end}b{end}c\",Won", "", "2,x,nonsense", $"3,\"y{end}z\",bad", "4,x,Won");
        var report = Texts.Deals(text, WithOwner).Report;
        Assert.Equal([(7, 1, 8), (8, 2, 3)], report.Faults.Select(f => (f.Line, f.LineCount, f.Length)));
        Assert.All(report.Faults, f => Assert.Equal("outcome", f.Column));
        Assert.Equal((2, 2, 2), (report.RowsKept, report.RowsRejected, report.BlankRows));
    }

    [Fact]
    public void BlankRows_EmptyBlankOrSeparatorsOnly_AreCountedApart()
    {
        var report = Texts.Deals("id,outcome\n\n   \n,\n , \n1,Won\n").Report;
        Assert.Equal((4, 1, 1), (report.BlankRows, report.RowsRead, report.RowsKept));
    }

    [Fact]
    public void RepeatedHeaders_AreCountedApart_ALookAlikeIsNot()
    {
        var report = Texts.Deals("id,outcome\n1,Won\nid,outcome\nid,Outcome\n").Report;
        Assert.Equal((1, 2, 1), (report.RepeatedHeaders, report.RowsRead, report.Rejected(FaultReason.UnknownWord)));
    }

    [Theory]
    [InlineData("1\n", FaultReason.TooFewFields)]
    [InlineData("1,Won\n", FaultReason.TooFewFields)]
    [InlineData("1,Won,x,y\n", FaultReason.TooManyFields)]
    public void FieldCount_NotTheHeaders_IsRejected(string row, FaultReason reason) =>
        Assert.Equal((reason, 2, row.Length - 1), Texts.Deals("id,outcome,owner\n" + row) is var i && i.OnlyFault() is var f
            ? (f.Reason, f.Line, f.Length) : default);

    [Fact]
    public void FieldCount_BlankFieldsBeyondTheHeader_AreNoted()
    {
        var imported = Texts.Deals("id,outcome\n1,Won,, \n2,Won\n");
        Assert.Equal((2, 1), (imported.Rows.Count, imported.Report.Noted(ImportNote.BlankExtraFields)));
    }

    [Fact]
    public void FieldCount_UnnamedColumnsAtTheEnd_MayBeLeftOut() =>
        Assert.Equal(2, Texts.Deals("id,outcome,,\n1,Won\n2,Won,,x\n").Rows.Count);

    [Fact]
    public void Header_Missing_Throws() => Assert.Throws<InvalidDataException>(() => Texts.Deals("\n \n"));

    [Fact]
    public void Header_ColumnMissing_ThrowsWithTheMapsNameAndMember()
    {
        var e = Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome,Owner\n", WithOwner));
        Assert.Contains("'owner' of OwnerId", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_RepeatedName_ThrowsOnlyWhenTheMapUsesIt()
    {
        Assert.Equal("1", Texts.Deals("id,outcome,owner,owner\n1,Won,a,b\n").OnlyRow().Id);
        var e = Assert.Throws<ArgumentException>("map", () => Texts.Deals("id,outcome,owner,owner\n", WithOwner));
        Assert.Contains("'owner' of OwnerId", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_NamesAreTrimmedAndUnquoted() =>
        Assert.Equal("x", Texts.Deals(" id ,\"outcome\",owner\u00A0\n1,Won,x\n", WithOwner).OnlyRow().OwnerId);

    [Fact]
    public void UnusedColumns_AreListed() =>
        Assert.Equal(["owner", "x"], Texts.Deals("owner,id,,outcome,x\n").Report.UnusedColumns);

    [Theory]
    [InlineData("utf-8", "Zoë", new byte[] { 0x5A, 0x6F, 0xC3, 0xAB })]
    [InlineData("windows-1252", "Zoë", new byte[] { 0x5A, 0x6F, 0xEB })]
    [InlineData("macintosh", "Zoë", new byte[] { 0x5A, 0x6F, 0x91 })]
    [InlineData("utf-16", "Zoë", new byte[] { 0x5A, 0, 0x6F, 0, 0xEB, 0 })]
    public void Encoding_ByName_ReadsItsBytes(string encoding, string owner, byte[] bytes)
    {
        byte[] Ascii(string text) => encoding == "utf-16" ? Encoding.Unicode.GetBytes(text) : Encoding.ASCII.GetBytes(text);
        using var stream = new MemoryStream([.. Ascii("id,outcome,owner\n1,Won,"), .. bytes, .. Ascii("\n")]);
        var deal = CsvDeals.Read(stream, WithOwner, Texts.Format with { Encoding = encoding }).OnlyRow();
        Assert.Equal(owner, deal.OwnerId);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Encoding_ByteOrderMark_WinsOverTheName(string encoding)
    {
        var actual = Encoding.GetEncoding(encoding);
        using var stream = new MemoryStream([.. actual.GetPreamble(), .. actual.GetBytes("id,outcome,owner\n1,Won,Zoë\n")]);
        Assert.Equal("Zoë", CsvDeals.Read(stream, WithOwner, Texts.Format with { Encoding = "windows-1252" }).OnlyRow().OwnerId);
    }

    [Fact]
    public void Encoding_ByteOrderMarkInAText_IsNoPartOfTheHeader() => Assert.Equal("1", Texts.Deals("\uFEFFid,outcome\n1,Won\n").OnlyRow().Id);

    [Fact]
    public void Encoding_WrongOne_IsNoted()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes("id,outcome,owner\n1,Won,Zoë\n2,Won,Zoe\n"));
        Assert.Equal(1, CsvDeals.Read(stream, WithOwner, Texts.Format).Report.Noted(ImportNote.UnreadableCharacters));
    }

    [Theory]
    [InlineData("no-such-encoding")]
    [InlineData("")]
    public void Encoding_Unknown_Throws(string name)
    {
        using var stream = new MemoryStream();
        Assert.Throws<ArgumentException>("format", () => CsvDeals.Read(stream, Texts.Map, Texts.Format with { Encoding = name }));
    }

    [Fact]
    public void Read_PathStreamAndText_AreTheSame()
    {
        const string text = "id,outcome,owner\n1,Won,a\n2,Lost,b\n";
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            using var stream = File.OpenRead(path);
            var expected = Texts.Deals(text, WithOwner).Rows;
            Assert.Equal(expected, CsvDeals.Read(path, WithOwner, Texts.Format).Rows);
            Assert.Equal(expected, CsvDeals.Read(stream, WithOwner, Texts.Format).Rows);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Read_LongFile_KeepsRowsAcrossBuffers()
    {
        const int rows = 20_000;
        var text = new StringBuilder("id,outcome,owner\r\n");
        for (int i = 0; i < rows; i++)
            text.Append(i).Append(i % 3 == 0 ? ",Won,\"a\r\n\"\"b\"\"\"\r\n" : ",Lost,c\r\n");
        var imported = Texts.Deals(text.ToString(), WithOwner);
        Assert.Equal(Enumerable.Range(0, rows).Select(i => i.ToString()), imported.Rows.Select(d => d.Id));
        Assert.Equal(Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? "a\r\n\"b\"" : "c"), imported.Rows.Select(d => d.OwnerId));
    }

    [Fact]
    public void Read_RowWithoutEnd_Throws()
    {
        string text = "id,outcome\n1,Won\n2,\"" + new string('x', 20_000_000);
        Assert.Throws<InvalidDataException>(() => Texts.Deals(text));
    }

    [Fact]
    public void Labels_EqualTexts_ShareOneString()
    {
        var rows = Texts.Deals("id,outcome,owner\n1,Won,ann\n2,Won,\"ann\"\n", WithOwner).Rows;
        Assert.Same(rows[0].OwnerId, rows[1].OwnerId);
    }
}

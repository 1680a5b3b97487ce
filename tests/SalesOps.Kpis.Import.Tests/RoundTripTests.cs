using System.Text;

namespace SalesOps.Kpis.Import.Tests;

/// <summary>Random texts, written the way RFC 4180 says, come back as they were.</summary>
public class RoundTripTests
{
    private const string Alphabet = "ab ,;\t\"\r\né'-1";

    [Theory]
    [InlineData(',', "\n")]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\r")]
    public void Rfc4180_RandomTexts_ComeBack(char separator, string end)
    {
        var random = new Random(4180);
        for (int file = 0; file < 300; file++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 30)).Select(_ => (Owner: Text(random), Stage: Text(random))).ToList();
            var text = new StringBuilder($"id{separator}owner{separator}stage{separator}outcome{end}");
            for (int i = 0; i < rows.Count; i++)
                text.Append($"{i}{separator}{Quote(rows[i].Owner, separator)}{separator}{Quote(rows[i].Stage, separator)}{separator}Won{end}");
            var imported = Texts.Deals(text.ToString(), Texts.Map with { OwnerId = "owner", Stage = "stage" });
            Assert.Empty(imported.Report.Faults);
            Assert.Equal(rows.Select(r => (Trimmed(r.Owner), Trimmed(r.Stage))), imported.Rows.Select(d => (d.OwnerId, d.Stage)));
        }
    }

    [Fact]
    public void AnyText_EveryLineIsAccountedFor()
    {
        var random = new Random(1);
        for (int file = 0; file < 3_000; file++)
        {
            string body = Text(random) + Text(random) + Text(random);
            var imported = Texts.Deals("id,outcome\n" + body, Texts.Map with { OutcomeWords = new() { Other = DealOutcome.Open } });
            Assert.Equal(imported.Rows.Count, imported.Report.RowsKept);
            Assert.Equal(imported.Report.RowsRejected, Enum.GetValues<FaultReason>().Sum(imported.Report.Rejected));
            Assert.Equal(imported.Report.RowsRejected, imported.Report.Faults.Select(f => f.Line).Distinct().Count());
        }
    }

    private static string Text(Random random) => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);

    private static string Quote(string text, char separator) => text.AsSpan().ContainsAny([separator, '"', '\r', '\n'])
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static string? Trimmed(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}

namespace SalesOps.Kpis.Tests;

public sealed class StringEncoderTests
{
    [Fact]
    public void Encode_ManyKeys_MatchesDictionary()
    {
        var random = new Random(1);
        string?[] keys =
        [
            null, "", "a", "b", "abc", "abcd", "abcde", "\0", "\0\0", "é", "e\u0301",
            .. Enumerable.Range(0, 5_000).Select(i => i.ToString()),
            .. Enumerable.Range(0, 5_000).Select(i => $"{new string('x', i % 40)}{random.Next(1_000)}"),
        ];
        string?[] rows = [.. Enumerable.Range(0, 100_000).Select(_ => keys[random.Next(keys.Length)] is { } key ? new string(key) : null)];
        var encoder = new StringEncoder();
        var codes = new int[rows.Length];
        encoder.Encode(rows, codes);
        string?[] inOrder = [.. rows.Distinct(StringComparer.Ordinal)];
        Assert.Equal(inOrder, encoder.Keys);
        Assert.Equal(rows, codes.Select(code => encoder.Keys[code]));
    }

    [Fact]
    public void Encode_KeysThatCrowd_MatchesDictionary()
    {
        // Small multiples of the inverse of the hash's factor have small hashes, so all of these want the first place.
        const ulong odd = 0x9E3779B97F4A7C15;
        ulong inverse = odd;
        for (int i = 0; i < 6; i++)
            inverse *= 2 - odd * inverse;
        string[] keys = [.. Enumerable.Range(1, 1_000).Select(k => OfBytes((ulong)k * inverse ^ 8))];
        var encoder = new StringEncoder();
        var codes = new int[2 * keys.Length];
        encoder.Encode([.. keys, .. keys], codes);
        Assert.Equal(keys.Distinct(), encoder.Keys);
        Assert.Equal(codes[..keys.Length], codes[keys.Length..]);
    }

    private static string OfBytes(ulong bytes) => new([(char)(ushort)bytes, (char)(ushort)(bytes >> 16), (char)(ushort)(bytes >> 32), (char)(bytes >> 48)]);
}

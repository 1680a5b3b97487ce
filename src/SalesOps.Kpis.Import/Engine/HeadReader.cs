using System.Text;

namespace SalesOps.Kpis.Import;

/// <summary>Hands out a text as it is, after its first line that isn't blank has been looked at.</summary>
internal sealed class HeadReader : TextReader
{
    private const int BlockLength = 4096;

    private readonly TextReader _rest;
    private readonly StringBuilder _head = new();
    private int _handedOut;

    private HeadReader(TextReader rest) => _rest = rest;

    /// <summary>Wraps a reader and tells which of the usual separators its header line holds most of.</summary>
    public static HeadReader DetectSeparator(TextReader rest, out char separator)
    {
        var reader = new HeadReader(rest);
        separator = MostFrequentSeparator(reader.HeaderLine());
        return reader;
    }

    public override int Read(Span<char> buffer)
    {
        int length = Math.Min(buffer.Length, _head.Length - _handedOut);
        if (length == 0)
            return _rest.Read(buffer);
        _head.CopyTo(_handedOut, buffer, length);
        _handedOut += length;
        return length;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    private string HeaderLine()
    {
        Span<char> block = stackalloc char[BlockLength];
        bool inQuotes = false;
        int start = 0;
        int position = 0;
        while (_rest.Read(block) is > 0 and var length)
        {
            _head.Append(block[..length]);
            foreach (char c in block[..length])
            {
                position++;
                inQuotes ^= c == '"';
                if (inQuotes || c is not ('\r' or '\n'))
                    continue;
                string line = _head.ToString(start, position - start);
                if (!string.IsNullOrWhiteSpace(line))
                    return line;
                start = position;
            }
        }
        return _head.ToString(start, _head.Length - start);
    }

    private static char MostFrequentSeparator(string line)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        bool inQuotes = false;
        foreach (char c in line)
        {
            inQuotes ^= c == '"';
            if (inQuotes)
                continue;
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }
}
